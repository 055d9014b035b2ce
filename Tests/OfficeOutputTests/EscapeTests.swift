import Foundation
import Markdown
import Testing

@testable import OfficeOutput

/// What authors write is text in both formats, between tags and in attributes.
struct EscapeTests {
  private static let bad = "\"a\" & <b>"
  private static let safe = "&quot;a&quot; &amp; &lt;b&gt;"

  @Test func `words of a document stay words`() throws {
    let made = Made(Example.booklet("Say \\\"a\\\" & \\<b\\> `\(Self.bad)`\n", title: Self.bad, chapter: Self.bad))
    for part in [try made.odt("content"), try made.docx("document")] {
      // The title and the chapter, and the words in a line.
      #expect(part.components(separatedBy: Self.safe).count > 3)
      #expect(!part.contains("<b>") && !part.contains("& "))
    }
    #expect(try made.odt("meta").contains(Self.safe))
  }

  @Test func `words and attributes are escaped where they are made, and nothing is left out but what is not there`() {
    #expect(XML(Self.bad).text == Self.safe)
    #expect(XML("a\tb\nc").text == "a&#9;b&#10;c")
    #expect(XML.tag("p", ["a": Self.bad, "b": nil], XML(Self.bad)).text == "<p a=\"\(Self.safe)\">\(Self.safe)</p>")
    #expect(XML.tag("p", [:], .empty).text == "<p/>" && XML.tag("p", [:], XML("a"), .empty).text == "<p>a</p>")
  }
}
