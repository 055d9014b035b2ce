/// What the letter of a code stands for.
package struct CodeGroup: Sendable {
  package let letter: String
  package let about: String
  /// Where to look, for codes that have no pages; empty for the rules of commissioning.
  package let more: String

  package var isOfRules: Bool { more.isEmpty }

  /// As a heading has it: `Scoring and weights`.
  package var title: String { about.prefix(1).uppercased() + about.dropFirst() }

  /// The letter of a code, such as `W02`.
  package static func of(_ code: String) -> CodeGroup? { all.first { code.hasPrefix($0.letter) } }

  private init(_ letter: String, _ about: String, _ more: String = "") {
    (self.letter, self.about, self.more) = (letter, about, more)
  }

  package static let all = [
    CodeGroup("W", "scoring and weights"), CodeGroup("O", "the outcomes framework"),
    CodeGroup("Q", "quality characteristics and co-production"), CodeGroup("T", "fairness, effort and the timetable"),
    CodeGroup("C", "contract, monitoring and value"), CodeGroup("L", "language, access and publication"),
    CodeGroup(
      "F", "front matter and files",
      "The lines between --- and --- at the top of a file, and site.yml: a key that is not known, a value of the wrong kind, a file that nothing is made from. The finding names the key and what it may be; `tenderpress schema tender` prints every key of a tender."
    ),
    CodeGroup(
      "M", "Markdown",
      "Something in a text would not come out as its author meant: a mark that another program uses, a tag that is not allowed, a footnote without its note."
    ),
    CodeGroup(
      "R", "references and links",
      "Something is named that is not there: a page, a heading, a file, an id, or a value in braces. The finding offers the nearest name that exists."
    ),
    CodeGroup(
      "X", "templates",
      "A template of your own has a name or a tag that the program does not know. The built-in ones have none of these."
    ),
    CodeGroup(
      "D", "documents",
      "Something stands in the way of a PDF, a word processor's document or a spreadsheet. The finding names the page and the words that it comes from."
    ),
    CodeGroup(
      "S", "the system",
      "The machine refused something: a file that cannot be read, a folder that cannot be written, a program that is missing. Nothing is wrong with your words."
    ),
  ]
}
