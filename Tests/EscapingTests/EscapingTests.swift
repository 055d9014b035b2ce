import Escaping
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What is escaped and read back is the same, however wild it is.
struct EscapingTests {
  static let texts = [
    "", "plain", "a & b < c > d \" e ' f", "]]> --> <![CDATA[ &amp; &#10;", "tab\tline\nend",
    "é 😀 e\u{301} \u{200B}\u{202E}x",
    "\\ \\n / \u{2028} \u{85}", "=1+1", "-2", "+3", "@x", "\tx", "＝1", "a,b;c", "\"", "\"\"", "a\"\u{301}b", " ", "'",
    "one\r\ntwo", "\u{1F}\u{7F}\u{0}", "a\u{FFFE}b\u{9F}", "{{x}}", "a\\,b\\;c\\\\", "x\n\n=y", ",", "\n",
  ]

  /// What of a text markup may hold.
  private func allowed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isForbiddenInMarkup }))
  }

  @Test(arguments: texts)
  func `a step of an address gives the text back, and a whole address is encoded once`(text: String) {
    #expect(text.percentEncoded.percentDecoded.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(text.percentEncoded.utf8.allSatisfy { $0 < 0x80 } && !text.percentEncoded.contains("/"))
    #expect(text.addressEncoded.addressEncoded == text.addressEncoded)
  }

  @Test(arguments: texts)
  func `JSON gives the text back`(text: String) throws {
    let read = try JSONSerialization.jsonObject(with: Data("[\(text.jsonString)]".utf8)) as? [String]
    #expect(read?.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    #expect(!text.jsonString.unicodeScalars.contains { $0.isUnseen })
  }

  @Test(arguments: texts)
  func `XML gives the text back, between tags and in an attribute`(text: String) throws {
    let reader = MarkupReader("<a b=\"\(text.xmlEscaped)\">\(text.xmlEscaped)</a>")
    #expect(reader.isWhole)
    #expect(reader.text.unicodeScalars.elementsEqual(allowed(text).unicodeScalars))
    #expect(reader.attribute.unicodeScalars.elementsEqual(allowed(text).unicodeScalars))
  }

  /// Readers of markup make one of the ways to end a line of all of them.
  @Test(arguments: texts)
  func `HTML gives the text back, but for the way in which lines end`(text: String) throws {
    let reader = MarkupReader("<a b=\"\(text.htmlEscaped)\">\(text.htmlEscaped)</a>")
    #expect(reader.isWhole)
    #expect(reader.text.unicodeScalars.elementsEqual(allowed(text).replacing("\r\n", with: "\n").unicodeScalars))
  }

  @Test(arguments: texts)
  func `CSV gives the text back, behind an apostrophe where a spreadsheet would reckon`(text: String) {
    let fields = Self.csv("first,\(text.csvField),last\r\n")
    #expect(fields.count == 3 && fields.first == "first" && fields.last == "last")
    let read = fields.count == 3 ? fields[1] : ""
    let isGuarded = "=+-@\t\r\n＝＋－＠".unicodeScalars.contains { $0 == text.unicodeScalars.first }
    #expect(read.unicodeScalars.elementsEqual(((isGuarded ? "'" : "") + text).unicodeScalars))
  }

  @Test(arguments: texts)
  func `a calendar gives the text back on one line, but for the way in which lines end`(text: String) {
    let value = text.calendarText
    #expect(!value.unicodeScalars.contains { $0 == "\n" || $0 == "\r" })
    var read = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        read.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        #expect(scalar != "," && scalar != ";")
        read.append(scalar)
      }
    }
    #expect(!isEscaped)
    #expect(read.elementsEqual(text.replacing("\r\n", with: "\n").unicodeScalars))
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
