import Diagnostics
import Testing

struct EditTests {
  @Test(arguments: [
    ("tilte", "title"), ("Title", "title"), ("bottom_lines", "bottom-lines"), ("be active", "be-active"),
    ("deadlin", "deadline"), ("deadlinee", "deadline"), ("deadlime", "deadline"), ("yes", "Yes"), ("a-b", "a_b"),
  ])
  func `a slip is one letter of a long word, or another way to write the same`(written: String, word: String) {
    #expect(written.isSlip(of: word))
  }

  @Test(arguments: [
    ("stage-1", "stage-2"), ("open", "oven"), ("tit", "title"), ("dead", "deadline"), ("endline", "deadline"),
    ("title1", "title"), ("lots", "lot"), ("", "title"), ("titleab", "title"),
  ])
  func `another digit, a short word and two slips are no slip`(written: String, word: String) {
    #expect(!written.isSlip(of: word))
  }

  @Test func `an edit is made where the old words stand last at its place, and nowhere else`() {
    let source = SourceText(name: "a.md", text: "x [a.md](a.md) a.md")
    let place = Place(file: "a.md", range: 2..<14)
    #expect(Edit("a.md", to: "b.md", at: place, isCertain: true).range(in: source) == 9..<13)
    #expect(Edit("c.md", to: "b.md", at: place, isCertain: true).range(in: source) == nil)
    #expect(
      Edit("x", to: "y", at: Place(file: "a.md", range: 90..<99), isCertain: true).range(in: source) == nil)
  }

  @Test func `a finding for programs says what would put it right`() {
    let place = Place(file: "a.md", range: 0..<5)
    let finding = Diagnostic(Code("F10", "unknown-key"), "m", at: place).meaning("title", for: "tilte")
    let report = ReportFormat.json.render(
      [finding], sources: Sources([SourceText(name: "a.md", text: "tilte: A\n")]))
    #expect(
      report.contains(
        "\"edits\": [{\"words\": \"title\", \"certain\": true, \"file\": \"a.md\", \"line\": 1, \"column\": 1, \"endLine\": 1, \"endColumn\": 6}]"
      ))
    #expect(Diagnostic(Code("F10", "x"), "m", at: place).meaning(nil, for: "tilte").edit == nil)
  }
}
