/// A construct of Markdown, and the words and numbers that its reader meets, in their order and in every format.
package struct Construct: Sendable {
  package let markdown: String
  package let read: [String]

  private init(_ markdown: String, _ read: String) {
    self.markdown = markdown
    self.read = read.split(separator: " ").map(String.init)
  }

  /// With words before and behind it, by which it is found on a page.
  package var text: String { "Startmark\n\n\(markdown)\n\nEndmark\n" }

  /// Of the words of a page those that stand between the two.
  package func part(of words: [String]) -> [String] {
    Array(words.drop { $0 != "startmark" }.dropFirst().prefix { $0 != "endmark" })
  }

  package static let all = [
    Construct("1. first\n2. second\n\n   still second\n3. third", "1 first 2 second still second 3 third"),
    Construct(
      "1. First:\n   1. who\n   2. whom\n   3. how often\n2. Then:\n   1. why\n   2. where",
      "1 first 1 who 2 whom 3 how often 2 then 1 why 2 where"),
    Construct("4. four\n5. five", "4 four 5 five"),
    Construct("0. nought\n1. one", "0 nought 1 one"),
    Construct(
      "1. one\n\n   - bullet\n     1. deep\n     2. deeper\n   - another\n\n2. two",
      "1 one bullet 1 deep 2 deeper another 2 two"),
    Construct(
      "1. one\n\n   | A | B |\n   |---|---|\n   | c | d |\n\n   after\n2. two\n3. three",
      "1 one a b c d after 2 two 3 three"),
    Construct(
      "1. outer\n   1. one\n\n      | A |\n      |---|\n      | b |\n\n   2. two\n   3. three\n2. last",
      "1 outer 1 one a b 2 two 3 three 2 last"),
    Construct("- [x] done\n- [ ] open", "done open"),
    Construct("> 1. said\n> 2. again", "1 said 2 again"),
    Construct("> [!WARNING]\n> Mind *this*.\n>\n> 1. one\n> 2. two", "warning mind this 1 one 2 two"),
    Construct("One<p>Two</p>Three", "one two three"),
    Construct("Pay <insert the sum>, H<sub>2</sub>O &pound;5", "pay insert the sum h2o 5"),
    Construct("| A | B |\n|---|---|\n| c | **e** `f` |", "a b c e f"),
    Construct("c<br>d", "c d"),
    Construct("Term ~~gone~~ *so* **it** `is`", "term gone so it is"),
    Construct("```\ncode here\n  more\n```", "code here more"),
  ]
}
