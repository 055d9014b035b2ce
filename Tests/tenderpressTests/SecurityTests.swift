import Foundation
import TestSupport
import Testing

/// What docs/security.md promises.
struct SecurityTests {
  private static let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardized

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  @Test func `every promise of the security model names tests that there are`() throws {
    let lines = try text("docs/security.md").split(separator: "\n").filter { $0.contains("Tests/") }
    #expect(lines.count > 20)
    for line in lines {
      var suite: String?
      var named = 0
      for match in line.matches(of: #/`(\w+/\w+)`|“([^”]+)”/#) {
        if let found = match.1 { suite = String(found) }
        guard let name = match.2 else { continue }
        named += 1
        let source = try text("Tests/\(try #require(suite, "\(line)")).swift")
        #expect(source.contains("func `\(name)`("), "\(suite ?? ""): \(name)")
      }
      #expect(named > 0, "\(line)")
    }
  }

  @Test func `no module can reach the network`() throws {
    let sources = try Read.files(in: "Sources").filter { $0.key.hasSuffix(".swift") || $0.key.hasSuffix(".h") }
    #expect(sources.count > 200)
    for (path, bytes) in sources {
      let source = String(decoding: bytes, as: UTF8.self)
      let way = source.firstMatch(
        of: #/FoundationNetworking|URLSession|\b(socket|connect|getaddrinfo)\(|CFSocket|contentsOf: *URL\(string/#)
      #expect(way == nil, "\(path)")
    }
  }
}
