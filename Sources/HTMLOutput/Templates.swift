package import Diagnostics
internal import Mustache

/// The templates of pages: those compiled into the program, with a council's own in their place.
package struct Templates: Sendable {
  private let library: MustacheLibrary
  private let tags: [String: [TemplateTag]]
  package let style: String

  /// `own` are the files of the folder that was given with --templates, by name.
  package init(own: [SourceText], findings: inout [Diagnostic]) {
    var texts = Dictionary(
      builtInTemplates.map { ($0.name, SourceText(name: "templates/\($0.name)", text: $0.text)) }
    ) { first, _ in first }
    for text in own { texts[text.name.lastStep] = text }
    style = texts["style.css"].map { $0.text(in: 0..<$0.bytes.count) } ?? ""

    var library = MustacheLibrary()
    var tags: [String: [TemplateTag]] = [:]
    let names = Set(texts.keys.compactMap(\.templateName))
    for (file, source) in texts.sorted(by: { $0.key < $1.key }) {
      guard let name = file.templateName else { continue }
      let own = TemplateTag.all(in: source)
      tags[name] = own
      findings += own.compactMap { $0.finding(partials: names) }
      do {
        try library.register(source.text(in: 0..<source.bytes.count), named: name)
      } catch {
        findings.append(.brokenTemplate(error, in: source))
      }
    }
    (self.library, self.tags) = (library, tags)
  }

  /// The texts of the built-in templates, which places in them point into.
  package static var builtIn: [SourceText] {
    builtInTemplates.map { SourceText(name: "templates/\($0.name)", text: $0.text) }
  }

  /// Fills a template in.
  func render(_ name: String, _ view: View, findings: inout [Diagnostic]) -> String {
    let root = RootView(view)
    let html = library.render(root, withTemplate: name) ?? ""
    for miss in root.misses.sorted() {
      let users = tags.sorted { $0.key < $1.key }.flatMap(\.value).filter { $0.name == miss }
      findings += users.map { .nameNotHere(miss, template: name, at: $0.place) }
    }
    return html
  }
}

/// One `{{…}}` of a template and where it stands. Templates are scanned for these before they are used, since the
/// engine itself prints nothing for a name that it does not know.
struct TemplateTag: Sendable {
  enum Role: Sendable { case value, partial, block, other }

  let role: Role
  let name: String
  let place: Place

  static func all(in source: SourceText) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var rest = source.bytes[...]
    let (open, close) = (Array("{{".utf8), Array("}}".utf8))
    while let start = rest.firstRange(of: open) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: close) else { break }
      let inside = source.text(in: start.upperBound..<end.lowerBound)
      tags.append(TemplateTag(inside, at: Place(file: source.name, range: start.lowerBound..<end.upperBound)))
      rest = rest[end.upperBound...]
    }
    return tags
  }

  private init(_ inside: String, at place: Place) {
    self.place = place
    let text = inside.drop { " \t".contains($0) }
    let sigil = text.first.flatMap { "#^/>&{<$!=%".contains($0) ? $0 : nil }
    name = String((sigil == nil ? text : text.dropFirst()).filter { !$0.isWhitespace && $0 != "}" })
    role =
      switch sigil {
      case nil, "#", "^", "/", "&", "{": .value
      case ">", "<": .partial
      case "$": .block
      default: .other
      }
  }

  func finding(partials: Set<String>) -> Diagnostic? {
    switch role {
    case .value where name != "." && Name(rawValue: name) == nil && !isBlockEnd(partials): .unknownName(name, at: place)
    case .partial where !partials.contains(name):
      .missingPartial(name, near: partials.sorted().nearest(to: name), at: place)
    case .other where name.hasSuffix("="): .newDelimiters(at: place)
    case .value, .partial, .block, .other: nil
    }
  }

  /// `{{/layout}}` ends a page's use of a layout, and `{{/main}}` a block of it.
  private func isBlockEnd(_ partials: Set<String>) -> Bool { partials.contains(name) || Self.blocks.contains(name) }

  private static let blocks: Set = ["main", "aside", "head"]
}

extension String {
  fileprivate var lastStep: String { split(separator: "/").last.map(String.init) ?? self }

  fileprivate var templateName: String? { hasSuffix(".mustache") ? String(dropLast(9)) : nil }
}

extension Code {
  static let brokenTemplate = Code("X01", "broken-template")
  static let unknownName = Code("X02", "unknown-name")
  static let missingPartial = Code("X03", "missing-partial")
}

extension Diagnostic {
  static func brokenTemplate(_ error: any Error, in source: SourceText) -> Diagnostic {
    guard let error = error as? MustacheTemplate.ParserError else {
      return Diagnostic(.brokenTemplate, "the template cannot be read", at: .start(of: source.name))
    }
    let line = source.lineRange(error.context.lineNumber)
    return Diagnostic(
      .brokenTemplate, error.words, at: Place(file: source.name, range: line),
      help: "Look at the braces on this line, and at the sections that are open there.")
  }

  static func unknownName(_ name: String, at place: Place) -> Diagnostic {
    let near = Name.allCases.map(\.rawValue).nearest(to: name)
    return Diagnostic(
      .unknownName, "no page has anything named “\(name)”", at: place,
      help: near.map { "Did you mean {{\($0)}}?" }
        ?? "Take the tag out. Names with dots are not used: open a section instead.")
  }

  static func nameNotHere(_ name: String, template: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownName, "there is no “\(name)” on pages made by \(template).mustache", at: place,
      help: "Use it only inside the section that has it, or take the tag out.")
  }

  static func missingPartial(_ name: String, near: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingPartial, "there is no template “\(name).mustache”", at: place,
      help: near.map { "Did you mean “\($0)”?" } ?? "Write the file, or take the tag out.")
  }

  static func newDelimiters(at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenTemplate, "templates cannot change their delimiters", at: place, help: "Keep to {{ and }}.")
  }
}

extension MustacheTemplate.ParserError {
  /// What went wrong, in words of ours.
  fileprivate var words: String {
    guard let error = error as? MustacheTemplate.Error else { return "a tag is opened and never closed" }
    return switch error {
    case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened with"
    case .unfinishedName: "the name in this tag is not finished"
    case .expectedSectionEnd: "a section is opened and never closed"
    case .invalidSetDelimiter: "the delimiters cannot be changed like this"
    case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
      "only blocks may stand between the tags that use a layout"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "this setting is not known"
    }
  }
}
