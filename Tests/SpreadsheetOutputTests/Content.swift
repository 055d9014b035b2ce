import Content
import Diagnostics
import Foundation
import Markdown
import Tenders

/// Content read as the program reads it.
enum Read {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A tender of a folder of content: `content` is the example, `Tests/tenderpressTests/Packs/two-lots` a pack of tests.
  static func tender(_ id: String, in folder: String, changing: [String: (String) -> String] = [:]) throws -> Tender {
    let folder = root.appending(path: folder)
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".md") || name == "site.yml" {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      files[name] = changing[name].map { $0(text) } ?? text
    }
    return try tender(id, files)
  }

  static func tender(_ id: String, _ files: [String: String]) throws -> Tender {
    var findings: [Diagnostic] = []
    let read = files.sorted { $0.key < $1.key }.map { name, text in
      let source = SourceText(name: name, text: text)
      return name == "site.yml"
        ? ContentFile(yaml: name, source: source, findings: &findings)
        : ContentFile(path: name, source: source, options: .init(), findings: &findings)
    }
    let model = Model.assemble(read, findings: &findings)
    guard let tender = model.tender(id) else { throw Missing(id: id) }
    return tender
  }

  struct Missing: Error {
    let id: String
  }

  static func example() throws -> Tender { try tender("mental-health-day-service", in: "content") }

  static func twoLots() throws -> Tender { try tender("young-people", in: "Tests/tenderpressTests/Packs/two-lots") }
}
