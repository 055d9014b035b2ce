import Diagnostics
import Markdown
import Testing

struct StressTests {
  /// Texts that use every extension, and texts that use none, side by side: the library's tables of special characters
  /// belong to the whole process.
  private static let texts = [
    "A ~~struck~~ word and www.example.org and a@b.example.",
    "Plain text with http://example.org/a_b_c and more, no marks at all: w:w@w.",
    "| a ~b~ | www.c.example |\n|---|---|\n| ~~d~~ | e |\n\n- [x] f\n",
    "*a* **b** `c` [d](e.md) ![f](g.png)[^1]\n\n[^1]: ~h~\n",
    "Two ~ tildes ~ that strike nothing, www.w.example ww w.",
  ]

  @Test func `texts parse alike on many threads and on one`() async {
    let alone = Self.texts.map(Self.dump)
    let differing = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<400).count { round in
            let index = (task + round) % Self.texts.count
            return Self.dump(Self.texts[index]) != alone[index]
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(differing == 0)
  }

  private static func dump(_ text: String) -> String {
    var findings: [Diagnostic] = []
    let source = SourceText(name: "file.md", text: text)
    return TreeDump(source).text(Document.parse(source, findings: &findings))
  }
}
