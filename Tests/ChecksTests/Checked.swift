import Content
import Diagnostics
import Foundation
import Markdown
import Planning
import Tenders
import TestSupport
import Testing

@testable import Checks

/// A pack in memory. It is changed by values, and only what changes is parsed again.
struct Pack: Sendable {
  private var files: [String: ParsedText] = [:]
  /// What lies beside its texts: pictures and attachments.
  private var assets: [String: Asset] = [:]

  /// The example, as people find it in the project.
  static var example: Pack { get throws { try readExample.get() } }
  /// The example without its guidance, which is most of its text and belongs to no pack.
  static var exampleAlone: Pack { get throws { try readExampleAlone.get() } }
  /// A pack in which nothing is wrong.
  static var sound: Pack { get throws { try readSound.get() } }
  /// The pack that the sentences of the folder Prose stand in.
  static var prose: Pack { get throws { try readProse.get() } }
  /// A tender that was awarded, and another that was stopped.
  static var awarded: Pack { get throws { try readAwarded.get() } }

  // Each is read once.
  private static let readExample = Result { try Pack(in: "content") }
  private static let readExampleAlone = Result { try example.removing("guidance/").removing("case-studies/") }
  private static let readSound = Result { try Pack(in: Read.packs + "/sound") }
  private static let readProse = Result { try Pack(in: Read.packs + "/prose") }
  private static let readAwarded = Result { try Pack(in: Read.packs + "/awarded") }

  private init(in folder: String) throws {
    for (path, text) in try Read.texts(in: folder) { self[path] = text }
    for path in try Read.others(in: folder) { self[path] = "" }
  }

  /// A file's text by its path in the content folder; nil where there is none. Of a picture only its path is known.
  subscript(path: String) -> String? {
    get { files[path]?.text }
    set {
      if path.hasSuffix(".md") || path == "site.yml" {
        files[path] = newValue.map { ParsedText($0, path: path) }
      } else {
        assets[path] = newValue.map { _ in Asset(path: path, place: .start(of: ParsedText.name(of: path))) }
      }
    }
  }

  var paths: [String] { files.keys.sorted() }

  /// The text of a file that must be there.
  func text(_ path: String) throws -> String { try #require(self[path], "there is no \(path)") }

  /// With other words for some of a file's, for each file of some. Fails where the words are not there any more.
  func changing(_ changes: [String: [String: String]], below folder: String = "") throws -> Pack {
    var pack = self
    for (path, words) in changes {
      var text = try text(folder + path)
      for (old, new) in words {
        try #require(text.contains(old), "\(path) does not hold “\(old)”")
        text = text.replacing(old, with: new)
      }
      pack[folder + path] = text
    }
    return pack
  }

  /// With a file more, or another in its place.
  func with(_ path: String, _ text: String) -> Pack {
    var pack = self
    pack[path] = text
    return pack
  }

  /// Without a file, or the files of a folder, whose path ends with a slash. Fails where there are none.
  func removing(_ path: String) throws -> Pack {
    let gone = paths.filter { $0 == path || path.hasSuffix("/") && $0.hasPrefix(path) }
    try #require(!gone.isEmpty, "there is no \(path)")
    var pack = self
    for path in gone { pack[path] = nil }
    return pack
  }

  /// With the texts of a folder once more, in another.
  func copying(_ folder: String, to other: String) -> Pack {
    var pack = self
    for path in paths where path.hasPrefix(folder + "/") {
      pack[other + path.dropFirst(folder.count)] = self[path]
    }
    return pack
  }

  /// What its files mean, with what was noticed on the way.
  func model(_ findings: inout [Diagnostic]) -> Model {
    let files = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    findings += files.flatMap(\.findings)
    return Model.assemble(files.map(\.file), findings: &findings)
  }

  /// What a check finds on a day, or what a build finds, which has none; by all rules, or by some alone. As `Job.check` does it, drafts are read as they
  /// would be published.
  func check(on today: String? = "2027-01-15", by codes: Set<String>? = nil) throws -> [Finding] {
    var findings: [Diagnostic] = []
    let model = model(&findings)
    let texts = model.site.publishesRules ? Rule.texts : []
    let assets = assets.sorted { $0.key < $1.key }.map(\.value)
    // No rule asks the plan, which finds things of its own.
    for drafts in model.hasDrafts ? [false, true] : [false] where codes == nil {
      _ = Plan.make(
        model, assets: assets, style: Address("style.css"), drafts: drafts, rules: texts, findings: &findings)
    }
    let day = try today.map { try #require(Day($0)) }
    let subject = Subject(model: model, today: day)
    let rules = subject.rules.filter { codes?.contains($0.code.id) ?? true }
    findings += subject.judgement(of: rules.flatMap(subject.findings)).findings
    let sources = Sources(files.values.map(\.file.source))
    return findings.inReadingOrder().map { Finding($0, in: sources) }
  }
}

/// A text with all that follows from it alone.
private struct ParsedText: Sendable {
  let text: String
  let file: ContentFile
  let findings: [Diagnostic]

  /// The name that a file has in findings.
  static func name(of path: String) -> String { "content/\(path)" }

  init(_ text: String, path: String) {
    var findings: [Diagnostic] = []
    let source = SourceText(name: Self.name(of: path), text: text)
    file =
      path == "site.yml"
      ? ContentFile(yaml: path, source: source, findings: &findings)
      : ContentFile(path: path, source: source, options: ParseOptions(), findings: &findings)
    (self.text, self.findings) = (text, findings)
  }
}

/// A finding as people read it.
struct Finding: Hashable, Sendable, CustomStringConvertible {
  let code: String
  let name: String
  let severity: String
  let message: String
  let file: String?
  let line: Int?
  let column: Int?
  let endLine: Int?
  let endColumn: Int?
  let help: String?
  let source: String?
  /// What it says of other places.
  let related: [String]

  init(_ finding: Diagnostic, in sources: Sources) {
    (code, name, source) = (finding.code.id, finding.code.name, finding.code.source)
    (severity, message, help) = (finding.severity.word, finding.fullMessage, finding.help)
    file = finding.place?.file
    let span = finding.place.flatMap(sources.span)
    (line, column) = (span?.start.line, span?.start.column)
    (endLine, endColumn) = (span?.end.line, span?.end.column)
    related = finding.related.map(\.words)
  }

  /// `content/site.yml:7:9`
  var place: String {
    [file, line.map { "\($0)" }, column.map { "\($0)" }].compactMap(\.self).joined(separator: ":")
  }

  var description: String { "\(severity) \(code) \(place) \(message)" }

  /// Whether it is what it was, perhaps on another line.
  func isSame(as other: Finding) -> Bool {
    code == other.code && severity == other.severity && message == other.message && file == other.file
  }
}
