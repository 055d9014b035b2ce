import Content
import Diagnostics
import Markdown
import Testing

@testable import Checks

struct ReadingTests {
  @Test(
    arguments: [
      ("the", 1), ("people", 2), ("area", 3), ("homeless", 2), ("safely", 2), ("settlement", 3), ("asked", 1),
      ("wanted", 2), ("tables", 2), ("changes", 2), ("science", 2), ("society", 4), ("previous", 3), ("special", 2),
      ("association", 5), ("situation", 4), ("continuous", 4), ("technique", 2), ("something", 2), ("timetable", 3),
      ("everyone", 3), ("earlier", 3), ("studying", 3), ("being", 2), ("safeguarding", 3), ("couldn't", 2),
      ("don’t", 1),
      ("co-production", 4), ("NHS", 3), ("VAT", 3), ("BBC", 3), ("WWW", 9), ("TUPE", 1), ("£1,350,000", 0), ("2027", 0),
      ("", 0), ("–", 0), ("zzz", 1), ("naïve", 1),
    ] as [(String, Int)])
  func `syllables are those that people hear`(word: String, count: Int) {
    #expect(Syllables.count(word) == count)
  }

  @Test func `a word has as many syllables as its parts, however long it is`() {
    #expect(Syllables.count(String(repeating: "home", count: 20_000)) == 20_000)
    #expect(Syllables.count(String(repeating: "ba", count: 20_000)) == 20_000)
  }

  @Test func `names that begin alike are told apart, each with all ways to say it`() {
    let names = [
      ["how we help people", "question no|number? 1|one"], ["how we help", "question no|number? 2|two", "the _ end"],
    ].map { $0.map { Phrase($0) } }
    func found(in text: String) -> [String] {
      let lexemes = Lexer.lexemes(of: text, in: "")
      let index = NameIndex(names)
      return lexemes.indices.flatMap { index.found(in: lexemes, from: $0) }
        .map { "\($0.datum).\($0.number)-\($0.end)" }
    }
    #expect(found(in: "how we help people") == ["0.0-4", "1.0-3"])
    #expect(found(in: "how we ask") == [])
    #expect(found(in: "see question two or question no 1") == ["1.1-3", "0.1-7"])
    #expect(found(in: "the very end") == ["1.2-3"])
  }

  @Test func `abbreviations, initials and figures end no sentence`() throws {
    let text = """
      Ask Dr. Shah or J. Smith, e.g. at 4.30 p.m. on Mondays. She is in room 2. Bring forms (No. 7, i.e. the blue one). \
      “Why?” I asked. **Half** a w**or**d counts once, and [links](x.md). It costs £2.50 in all… Then {{dates.deadline}}.
      """
    #expect(
      sentences(text).map(\.words.count) == [12, 5, 8, 1, 2, 7, 5, 2],
      "\(sentences(text).map { $0.words.map(\.text) })")
  }

  @Test func `a sentence is where its words are`() {
    let text = "One two.\nThree **four**\nfive. Six.\n"
    let source = SourceText(name: "t.md", text: text)
    #expect(sentences(text).map { source.text(in: $0.place.range) } == ["One two.", "Three **four**\nfive.", "Six."])
  }

  @Test func `items, quotations and other languages are kept apart`() {
    let text =
      "We ask that:\n\n- one comes\n- two go\n\n> Not ours at all.\n\n| A | B |\n|---|---|\n| c | d |\n\nHe said <span lang=\"cy\">bore da i chi</span> to us.\n"
    #expect(sentences(text).map(\.words.count) == [3, 2, 2, 5])
  }

  @Test func `reading ease is Flesch's`() throws {
    let ease = try #require(ReadingEase(sentences("The cat sat on the mat. The dog sat on the cat in 2027.")))
    #expect(ease.words == 13)
    #expect(abs(ease.score - (206.835 - 1.015 * 13 / 2 - 84.6 * 13 / 13)) < 0.001)
    #expect(ReadingEase([]) == nil)
  }

  @Test(arguments: ["", " ", "…", "**", "\u{0}\u{1}", "{{", "a\u{301}\u{301}", "😀 😀."])
  func `odd texts are read without harm`(text: String) {
    #expect(sentences(text).count <= 1)
  }

  private func sentences(_ text: String) -> [Sentence] {
    var findings: [Diagnostic] = []
    let source = SourceText(name: "t.md", text: text)
    return ContentFile(path: "t.md", source: source, options: ParseOptions(), findings: &findings).sections
      .flatMap(\.sentences)
  }
}
