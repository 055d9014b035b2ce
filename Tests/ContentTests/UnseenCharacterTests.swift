import Content
import Diagnostics
import Markdown
import Testing

struct UnseenCharacterTests {
  private func findings(_ text: String) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let source = SourceText(name: "a.md", text: text)
    _ = ContentFile(path: "a.md", source: source, options: ParseOptions(), findings: &findings)
    return findings
  }

  @Test(arguments: [
    ("pay\u{202E}05\u{202C} pounds", "U+202E, right-to-left override", Severity.error),
    ("zero\u{200B}width", "U+200B, zero width space", .warning),
    ("a\u{200D}b", "U+200D, zero width joiner", .warning),
    ("a\u{2060}b", "U+2060, word joiner", .warning),
    ("a\u{FEFF}b", "U+FEFF, zero width no-break space", .warning),
    ("a\u{200E}b", "U+200E, left-to-right mark", .warning),
    ("a\u{E000}b", "U+E000, a sign that only one font has", .warning),
    ("a\u{2028}b", "U+2028, line separator", .warning),
    ("a\u{FFFD}b", "U+FFFD, replacement character", .warning),
    ("a\u{E0067}b", "U+E0067, tag latin small letter g", .warning),
    ("&#x202E;x", "U+202E, right-to-left override", .error),
    ("---\ntitle: \"a\\u200Bb\"\n---\n", "U+200B, zero width space", .warning),
    ("---\ntitle: a\u{200B}b\n---\n", "U+200B, zero width space", .warning),
    ("`code\u{200B}`", "U+200B, zero width space", .warning),
  ])
  func `a character that nobody sees is told by its name`(text: String, name: String, severity: Severity) {
    let found = findings(text).filter { $0.code.id == "F32" && $0.message.contains(name) }
    #expect(found.map(\.severity) == [severity])
  }

  @Test func `the place is that of the character, and each kind is told once`() {
    let found = findings("é a\u{200B}b\u{200B} c\n")
    #expect(found.map(\.place?.range) == [4..<7])
    #expect(found.map(\.occurrences) == [2])
  }

  @Test(arguments: [
    "The family 👨‍👩‍👧‍👦, a flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿, a rainbow 🏳️‍🌈, a hand 👋🏽, keys 1️⃣.",
    "فارسی می‌خواهم \u{200F}و\u{200E} این", "हिन्दी क्‍ष", "ภาษา\u{200B}ไทย", "עברית \u{2067}שלום\u{2069} 123",
    "Dashes – and — “marks” ’ … € £ a\u{AD}b", "日本\u{200B}語", "Cafe\u{301}",
  ])
  func `what a script or an emoji needs is well`(text: String) {
    #expect(findings(text).map(\.message) == [])
  }

  @Test func `a control character by its number is an error`() {
    #expect(findings("a&#27;[31m b&#7;c").map(\.code.id) == ["F08"])
  }
}
