import Foundation
import Testing

/// The example, Everytown: what people see first, and copy.
struct ExampleTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func built() async throws -> Workplace {
    let workplace = try Workplace.example()
    let run = try await workplace.buildPages("--strict")
    #expect(run.code == 0)
    #expect(run.errors.hasPrefix("site: "), "\(run.errors)")
    return workplace
  }

  @Test func `the example has no fault, and every address of the coverage table is there`() async throws {
    let workplace = try await built()
    let table = try String(contentsOf: Self.root.appending(path: "docs/coverage.md"), encoding: .utf8)
    let rows = table.split(separator: "\n").filter { $0.contains(#/^\| \d+ \|/#) }
    #expect(rows.count == 37)
    for row in rows {
      let addresses = row.matches(of: #/`([^`]+)`/#).map { String($0.1) }
      #expect(!addresses.isEmpty, "\(row)")
      for address in addresses {
        let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
        let page = try workplace.read("site/\(parts[0])index.html")
        if parts.count == 2 { #expect(page.contains("id=\"\(parts[1])\""), "\(address)") }
      }
    }
  }
}
