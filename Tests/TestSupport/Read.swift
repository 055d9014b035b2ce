internal import Content
package import Diagnostics
internal import Foundation
internal import Markdown
package import Tenders

/// Content read as the program reads it, without the program.
package enum Read {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The texts of a folder of the project by their paths: `content` is the example, `Tests/tenderpressTests/Packs/two-lots`
  /// a pack of tests.
  package static func texts(in folder: String) throws -> [String: String] {
    let folder = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).reduce(into: [:]) { texts, name in
      guard name.hasSuffix(".md") || name == "site.yml" else { return }
      texts[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
  }

  /// Every file of a folder of the project by its path, but for what is hidden.
  package static func files(in folder: String) throws -> [String: [UInt8]] {
    let folder = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      let file = folder.appending(path: name)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
        !file.lastPathComponent.hasPrefix(".")
      else { return }
      files[name] = Array(try Data(contentsOf: file))
    }
  }

  /// The paths of its other files: pictures and attachments.
  package static func others(in folder: String) throws -> [String] {
    let folder = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: folder.appending(path: name).path, isDirectory: &isFolder)
      let isText = name.hasSuffix(".md") || name == "site.yml"
      return isThere && !isFolder.boolValue && !isText && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }

  package static func model(_ texts: [String: String]) -> Model {
    var findings: [Diagnostic] = []
    return model(texts, findings: &findings)
  }

  /// The same with what was noticed.
  package static func model(_ texts: [String: String], findings: inout [Diagnostic]) -> Model {
    let files = texts.sorted { $0.key < $1.key }.map { name, text in
      let source = SourceText(name: name, text: text)
      return name == "site.yml"
        ? ContentFile(yaml: name, source: source, findings: &findings)
        : ContentFile(path: name, source: source, options: .init(), findings: &findings)
    }
    return Model.assemble(files, findings: &findings)
  }

  package static func tender(_ id: String, _ texts: [String: String]) throws -> Tender {
    guard let tender = model(texts).tender(id) else { throw Missing(id: id) }
    return tender
  }

  /// With some of the texts changed.
  package static func tender(
    _ id: String, in folder: String, changing: [String: (String) -> String] = [:]
  ) throws -> Tender {
    var texts = try texts(in: folder)
    for (name, change) in changing { texts[name] = texts[name].map(change) }
    return try tender(id, texts)
  }

  package struct Missing: Error {
    let id: String
  }

  package static let packs = "Tests/tenderpressTests/Packs"

  package static func example() throws -> Tender { try tender("mental-health-day-service", in: "content") }

  package static func twoLots() throws -> Tender { try tender("young-people", in: packs + "/two-lots") }
}
