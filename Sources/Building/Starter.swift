internal import DataOutput
internal import Diagnostics
internal import Paths
package import System
internal import Tenders

/// Something new to begin with: files with notes that teach, which build as they stand.
package struct Starter {
  package enum Result {
    case files([String])
    /// Lines for a file that is there already, which only its author should change.
    case lines(String, for: String)
    case refused(String)
  }

  package static let kinds = [
    "site", "tender", "page", "lot", "question", "outcome", "quality-characteristic", "term", "clarification",
  ]

  /// The kinds of content, and what is made of a tender for programs.
  package static let schemaKinds = Kind.allCases.filter { $0 != .plain }.map(\.rawValue) + ["pack", "keys"]

  package static func schema(of kind: String) -> String? {
    switch kind {
    case "pack": PackSchema().text
    case "keys": KeyList().text
    default: Kind(rawValue: kind).map { JSONSchema($0).text }
    }
  }

  private let kind: String
  private let name: String
  private let tender: String?
  private let content: String

  package init(kind: String, name: String, tender: String?, content: String) {
    (self.kind, self.name, self.tender, self.content) = (kind, name, tender, content)
  }

  package func begin() throws(SystemFault) -> Result {
    guard Self.kinds.contains(kind) else {
      return .refused("There is no “\(kind)” to begin. You can begin: \(Self.kinds.joined(separator: ", ")).")
    }
    if kind != "site", !isID(name) || (try? PathStep.checkFile(name)) == nil {
      return .refused(
        "“\(name)” cannot be a file's name. Use lower case letters, digits and hyphens, such as day-service.")
    }
    switch kind {
    case "site": return try write(StarterTexts.site(name))
    case "tender":
      return try write([
        "tenders/\(name)/tender.md": StarterTexts.tender, "tenders/\(name)/vision.md": StarterTexts.vision,
      ])
    case "outcome": return try write(["outcomes/\(name).md": StarterTexts.outcome(name)])
    case "quality-characteristic":
      return try write(["quality-characteristics/\(name).md": StarterTexts.characteristic(name)])
    case "term": return try write(["glossary/\(name).md": StarterTexts.term(name)])
    default: return try beginInTender()
    }
  }

  /// What belongs to a tender: the one that was named, or the only one.
  private func beginInTender() throws(SystemFault) -> Result {
    var ignored: [Diagnostic] = []
    let files = (try? Files.list(content, findings: &ignored)) ?? []
    let tenders = files.map(\.path).filter { $0.hasPrefix("tenders/") && $0.hasSuffix("/tender.md") }
      .map { String($0.split(separator: "/")[1]) }
    guard let chosen = tender ?? (tenders.count == 1 ? tenders.first : nil), tenders.contains(chosen) else {
      return .refused(
        tenders.isEmpty
          ? "There is no tender yet. Begin one with: tenderpress new tender day-service"
          : "Say which tender with --tender: \(tenders.joined(separator: ", ")).")
    }
    switch kind {
    case "lot": return .lines(StarterTexts.lot(name), for: "\(content)/tenders/\(chosen)/tender.md")
    case "page":
      let pages = PackPage.allCases.filter(\.canBeWritten).map(\.rawValue)
      guard pages.contains(name) else {
        return .refused("A pack has no page “\(name)”. Its pages: \(pages.joined(separator: ", ")).")
      }
      return try write(["tenders/\(chosen)/\(name).md": StarterTexts.page(name)])
    case "question": return try write(["tenders/\(chosen)/questions/\(name).md": StarterTexts.question(name)])
    default: return try write(["tenders/\(chosen)/clarifications/\(name).md": StarterTexts.clarification])
    }
  }

  private func write(_ texts: [String: String]) throws(SystemFault) -> Result {
    let files = texts.map { (path: "\(content)/\($0.key)", text: $0.value) }.sorted { $0.path < $1.path }
    if let there = files.first(where: { Files.exists($0.path) }) {
      return .refused("\(there.path) is there already. Choose another name, or open that file.")
    }
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) { try Files.create(path, in: content, text) }
    return .files(files.map(\.path))
  }
}
