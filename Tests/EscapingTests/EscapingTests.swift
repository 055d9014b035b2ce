import Escaping
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What is escaped and read back is the same, however wild it is.
struct EscapingTests {
  private static let texts = Inputs.texts(of: [
    "", "plain", "a & b < c > d \" e ' f", "]]> --> <![CDATA[ &amp; &#10;", "tab\tline\nend",
    "é 😀 e\u{301} \u{200B}\u{202E}x",
    "\\ \\n / \u{2028} \u{85}", "=1+1", "-2", "+3", "@x", "\tx", "＝1", "a,b;c", "\"", "\"\"", "a\"\u{301}b", " ", "'",
    "one\r\ntwo", "\u{1F}\u{7F}\u{0}", "a\u{FFFE}b\u{9F}", "{{x}}", "a\\,b\\;c\\\\", "x\n\n=y", ",", "\n",
    // Alone, so that nothing else says that a text needs care.
    "x\u{1F}", "x\u{7F}", "x\u{9F}", "x\u{FFFF}", "x\u{1FFFE}", "x\u{10FFFF}", "<", ">", "&",
  ])

  /// What of a text markup may hold.
  private func allowed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isForbiddenInMarkup }))
  }

  @Test(arguments: [
    ("a \"b\" \\c", #""a \"b\" \\c""#), ("a\n\tb\rc", #""a\n\tb\u{d}c""#),
    ("\u{1F} ~\u{7F}\u{80}", #""\u{1f} ~\u{7f}\u{80}""#),
    ("\u{9F}\u{A0}\u{2027}\u{2028}\u{2029}\u{202A}", "\"\\u{9f}\u{A0}\u{2027}\\u{2028}\\u{2029}\u{202A}\""),
    ("#$*_[é", "\"#$*_[é\""),
  ])
  func `a string of Typst stays on one line and in its marks`(text: String, quoted: String) {
    #expect(text.typstString == quoted)
  }

  @Test func `markup holds no control characters and no characters that stand for none`() {
    let forbidden: [UInt32] = [
      0, 8, 0xB, 0xC, 0xE, 0x1F, 0x7F, 0x84, 0x86, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF,
    ]
    let allowed: [UInt32] = [9, 0xA, 0xD, 0x20, 0x7E, 0x85, 0xA0, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1FFFD]
    #expect(forbidden.compactMap(Unicode.Scalar.init).allSatisfy { $0.isForbiddenInMarkup })
    #expect(!allowed.compactMap(Unicode.Scalar.init).contains { $0.isForbiddenInMarkup })
  }

  @Test func `a step of an address gives the text back, and a whole address is encoded once`() throws {
    try forAll(Self.texts) { text in
      let step = text.percentEncoded
      return step.percentDecoded.isExactly(text) && step.utf8.allSatisfy { $0 < 0x80 } && !step.contains("/")
        && text.addressEncoded.addressEncoded == text.addressEncoded
    }
  }

  @Test func `JSON gives the text back`() throws {
    try forAll(Self.texts) { text in
      let read = try JSONSerialization.jsonObject(with: Data("[\(text.jsonString)]".utf8)) as? [String]
      return read?.first?.isExactly(text) == true && !text.jsonString.unicodeScalars.contains { $0.isUnseen }
    }
  }

  @Test func `XML gives the text back, between tags and in an attribute`() throws {
    try forAll(Self.texts) { text in
      let reader = MarkupReader("<a b=\"\(text.xmlEscaped)\">\(text.xmlEscaped)</a>")
      return reader.isWhole && reader.text.isExactly(allowed(text)) && reader.attribute.isExactly(allowed(text))
    }
  }

  /// Readers of markup make one of the ways to end a line of all of them.
  @Test func `HTML gives the text back, but for the way in which lines end`() throws {
    try forAll(Self.texts) { text in
      let reader = MarkupReader("<a b=\"\(text.htmlEscaped)\">\(text.htmlEscaped)</a>")
      return reader.isWhole && reader.text.isExactly(allowed(text).withPlainLineEnds)
    }
  }

  @Test func `CSV gives the text back, behind an apostrophe where a spreadsheet would reckon`() throws {
    try forAll(Self.texts) { text in
      let fields = Self.csv("first,\(text.csvField),last\r\n")
      let isGuarded = "=+-@\t\r\n＝＋－＠".unicodeScalars.contains { $0 == text.unicodeScalars.first }
      return fields.count == 3 && fields[0] == "first" && fields[2] == "last"
        && fields[1].isExactly((isGuarded ? "'" : "") + text)
    }
  }

  @Test func `a calendar gives the text back on one line, but for the way in which lines end`() throws {
    try forAll(Self.texts) { text in
      guard !text.calendarText.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) else { return false }
      return Self.calendar(text.calendarText)?.isExactly(text.withPlainLineEnds) == true
    }
  }

  /// A text of a calendar, as RFC 5545 reads it; nil for what is none.
  private static func calendar(_ value: String) -> String? {
    var read = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        read.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "," || scalar == ";" {
        return nil
      } else {
        read.append(scalar)
      }
    }
    return isEscaped ? nil : String(read)
  }

  /// The fields of a line, as RFC 4180 reads them.
  private static func csv(_ line: String) -> [String] {
    var fields = [String.UnicodeScalarView()]
    var isQuoted = false
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "\"" where isQuoted && index < scalars.count && scalars[index] == "\"":
        fields[fields.count - 1].append(scalar)
        index += 1
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append(String.UnicodeScalarView())
      case "\r" where !isQuoted, "\n" where !isQuoted: return fields.map { String($0) }
      default: fields[fields.count - 1].append(scalar)
      }
    }
    return fields.map { String($0) }
  }
}

extension String {
  /// Whether it has the same characters, and not only some that look alike.
  fileprivate func isExactly(_ other: String) -> Bool { unicodeScalars.elementsEqual(other.unicodeScalars) }

  /// With one of the three ways to end a line for all.
  fileprivate var withPlainLineEnds: String {
    var lines = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n", lines.last == "\r" { lines.removeLast() }
      lines.append(scalar)
    }
    return String(String.UnicodeScalarView(lines.map { $0 == "\r" ? "\n" : $0 }))
  }
}

/// The words and the attribute of one element, as Foundation's reader finds them.
private final class MarkupReader: NSObject, XMLParserDelegate {
  private(set) var text = ""
  private(set) var attribute = ""
  private(set) var isWhole = false

  init(_ markup: String) {
    super.init()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = self
    isWhole = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { attribute = attributes["b"] ?? "" }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
