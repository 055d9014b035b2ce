import Diagnostics
import Markdown
import TestSupport
import Testing

/// What holds for every text, however its marks stand.
struct WordLawTests {
  private static let words = ["bid", "marks", "wörter", "日本", "price"]
  /// Marks that change how words look and where they stand. Those that put words elsewhere, as an address or a name of a
  /// language, are not among them.
  private static let marks = [
    "*", "_", "**", "~~", "`", "#", "> ", "- ", "+ ", "1. ", "[", "]", "!", "\\", "&", ";", "\"", "\n", "\n\n", " ",
    "    ",
    "\t", "===", "---", "é", "\u{A0}", "\r\n",
  ]

  @Test func `every word of a text is read, once and in its order`() throws {
    try forAll(.texts(of: Self.words + Self.marks, atMost: 24), cases: 2_000) { text in
      let known = text.filter { $0.isWhitespace || $0.isASCII || $0.isLetter }
      // Behind these a word is the name of a language, and no word of the text.
      // What stands behind `<` may be a tag, whose name is none either.
      guard !known.contains("```"), !known.contains("~~~"), !known.contains("<") else { return true }
      let source = SourceText(name: "a.md", text: known)
      var findings: [Diagnostic] = []
      let document = Document.parse(source, findings: &findings)
      return Self.letters(of: document.blocks.map(\.allWords).joined()) == Self.letters(of: known)
    }
  }

  @Test func `every place of a document lies in its text`() throws {
    let pieces =
      Self.words + Self.marks + [
        "<b>", "</b>", "<sup>", "<!--", "-->", "{{a.b}}", "{{", "[^1]", "[^1]: ", "](b.md)", "|", "\n|---|\n", "```\n",
        "https://a.example ",
      ]
    try forAll(.texts(of: pieces, atMost: 24), cases: 2_000) { text in
      let source = SourceText(name: "a.md", text: text)
      var findings: [Diagnostic] = []
      let document = Document.parse(source, findings: &findings)
      let places = document.allBlocks.map(\.place) + document.allInlines.map(\.place) + findings.compactMap(\.place)
      return places.allSatisfy { 0 <= $0.range.lowerBound && $0.range.upperBound <= source.bytes.count }
    }
  }

  private static func letters(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic && $0.value > 0x40 }))
  }
}

extension Block {
  /// The words of all blocks inside it, in reading order.
  fileprivate var allWords: String {
    switch kind {
    case .paragraph(let content): content.plainText
    case .heading(let heading): heading.content.plainText
    case .code(_, let text): text
    case .quote(let blocks): blocks.map(\.allWords).joined()
    case .list(let list): list.items.flatMap(\.blocks).map(\.allWords).joined()
    default: ""
    }
  }
}
