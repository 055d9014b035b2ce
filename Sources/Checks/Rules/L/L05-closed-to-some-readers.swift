internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

extension Rule {
  /// What a program can tell of whether everyone can read the site: pictures, headings, links, tables, language.
  static let closedToSomeReaders = Rule(
    ofSite: "L05", "closed-to-some-readers", .warning, source: Source.accessibility
  ) { context in
    let model = context.subject.model
    let texts = model.files.flatMap { text in
      pictures(text.file, text.isDraft ? .warning : .error, context) + headings(text.file, context)
        + links(text.file, context)
        + tables(text.file, context)
    }
    return language(model.site, context) + texts
  }

  private static func pictures(_ file: ContentFile, _ severity: Severity, _ context: RuleContext) -> [Diagnostic] {
    file.body.allInlines.compactMap { inline in
      guard case .image(let destination, _, let alternative) = inline.kind else { return nil }
      let words = alternative.plainText.trimmed
      let name = destination.fileName
      if words.isEmpty {
        return context.finding(
          "the picture “\(name)” has no words for people who cannot see it", severity, value: name, at: inline.place,
          help: "Write what it shows between the square brackets: ![The kitchen on a Sunday](\(name)).")
      }
      guard words.isNoDescription(of: name) else { return nil }
      return context.finding(
        "“\(words)” does not say what the picture shows", value: words, at: inline.place,
        help: "Write what somebody sees who looks at it, in a sentence.")
    }
  }

  private static func headings(_ file: ContentFile, _ context: RuleContext) -> [Diagnostic] {
    var level = 1
    return file.body.blocks.compactMap { block in
      guard case .heading(let heading) = block.kind else { return nil }
      defer { level = heading.level }
      guard heading.level > level + 1 else { return nil }
      return context.finding(
        "a heading of level \(heading.level) follows one of level \(level)", value: heading.content.plainText,
        at: block.place, help: "Begin it with \(String(repeating: "#", count: level + 1)) and a space.")
    }
  }

  private static func links(_ file: ContentFile, _ context: RuleContext) -> [Diagnostic] {
    file.body.allInlines.compactMap { inline in
      guard case .link(_, _, let content) = inline.kind else { return nil }
      let words = content.plainText.trimmed
      let isAddress = words.isLongAddress
      guard isAddress || Self.emptyWords.contains(words.lowercased().withoutMarks) else { return nil }
      return context.finding(
        isAddress
          ? "the words of a link are a web address, which is read out letter by letter"
          : "a link says “\(words)”, and not where it leads",
        value: words, at: inline.place, help: "Use words that make sense in a list of links, such as the page's title.")
    }
  }

  private static let emptyWords: Set = [
    "here", "click here", "click", "more", "read more", "this", "this link", "link", "this page", "find out more",
    "learn more", "see here",
  ]

  private static func tables(_ file: ContentFile, _ context: RuleContext) -> [Diagnostic] {
    file.body.allBlocks.compactMap { block in
      guard case .table(let table) = block.kind, table.header.count > 1 else { return nil }
      let empty = table.header.dropFirst().filter { $0.plainText.trimmed.isEmpty && $0.allSatisfy(\.isText) }.count
      guard empty > 0 else { return nil }
      return context.finding(
        "\(empty == 1 ? "a column of this table has" : "\(empty) columns of this table have") no heading",
        value: "\(empty) without heading", at: block.place, help: "Name every column in the first row of the table.")
    }
  }

  private static func language(_ site: Site, _ context: RuleContext) -> [Diagnostic] {
    guard !site.isTrial, !site.facts.languages.isWritten else { return [] }
    return [
      context.finding(
        "site.yml does not say in which language the site is written", value: "no languages",
        at: site.facts.title.located?.place ?? site.facts.place,
        help: "Add `languages: [en-GB]`, or the language that it is.")
    ]
  }
}

extension Inline {
  /// Whether it is words alone; a picture or a value says something that is not in the text.
  fileprivate var isText: Bool { if case .text = kind { true } else { false } }
}

extension Destination {
  fileprivate var fileName: String {
    switch self {
    case .written(let path), .site(let path, _), .here(let path), .elsewhere(let path):
      path.split(separator: "/").last.map(String.init) ?? path
    case .nowhere: ""
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether it is a web address with more than the name of a site, which is short enough to be heard.
  fileprivate var isLongAddress: Bool {
    guard let start = ["https://", "http://", "www."].first(where: hasPrefix) else { return false }
    return dropFirst(start.count).split(separator: "/").count > 1
  }

  /// Whether it is the file's name, or a word that says only that there is a picture.
  fileprivate func isNoDescription(of file: String) -> Bool {
    let words = lowercased()
    let stem = file.lowercased().split(separator: ".").first.map(String.init) ?? ""
    return words == file.lowercased() || words == stem && words.contains { $0.isNumber || "_-".contains($0) }
      || ["image", "picture", "photo", "photograph", "graphic", "figure", "chart", "diagram", "logo", "icon"].contains(
        words)
  }
}
