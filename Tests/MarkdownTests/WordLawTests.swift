import Diagnostics
import Foundation
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
      // What stands behind `<` may be a tag, whose name is none either, nor is the name of a note.
      guard !known.contains("```"), !known.contains("~~~"), !known.contains("<"), !known.contains("[^") else {
        return true
      }
      let source = SourceText(name: "a.md", text: known)
      var findings: [Diagnostic] = []
      let document = Document.parse(source, findings: &findings)
      return Self.letters(of: document.blocks.map(\.allWords).joined()) == Self.letters(of: known)
    }
  }

  /// Marks that put words where a reader may not meet them.
  private static let hiding = [
    "[^a]", "\n\n[^a]: ", "\n\n[a]: ", "[words][a]", "](b.md)", "](b c)", "\n\n```\n", "\n\n<!-- ", "<!--", "|",
    "\n\n| a | b |\n|---|---|\n| ", " |\n| ", "<p>", "</p>", "<sup>", "</sup>", "<details>", "<summary>", "</summary>",
    "\n\n<div>\n", "<name of it>", "<img alt=\"price\">", "&amp;", "![", "\n\n> [!NOTE]\n> ",
  ]

  @Test func `every word of a text is in its tree, or a finding names it`() throws {
    try forAll(.texts(of: Self.words + Self.marks + Self.hiding, atMost: 24), cases: 3_000) { text in
      // What joins the sign before it would hide a mark from the account.
      let known = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isGraphemeExtend }))
      let missing = Accounting(of: known).missing
      return missing.isEmpty
    }
  }

  @Test(arguments: ["gfm/spec.txt", "gfm/extensions.txt", "gfm/regression.txt", "commonmark/spec.txt"])
  func `every word of the examples of specifications is in its tree, or a finding names it`(file: String) throws {
    guard let spec = try Shared.text(file) else {
      print("\(file) is not on this machine: its examples were not read.")
      return
    }
    let fence = String(repeating: "`", count: 32)
    for part in spec.components(separatedBy: fence + " example").dropFirst() {
      let body = part.components(separatedBy: "\n" + fence)[0].components(separatedBy: "\n").dropFirst()
      // Which of the addresses for links are used is what the examples are about; and an entity may stand in a word.
      let text = body.prefix { $0 != "." && $0.firstMatch(of: /^[ >]*\[.*\]:/) == nil }.joined(separator: "\n")
        .replacing("→", with: "\t").replacing(/\S*&#?[A-Za-z0-9]+;\S*/, with: " ")
      // A name over two lines.
      let missing = text.contains("[\n") ? [] : Accounting(of: text).missing
      #expect(missing.isEmpty, "\(text)")
    }
  }

  @Test func `every word of texts of others is in its tree, or a finding names it`() throws {
    for (name, text) in try Shared.texts(below: "real") {
      let missing = Accounting(of: text).missing
      #expect(missing.isEmpty, "\(name)")
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

/// Which words of a text are neither in its tree nor where a finding points.
private struct Accounting {
  private(set) var missing: Set<String> = []

  init(of text: String) {
    let source = SourceText(name: "a.md", text: text)
    var findings: [Diagnostic] = []
    let document = Document.parse(source, options: ParseOptions(drawsData: false), findings: &findings)
    // Nobody knows what stands below a remark that does not end.
    guard !findings.contains(where: { $0.code.id == "M13" && $0.message.contains("below") }) else { return }
    let told = findings.compactMap(\.place).map { source.text(in: $0.range) }
    let met = document.allBlocks.map(\.ownWords) + document.allInlines.map(\.ownWords) + told
    // What stands in brackets behind others may be the name of an address.
    let names = text.components(separatedBy: "][").dropFirst().map { $0.prefix { $0 != "]" } }
    missing = Self.words(Self.withoutNames(text)).subtracting(
      Self.words((met + names.map(String.init)).joined(separator: " ")))
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.unicodeScalars.split { !$0.properties.isAlphabetic }.map { String($0).lowercased() })
  }

  /// Without what is no word: closed remarks, tags with their attributes, entities, names in brackets that links are
  /// found by, and what a block of code is written in.
  private static func withoutNames(_ text: String) -> String {
    text.replacing(/\[\^[^\]]*\]/, with: " ").replacing(/(?s)<!--.*?-->/, with: " ").replacing(
      /(?s)<style>.*?<\/style>/, with: " "
    ).replacing(
      /(?s)<[?!].*?>/, with: " "
    )
    .replacing(/(?s)<\/?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>/, with: " ")
    .replacing(/&#?[A-Za-z0-9]+;/, with: " ")
    .replacing(/\[[^\[\]]*\]:/, with: " ").replacing(/\]\s?\[[^\[\]]*\]/, with: " ").replacing(
      /\[\^[^\]]*\]/, with: " "
    )
    .replacing(/(?m)^[ >]*(```|~~~).*$/, with: " ")
    .replacing("[x]", with: " ").replacing(
      /(?i)\[!(note|tip|important|warning|caution)\]/, with: " ")
  }
}

extension Block {
  fileprivate var ownWords: String {
    switch kind {
    case .code(let language, let text): (language ?? "") + " " + text
    default: ""
    }
  }
}

extension Inline {
  fileprivate var ownWords: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .abbreviation(let title, _): title
    case .passage(let language, _): language
    case .link(.written(let address), let title, _), .image(.written(let address), let title, _):
      address + " " + (address.removingPercentEncoding ?? "") + " " + (title ?? "")
    default: ""
    }
  }
}

/// Texts that lie beside the repository while it is worked on.
private enum Shared {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/data")

  static func text(_ path: String) throws -> String? {
    let file = root.appending(path: path)
    return FileManager.default.fileExists(atPath: file.path) ? try String(contentsOf: file, encoding: .utf8) : nil
  }

  static func texts(below folder: String) throws -> [(name: String, text: String)] {
    let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }.map {
      ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
    }
  }
}
