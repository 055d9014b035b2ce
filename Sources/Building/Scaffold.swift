internal import DataOutput
internal import Diagnostics
internal import Paths
package import System
internal import Tenders

/// Something new to begin with: files with notes that teach, which build as they stand.
package struct Scaffold {
  package enum Result {
    case files([String])
    /// Lines for a file that is there already, which only its author should change.
    case lines(String, for: String)
    case refused(String)
  }

  /// What can be begun: every kind of content but the home page, which comes with a site; and a part of a tender.
  package static let kinds = contentKinds.filter { $0 != .home }.map(\.rawValue) + ["lot"]

  /// The kinds of content, and what is made of a tender for programs.
  package static let schemaKinds = contentKinds.map(\.rawValue) + ["pack", "keys"]

  private static let contentKinds = Kind.allCases.filter { $0 != .plain }

  package static func schema(of kind: String) -> String? {
    if kind == "pack" { return PackSchema().text }
    if kind == "keys" { return KeyList().text }
    return Kind(rawValue: kind).map { JSONSchema($0).text }
  }

  private let kind: String
  private let name: String
  private let tender: String?
  private let content: String
  private let disk: any Disk

  package init(kind: String, name: String, tender: String?, content: String, on disk: any Disk) {
    (self.kind, self.name, self.tender, self.content, self.disk) = (kind, name, tender, content, disk)
  }

  package func begin() throws(SystemFault) -> Result {
    guard Self.kinds.contains(kind) else {
      return .refused("There is no “\(kind)” to begin. You can begin: \(Self.kinds.joined(separator: ", ")).")
    }
    if kind == Kind.site.rawValue { return try write(ScaffoldTexts.site(name)) }
    guard isID(name), (try? PathStep.checkFile(name)) != nil else {
      return .refused(
        "“\(name)” cannot be a file's name. Use lower case letters, digits and hyphens, such as day-service.")
    }
    let known = Kind(rawValue: kind)
    switch known {
    case .tender?:
      let texts = [(Kind.tender, name), (.packPage, PackPage.vision.rawValue)].map { kind, id in
        (kind.path(in: .tender, named: id, of: name), ScaffoldTexts.file(kind, id))
      }
      return try write(Dictionary(texts) { first, _ in first })
    case let kind? where tender == nil && kind.declaration.holders.contains(.library):
      return try write([kind.path(in: .library, named: name, of: ""): ScaffoldTexts.file(kind, name)])
    case let kind? where !kind.declaration.holders.contains(.tender):
      return .refused("A tender has no \(kind.rawValue) of its own. Leave out --tender.")
    case .some, nil: return try beginInTender(known)
    }
  }

  /// What belongs to a tender: the one that was named, or the only one. Nil for a lot, which is a part of tender.md.
  private func beginInTender(_ kind: Kind?) throws(SystemFault) -> Result {
    var ignored: [Diagnostic] = []
    let files = try disk.holds(content) ? SourceFolder(content, on: disk, findings: &ignored).files : []
    let places = files.compactMap { Location(path: $0.path, isTrial: false) }
    let tenders = places.filter { $0.kind == .tender }.map(\.id)
    guard let chosen = tender ?? (tenders.count == 1 ? tenders.first : nil), tenders.contains(chosen) else {
      return .refused(
        tenders.isEmpty
          ? "There is no tender yet. Begin one with: tenderpress new tender day-service"
          : "Say which tender with --tender: \(tenders.joined(separator: ", ")).")
    }
    guard let kind else {
      let path = Kind.tender.path(in: .tender, named: "", of: chosen)
      return .lines(ScaffoldTexts.lot(name), for: "\(content)/\(path)")
    }
    let pages = PackPage.allCases.filter(\.canBeWritten).map(\.rawValue)
    if kind == .packPage, !pages.contains(name) {
      return .refused("A pack has no page “\(name)”. Its pages: \(pages.joined(separator: ", ")).")
    }
    let scale = places.first { $0.kind == .scale }?.id
    return try write([
      kind.path(in: .tender, named: name, of: chosen): ScaffoldTexts.file(kind, name, scale: scale)
    ])
  }

  private func write(_ texts: [String: String]) throws(SystemFault) -> Result {
    let files = texts.map { (path: "\(content)/\($0.key)", text: $0.value) }.sorted { $0.path < $1.path }
    for (path, _) in files {
      guard try disk.holds(path) else { continue }
      return .refused("\(path) is there already. Choose another name, or open that file.")
    }
    try disk.create(texts, in: content)
    return .files(files.map(\.path))
  }
}
