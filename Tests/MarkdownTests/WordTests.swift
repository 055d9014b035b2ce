import Markdown
import Testing

struct WordTests {
  @Test func `a language tag has a code and perhaps a region, joined by a hyphen or a low line`() {
    #expect(LanguageTag("cy") == LanguageTag(code: "cy", region: nil))
    #expect(LanguageTag("EN_gb") == LanguageTag(code: "en", region: "GB"))
    #expect(LanguageTag("zh-Hant-TW") == LanguageTag(code: "zh", region: "TW"))
    #expect(["", "-", "English", "x-private", "e1-GB"].allSatisfy { LanguageTag($0) == nil })
  }

  @Test func `a text on one line keeps blanks that forbid a new line`() {
    #expect(" one\r\n\r\ntwo\tthree\u{A0}4 ".onOneLine == "one two three\u{A0}4")
  }
}
