import Diagnostics
import Markdown
import Tenders
import TestSupport

@testable import Planning

/// What a build would make of some texts, with what was noticed on the way.
struct Planned {
  let model: Model
  let plan: Plan
  let findings: [Diagnostic]

  /// A `site.yml` is there unless the texts have one; nil takes it away.
  init(
    _ texts: [String: String?], files: [Asset] = [], drafts: Bool = false, isOffline: Bool = false,
    rules: [RuleText] = []
  ) {
    var findings: [Diagnostic] = []
    let site: [String: String?] = ["site.yml": "title: Tenders\norganisation: Testham\n"]
    let all = site.merging(texts) { $1 }.compactMapValues(\.self)
    model = Read.model(all, findings: &findings)
    plan = Plan.make(
      model, assets: files, style: Address("style.css"), drafts: drafts, isOffline: isOffline, rules: rules,
      findings: &findings)
    self.findings = findings
  }

  /// Of all findings but those of keys that a published tender lacks: the tenders here say no more than they need.
  var codes: [String] { findings.map(\.code.id).filter { $0 != "F11" }.sorted() }

  func told(_ code: String) -> [Diagnostic] { findings.filter { $0.code.id == code } }

  /// The addresses of all pages, without `index.html`.
  var pages: [String] { plan.pages.map { $0.address.path.replacing("index.html", with: "") } }

  /// The names of a tender's pages below its folder.
  func pack(_ tender: String = "t") -> [String] {
    plan.pages.pack(of: tender).map { String($0.address.path.dropFirst("tenders/\(tender)/".count).dropLast(11)) }
  }

  /// The addresses of files that are no pages.
  var files: [String] {
    plan.artefacts.compactMap { if case .page = $0.recipe { nil } else { $0.address.path } }
  }

  func page(at path: String) -> PlannedPage? { plan.pages.page(at: path) }

  /// A page in a line for each paragraph and heading, its links as `[words](where they lead)`.
  func text(at path: String) -> String? { page(at: path).map { plan.body(of: $0).words } }
}

extension Document {
  var words: String { allBlocks.compactMap(\.ownWords).joined(separator: "\n") }
}

extension Block {
  fileprivate var ownWords: String? {
    switch kind {
    case .paragraph(let content): content.withTargets
    case .heading(let heading): String(repeating: "#", count: heading.level) + " " + heading.content.withTargets
    case .table(let table): (table.header + table.rows.flatMap(\.self)).map(\.withTargets).joined(separator: " | ")
    case .code(_, let code): code
    default: nil
    }
  }
}

extension [Inline] {
  var withTargets: String {
    map { inline in
      switch inline.kind {
      case .link(let destination, _, let content): "[\(content.withTargets)](\(destination.words))"
      case .image(let destination, _, let alternative): "![\(alternative.withTargets)](\(destination.words))"
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .passage(_, let inner):
        inner.withTargets
      case .footnote(let number, _): "[^\(number)]"
      default: [inline].plainText
      }
    }.joined()
  }
}

extension Destination {
  fileprivate var words: String {
    switch self {
    case .written(let written): "? \(written)"
    case .site(let path, let fragment): path + (fragment.map { "#\($0)" } ?? "")
    case .here(let id): "#\(id)"
    case .elsewhere(let address): address
    case .nowhere: "nowhere"
    }
  }
}

extension Asset {
  init(_ path: String, hash: String? = nil) { self.init(path: path, place: .start(of: path), hash: hash) }
}
