import Archives
import Content
import Diagnostics
import Drawings
import Foundation
import FoundationXML
import Markdown
import TestSupport

@testable import HTMLOutput
@testable import OfficeOutput
@testable import Planning
@testable import Tenders
@testable import TypstOutput

extension Fuzzed {
  /// Read as a file of each kind: the YAML, and the records that are read from it.
  static let frontMatter = Fuzzed(
    name: "front-matter",
    pieces: [
      "---\n", "\n", "\r\n", " ", "  ", "\t", ": ", "- ", "[", "]", "{", "}", ",", "'", "\"", "|\n", ">\n", "&x ", "*x",
      "!y ", "# ", "%", "? ", "<<: ", "\\", "é", "😀", "\u{FEFF}", "\u{0}", "\u{85}", "\u{2028}", "...\n", "2027-02-30",
      "2027-03-28T01:30", "£1,000", "100%", "yes", "null", "~", "-1", "999999999999999999999", "1e9", "title: ",
      "lots:\n",
      "criteria:\n  - id: ", "weight: 40\n", "dates:\n  deadline: ", "scale: ", "outcomes: [", "term:\n  months: ",
    ]
  ) { bytes in
    // Each input is read as one kind of file.
    let path = paths[bytes.count % paths.count]
    var findings: [Diagnostic] = []
    let source = SourceText.decode(bytes, name: path, findings: &findings)
    let file =
      path == "site.yml"
      ? ContentFile(yaml: path, source: source, findings: &findings)
      : ContentFile(path: path, source: source, options: ParseOptions(), findings: &findings)
    let site = SourceText(name: "site.yml", text: "title: A\norganisation: B\n")
    let others = path == "site.yml" ? [] : [ContentFile(yaml: "site.yml", source: site, findings: &findings)]
    _ = Model.assemble([file] + others, findings: &findings)
    return findings.flatMap(\.places).fault(in: source).map { "\(path): \($0)" }
  }

  private static let paths = [
    "site.yml", "index.md", "tenders/a/tender.md", "tenders/a/contract.md", "tenders/a/questions/b.md",
    "tenders/a/clarifications/c.md", "tenders/a/timetable.md", "tenders/a/monitoring.md", "outcomes/d.md",
    "glossary/e.md",
    "scales/f.md", "matrices/g.md", "case-studies/h.md", "pages/i.md", "shared/j.md",
  ]

  /// Read, and written in every format.
  static let markdown = Fuzzed(
    name: "markdown",
    pieces: [
      "*", "_", "**", "~~", "`", "```\n", "# ", "> ", "- ", "1. ", "[", "]", "![", "](b.md)", "](#a)", "<", ">", "\\",
      "&amp;",
      "&#0;", "\n", "\n\n", "\r\n", "  \n", "    ", "\t", "===\n", "---\n", "|", "\n|---|\n",
      "| a | b |\n|---|---|\n| c | d |\n",
      "[^1]", "\n\n[^1]: ", "[x]: y.md\n", "[x]", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "<abbr title=\"t\">",
      "</abbr>",
      "<span lang=\"cy\">", "</span>", "<br>", "<details>\n\n", "<summary>a</summary>", "\n\n</details>\n\n", "<!--",
      "-->",
      "<?", "?>", "<!A ", "<![CDATA[", "]]>", "<script>", "{{a.b}}", "{{", "}}", "```show\ntable: a\n```\n",
      "> [!NOTE]\n> ",
      "- [x] ", "https://a.example/b ", "www.a.example", "a@b.example", "é", "e\u{301}", "日本", "👨‍👩‍👧", "\u{202E}",
      "\u{0}", "\u{1}", "\u{FFFE}", "\u{A0}", "\u{2028}", "\"", "'", "$", "@", "#panic()", "%", "javascript:x",
    ]
  ) { bytes in
    var findings: [Diagnostic] = []
    let source = SourceText.decode(bytes, name: "a.md", findings: &findings)
    let document = Document.parse(source, findings: &findings)
    let places = document.allBlocks.map(\.place) + document.allInlines.map(\.place) + findings.flatMap(\.places)
    return places.fault(in: source) ?? Written(document).fault
  }

  /// Read, and read again from what is published of it.
  static let drawings = Fuzzed(
    name: "drawings",
    pieces: [
      "<", ">", "/>", "</", "\"", "'", "=", "&amp;", "&lt;", "&#0;", "&#x10FFFF;", "&x;", "<!--", "-->", "<![CDATA[",
      "]]>", "<?x ?>",
      "<!DOCTYPE svg [<!ENTITY x \"y\">]>", "<!ENTITY z SYSTEM \"file:///\">", " xmlns=\"http://www.w3.org/2000/svg\"",
      " xmlns:xlink=\"http://www.w3.org/1999/xlink\"", "<svg>", "</svg>", "<g>", "</g>", "<g/>", "<use href=\"#a\"/>",
      " id=\"a\"",
      "<script>", "</script>", "<style>", "</style>", "@import url(x);", "url(#a)", "url(http://a)", " style=\"",
      " onload=\"x\"",
      "<a href=\"javascript:x\">", "</a>", "<image href=\"data:image/png;base64,AA==\"/>", "<foreignObject>", "<text>",
      "</text>",
      "<switch>", "<animate/>", "{", "}", ";", ":", "\\", "/*", "*/", "é", "\u{0}", "\u{FEFF}", "\n",
    ]
  ) { bytes in
    var findings: [Diagnostic] = []
    let drawing = SVG(bytes, file: "a.svg", findings: &findings)
    // What is not UTF-8 has places as well: bytes of the file.
    let count = bytes.withoutByteOrderMark.count
    guard findings.flatMap(\.places).allSatisfy({ $0.range.upperBound <= count }) else { return "a place lies outside" }
    guard let clean = drawing?.clean else { return findings.isEmpty ? "refused without a word" : nil }
    if let fault = xmlFault(Data(clean.utf8)) { return "what is published is no XML: \(fault)" }
    var again: [Diagnostic] = []
    guard let second = SVG(Array(clean.utf8), file: "a.svg", findings: &again)?.clean else {
      return "refused when read again"
    }
    return second == clean && again.isEmpty ? nil : "other when read again: \(clean) \(second) \(again.map(\.message))"
  }
}

/// A document in every format.
private struct Written {
  private(set) var fault: String?

  init(_ document: Document) {
    let html = HTMLWriter(address: Address("a/index.html")).html(document)
    fault = html.faultOfTags.map { "HTML: \($0)" }
    let booklet = Booklet(
      title: "A title", part: "A part", summary: nil, organisation: "A council", reference: "A 1", version: nil,
      date: nil,
      facts: [], access: nil, language: "en-GB", accent: nil,
      chapters: [.init(id: "chapter", title: "A chapter", summary: nil, language: nil, document: document)], terms: [],
      isForm: false, isForReview: false, place: .start(of: "a.md"))
    var findings: [Diagnostic] = []
    let typst = TypstWriter(look: PrintLook(), signs: GlyphCoverage(known: []), pictures: Pictures())
    let source = typst.source(of: booklet, findings: &findings).lines.map(\.text).joined(separator: "\n")
    fault = fault ?? source.faultOfBrackets.map { "Typst: \($0)" }
    let odt = ODTWriter(style: Self.style).bytes(of: booklet, pictures: Pictures(), findings: &findings)
    let docx = DOCXWriter(style: Self.style).bytes(of: booklet, pictures: Pictures(), findings: &findings)
    fault = fault ?? Self.faultOfParts(odt).map { "ODT: \($0)" } ?? Self.faultOfParts(docx).map { "DOCX: \($0)" }
  }

  private static let style: OfficeStyle = {
    var findings: [Diagnostic] = []
    return OfficeStyle(findings: &findings)
  }()

  private static func faultOfParts(_ archive: [UInt8]) -> String? {
    guard let entries = try? Archive(reading: archive).entries else { return "no archive" }
    let parts = entries.filter { $0.name.hasSuffix("xml") || $0.name.hasSuffix("rels") }
    return parts.lazy.compactMap { part in xmlFault(Data(part.bytes)).map { "\(part.name): \($0)" } }.first
  }
}

private func xmlFault(_ data: Data) -> String? {
  let parser = XMLParser(data: data)
  return parser.parse() ? nil : "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")"
}

extension Diagnostic {
  fileprivate var places: [Place] { [place].compactMap(\.self) + related.map(\.place) }
}

extension [Place] {
  /// The first that does not lie in a text, or cuts one of its characters in two.
  fileprivate func fault(in source: SourceText) -> String? {
    first { place in
      guard place.file == source.name else { return false }
      guard 0 <= place.range.lowerBound, place.range.upperBound <= source.bytes.count else { return true }
      return [place.range.lowerBound, place.range.upperBound].contains { end in
        end < source.bytes.count && source.bytes[end].isUTF8Continuation
      }
    }.map { "the place \($0.range) is none" }
  }
}

extension String {
  /// The first tag that closes another than the last one opened, or is left open. Of HTML as we write it, where every `<`
  /// begins a tag and every value stands in double quotation marks.
  fileprivate var faultOfTags: String? {
    let empty: Set = ["br", "hr", "img", "input", "col", "line", "rect", "path", "circle"]
    var open: [Substring] = []
    // A sign that joins the one before it is a sign of its own here.
    let tags = /<(\/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"<>]*")*)>|[<>]/.matchingSemantics(.unicodeScalar)
    for tag in matches(of: tags) {
      guard let slash = tag.output.1, let name = tag.output.2, let rest = tag.output.3 else {
        return "\(tag.output.0) by itself"
      }
      if slash.isEmpty {
        if !empty.contains(String(name)), !rest.hasSuffix("/") { open.append(name) }
      } else if open.popLast() != name {
        return "\(tag.output.0) closes what is not open"
      }
    }
    return open.last.map { "<\($0)> is open" }
  }

  /// The first bracket outside strings that has no partner.
  fileprivate var faultOfBrackets: String? {
    let partners: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "[", "}": "{"]
    var open: [Unicode.Scalar] = []
    let strings = /"(?:[^"\\]|\\.)*"/.dotMatchesNewlines().matchingSemantics(.unicodeScalar)
    for part in replacing(strings, with: "").unicodeScalars {
      if "([{".unicodeScalars.contains(part) { open.append(part) }
      if part == "\"" { return "a string is open" }
      if let partner = partners[part], open.popLast() != partner { return "\(part) has no partner" }
    }
    return open.last.map { "\($0) is open" }
  }
}
