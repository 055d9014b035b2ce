internal import Content
internal import Diagnostics
package import Markdown

/// What a rule says about itself: the page that `explain` prints, that a site may show, and that is the rule's test.
package struct RulePage: Sendable {
  /// Files that replace a part of a pack in which nothing is wrong.
  package struct Example: Sendable {
    /// What the example is, as its heading says it: “Wrong”, “Right: a fixed budget”.
    package let title: String
    /// Each file's path in the content folder, and its words. Lines of front matter take the place of the same keys;
    /// a file that begins with `---` is whole, and one without words is not there.
    package let files: [(path: String, text: String)]
  }

  package let rule: Rule
  package let title: String
  /// The words below the title, the examples among them.
  package let document: Document
  package let wrong: [Example]
  package let right: [Example]

  /// What is known of the rule beside its page's words, in sentences.
  package var facts: [String] {
    let severity = rule.severity == .error ? "an error" : "a \(rule.severity.word)"
    let groups = rule.profiles.map(\.rawValue).sorted().joined(separator: ", ")
    return ["A finding of this rule is \(severity). Its name is \(rule.code.name)."]
      + [rule.code.source.map { "Source: \($0)." }].compactMap(\.self)
      + (rule.profiles.contains(.core) ? [] : ["It belongs to the profile \(groups)."])
      + [rule.until.words].compactMap(\.self)
      + rule.thresholds.map {
        "\($0.meaning): \($0.usualWords). To change it, write \($0.name): and a number under thresholds in site.yml."
      }
  }

  init(_ rule: Rule, name: String, text: String) {
    var findings: [Diagnostic] = []
    let source = SourceText(name: name, text: text)
    var document = Document.parse(source, options: ParseOptions(drawsData: false), findings: &findings)
    self.rule = rule
    if case .heading(let heading) = document.blocks.first?.kind {
      title = heading.content.plainText
      document.blocks.removeFirst()
    } else {
      title = rule.code.name
    }
    self.document = document
    let examples = Self.examples(in: document)
    wrong = examples.filter { $0.title.hasPrefix("Wrong") }
    right = examples.filter { $0.title.hasPrefix("Right") }
  }

  /// The blocks of code under each heading.
  private static func examples(in document: Document) -> [Example] {
    var examples: [Example] = []
    var files: [(path: String, text: String)] = []
    for block in document.blocks.reversed() {
      switch block.kind {
      case .code(let path?, let text): files.insert((path, text), at: 0)
      case .heading(let heading):
        examples.insert(Example(title: heading.content.plainText, files: files), at: 0)
        files = []
      default: break
      }
    }
    return examples
  }
}

extension Rule {
  /// The page of every rule, in the order of their codes.
  package static var pages: [RulePage] {
    zip(all, pageTexts).map { RulePage($0, name: $1.name, text: $1.text) }
  }

  /// The page of one.
  package static func page(_ code: String) -> RulePage? {
    zip(all, pageTexts).first { $0.0.code.id == code }.map { RulePage($0, name: $1.name, text: $1.text) }
  }
}
