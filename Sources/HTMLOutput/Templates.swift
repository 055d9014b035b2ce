package import Diagnostics
internal import Mustache
package import Tenders

/// The templates of pages: those compiled into the program, with a council's own in their place.
package struct Templates: Sendable {
  private let library: MustacheLibrary
  private let tags: [String: [TemplateTag]]
  private let styleText: String

  /// `own` are the files of the folder that was given with --templates, by name; `looks` are the names of those that other
  /// modules read.
  package init(own: [SourceText], looks: [String] = [], findings: inout [Diagnostic]) {
    var texts = Dictionary(Self.builtIn.map { ($0.name.lastStep, $0) }) { first, _ in first }
    for text in own { texts[text.name.lastStep] = text }
    styleText = texts["style.css"].map { $0.text(in: 0..<$0.bytes.count) } ?? ""

    var library = MustacheLibrary()
    var tags: [String: [TemplateTag]] = [:]
    for (file, source) in texts { if let name = file.templateName { tags[name] = TemplateTag.all(in: source) } }
    findings += Self.unused(own, tags, looks)
    let names = Set(tags.keys)
    let loops = TemplateGraph(tags).loops(among: Set(own.compactMap(\.name.lastStep.templateName)))
    for (file, source) in texts.sorted(by: { $0.key < $1.key }) {
      guard let name = file.templateName, let own = tags[name] else { continue }
      findings += own.compactMap { $0.finding(partials: names) }
      // What the engine would follow without end, or read in another way than this scan, is kept from it.
      let tooDeep = own.tooDeep.map { [Diagnostic.templateTooDeep(at: $0.place)] } ?? []
      let dangers =
        (loops[name] ?? []).map { .templateLoop($0) } + tooDeep
        + (tooDeep.isEmpty ? own.unclosed : []).map { .unclosedTag($0) }
        + own.filter(\.setsDelimiters).map { .newDelimiters(at: $0.place) }
      findings += dangers
      guard dangers.isEmpty else { continue }
      do {
        try library.register(source.text(in: 0..<source.bytes.count), named: name)
      } catch {
        findings.append(.brokenTemplate(error, in: source))
      }
    }
    (self.library, self.tags) = (library, tags)
  }

  /// Files of the council's own that nothing asks for, so that whatever was changed in them is changed nowhere.
  private static func unused(
    _ own: [SourceText], _ tags: [String: [TemplateTag]], _ looks: [String]
  ) -> [Diagnostic] {
    let known = builtInTemplates.map(\.name) + looks
    // What a template of the program leads to, by whatever steps.
    var reached = Set(known.compactMap(\.templateName))
    var left = reached
    while let name = left.popFirst() {
      for tag in tags[name] ?? [] where tag.role == .partial || tag.role == .parent {
        if reached.insert(tag.name).inserted { left.insert(tag.name) }
      }
    }
    return own.compactMap { text in
      let file = text.name.lastStep
      if known.contains(file) || file.templateName.map(reached.contains) ?? false { return nil }
      return .unusedTemplate(file, near: known.sorted().nearest(to: file), at: .start(of: text.name))
    }
  }

  /// The texts of the built-in templates, which places in them point into.
  package static let builtIn = builtInTemplates.map { SourceText(name: "templates/\($0.name)", text: $0.text) }

  /// The style sheet, with the council's colour at its end, where it wins.
  package func style(accent: Colour?) -> String {
    styleText + (accent.map { "\n:root { --council: \($0.hex); }\n" } ?? "")
  }

  /// Fills a template in.
  func render(_ name: String, _ view: View, findings: inout [Diagnostic]) -> String {
    let root = RootView(view)
    let html = library.render(root, withTemplate: name) ?? ""
    for miss in root.misses.sorted() {
      let users = tags.keys.sorted().flatMap { tags[$0] ?? [] }.filter { $0.name == miss }
      findings += users.map { .nameNotHere(miss, template: name, at: $0.place) }
    }
    return html
  }
}

/// One `{{…}}` of a template and where it stands. Templates are scanned for these before they are used, since the
/// engine itself prints nothing for a name that it does not know.
struct TemplateTag: Sendable {
  /// `parent` begins the use of a layout, `block` a part of one.
  enum Role: Sendable { case value, section, end, partial, parent, block, other }

  let role: Role
  let name: String
  let place: Place
  /// Whether its `}}` is missing, so that what follows would be read as a part of it.
  private(set) var isOpen = false

  static func all(in source: SourceText) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var rest = source.bytes[...]
    let (open, close) = (Array("{{".utf8), Array("}}".utf8))
    while let start = rest.firstRange(of: open) {
      rest = rest[start.upperBound...]
      let next = rest.firstRange(of: open)
      let isRemark = rest.first == UInt8(ascii: "!")
      guard let end = rest.firstRange(of: close),
        isRemark || next.map({ $0.lowerBound > end.lowerBound }) ?? true
      else {
        let line = rest.prefix { $0 != .lineFeed && $0 != .carriageReturn }.prefix(40)
        let words = source.text(in: start.upperBound..<line.endIndex)
        var tag = TemplateTag(words, at: Place(file: source.name, range: start))
        tag.isOpen = true
        tags.append(tag)
        continue
      }
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
      case nil, "&", "{": .value
      case "#", "^": .section
      case "/": .end
      case ">": .partial
      case "<": .parent
      case "$": .block
      default: .other
      }
  }

  var setsDelimiters: Bool { role == .other && name.hasSuffix("=") }

  func finding(partials: Set<String>) -> Diagnostic? {
    guard !isOpen else { return nil }
    return switch role {
    case .value, .section, .end:
      name == "." || Name(rawValue: name) != nil || isBlockEnd(partials) ? nil : .unknownName(name, at: place)
    case .partial, .parent:
      partials.contains(name)
        ? nil : .missingPartial(name, near: partials.sorted().nearest(to: name), at: place)
    case .block, .other: nil
    }
  }

  /// `{{/layout}}` ends a page's use of a layout, and `{{/main}}` a block of it.
  private func isBlockEnd(_ partials: Set<String>) -> Bool { partials.contains(name) || Self.blocks.contains(name) }

  private static let blocks: Set = ["main", "aside", "head"]
}

extension [TemplateTag] {
  /// Tags without their end: of braces, or sections and blocks that are opened and never closed.
  fileprivate var unclosed: [TemplateTag] {
    let torn = filter(\.isOpen)
    guard torn.isEmpty else { return torn }
    var open: [TemplateTag] = []
    for tag in self {
      switch tag.role {
      case .section, .parent, .block: open.append(tag)
      // One that is closed by another name is told by the engine.
      case .end: if open.popLast()?.name != tag.name { return [] }
      case .value, .partial, .other: break
      }
    }
    return open
  }

  /// The first tag that lies deeper than any page needs. The engine reads each level on the stack.
  fileprivate var tooDeep: TemplateTag? {
    var depth = 0
    for tag in self {
      switch tag.role {
      case .section, .parent, .block: depth += 1
      case .end: depth -= 1
      case .value, .partial, .other: break
      }
      if depth > 100 { return tag }
    }
    return nil
  }
}

/// Which template or block leads to which when pages are made.
private struct TemplateGraph {
  private enum Node: Hashable {
    case template(String)
    /// What templates put into a block, all of them together.
    case block(String)
  }

  private struct Edge {
    let from: Node
    let to: Node
    /// The template that the tag stands in.
    let owner: String
    let tag: TemplateTag
  }

  private var edges: [Edge] = []

  init(_ tags: [String: [TemplateTag]]) {
    for (name, tags) in tags { add(tags, of: name) }
  }

  private mutating func add(_ tags: [TemplateTag], of owner: String) {
    var open: [(role: TemplateTag.Role, inside: Node)] = []
    for tag in tags {
      let inside = open.last?.inside ?? .template(owner)
      func edge(to node: Node) -> Edge { Edge(from: inside, to: node, owner: owner, tag: tag) }
      switch tag.role {
      case .partial: edges.append(edge(to: .template(tag.name)))
      case .parent:
        edges.append(edge(to: .template(tag.name)))
        open.append((.parent, inside))
      // Just below the use of a layout, a block says what the layout is to show; elsewhere it is shown.
      case .block where open.last?.role == .parent: open.append((.block, .block(tag.name)))
      case .block:
        edges.append(edge(to: .block(tag.name)))
        open.append((.block, inside))
      case .section: open.append((.section, inside))
      case .end: _ = open.popLast()
      case .value, .other: break
      }
    }
  }

  /// The tags in some of the templates by which a page would never end, by the template that they stand in. There is one
  /// in each circle, as long as the other templates have no circle of their own.
  func loops(among names: Set<String>) -> [String: [TemplateTag]] {
    let circles = Self.withoutEnds(Self.withoutEnds(edges, \.from, \.to), \.to, \.from)
    return Dictionary(grouping: circles.filter { names.contains($0.owner) }, by: \.owner)
      .mapValues { $0.map(\.tag) }
  }

  /// The edges that are left when those that lead nowhere are taken away, again and again.
  private static func withoutEnds(
    _ edges: [Edge], _ start: KeyPath<Edge, Node>, _ end: KeyPath<Edge, Node>
  ) -> [Edge] {
    let arriving = Dictionary(grouping: edges) { $0[keyPath: end] }
    var leaving = Dictionary(edges.map { ($0[keyPath: start], 1) }, uniquingKeysWith: +)
    var ends = Set(edges.map { $0[keyPath: end] }).filter { leaving[$0] == nil }
    while let node = ends.popFirst() {
      for edge in arriving[node] ?? [] {
        let source = edge[keyPath: start]
        leaving[source, default: 0] -= 1
        if leaving[source] == 0 {
          leaving[source] = nil
          ends.insert(source)
        }
      }
    }
    return edges.filter { leaving[$0[keyPath: end]] != nil && leaving[$0[keyPath: start]] != nil }
  }
}

extension String {
  fileprivate var lastStep: String { split(separator: "/").last.map(String.init) ?? self }

  fileprivate var templateName: String? { hasSuffix(".mustache") ? String(dropLast(9)) : nil }
}

extension Code {
  static let brokenTemplate = Code("X01", "broken-template")
  static let unknownName = Code("X02", "unknown-name")
  static let missingPartial = Code("X03", "missing-partial")
  static let templateLoop = Code("X04", "template-loop")
  static let newDelimiters = Code("X05", "new-delimiters")
  static let templateTooDeep = Code("X06", "template-too-deep")
  static let unusedTemplate = Code("X07", "unused-template")
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

  static func unclosedTag(_ tag: TemplateTag) -> Diagnostic {
    Diagnostic(
      .brokenTemplate, tag.isOpen ? "this tag has no end" : "“\(tag.name)” is opened here and never closed",
      at: tag.place, help: tag.isOpen ? "Write }} where it ends." : "Write {{/\(tag.name)}} where it ends.")
  }

  static func unusedTemplate(_ file: String, near: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .unusedTemplate, .warning, "nothing uses a file named “\(file)”, so it changes nothing", at: place,
      help: near.map { "Did you mean “\($0)”?" }
        ?? "Give it the name of the file that it takes the place of, or take it out.")
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
      .newDelimiters, "templates cannot change their delimiters", at: place, help: "Keep to {{ and }}.")
  }

  static func templateLoop(_ tag: TemplateTag) -> Diagnostic {
    let what = tag.role == .block ? "the block" : "the template"
    return Diagnostic(
      .templateLoop, "\(what) “\(tag.name)” leads back here, so that a page would never end", at: tag.place,
      help: "Take this tag out, or the one that leads back.")
  }

  static func templateTooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      .templateTooDeep, "the sections of this template are nested more than 100 levels deep here", at: place,
      help: "Close the sections that are done.")
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
