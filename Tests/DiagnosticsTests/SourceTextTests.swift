import Diagnostics
import Testing

struct SourceTextTests {
  @Test func `lines end with a line feed, a carriage return or both`() {
    let text = SourceText(name: "f", text: "a\nbä\r\nc\rd")
    #expect(text.lineCount == 4)
    #expect((1...5).map { text.text(in: text.lineRange($0)) } == ["a", "bä", "c", "d", ""])
  }

  @Test func `columns count Unicode scalars from 1`() {
    let text = SourceText(name: "f", text: "x\nä€😀e\u{301}!")
    let offsets = [0, 2, 4, 7, 11, 12, 14, 15]
    let positions = offsets.map { text.position(at: $0) }
    #expect(positions.map(\.line) == [1, 2, 2, 2, 2, 2, 2, 2])
    #expect(positions.map(\.column) == [1, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test func `offsets outside the text are cut to it`() {
    let text = SourceText(name: "f", text: "ab\n")
    #expect(text.offset(line: 0, byteColumn: 1) == 0)
    #expect(text.offset(line: 9, byteColumn: 1) == 3)
    #expect(text.offset(line: 1, byteColumn: 99) == 3)
    #expect(text.position(at: 99).line == 2)
    #expect(SourceText(name: "f", text: "").position(at: 0).column == 1)
  }

  @Test(arguments: [
    ("dedline", "deadline"), ("tilte", "title"), ("deadlines", "deadline"), ("Title", "title"), ("colour", nil),
  ])
  func `the nearest name is offered only when it is near`(written: String, expected: String?) {
    #expect(["deadline", "title", "dates"].nearest(to: written) == expected)
  }

  @Test(arguments: [["cat", "bat", "rat"], ["rat", "cat", "bat"], ["bat", "Cat", "rat"]])
  func `of names that are as near the first of the alphabet is offered`(names: [String]) {
    #expect(names.nearest(to: "hat") == (names.contains("Cat") ? "Cat" : "bat"))
  }

  @Test(arguments: [
    ("pgae-123.md", "page-123.md"), ("PAGE-99.md", "page-99.md"), ("page-1000.md", "page-100.md"),
    ("pag-7.md", "page-7.md"), ("other.md", nil),
  ])
  func `among many names that begin alike the nearest is found, and the first of those that are as near`(
    written: String, expected: String?
  ) {
    #expect(NearNames((0..<1000).map { "page-\($0).md" }).nearest(to: written) == expected)
  }
}
