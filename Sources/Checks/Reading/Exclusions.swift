// Sentences that do not say how this tender is: questions, examples, what was once so, and what is so elsewhere.

extension Statement {
  /// Whether it says something about this tender as it is. `names` are the words of those who publish it; `years` are
  /// those of its own dates.
  func speaksOfThis(names: Set<String>, years: Set<Int>) -> Bool {
    let isElsewhere = (headings + [lead, lexemes]).contains { words in
      words.holdsAny(of: Self.notSo) || words.holdsAny(of: Self.example) || words.speaksOfAnotherYear(years)
        || words.isAboutAnotherCouncil(than: names)
    }
    return !isElsewhere && !isQuestion && !followsExample && !beginsExample && !lexemes.beginsAsQuestion
  }

  /// Whether what follows in its paragraph is still a part of an example.
  var beginsExample: Bool {
    lexemes.holdsAny(of: Self.example) || ["say", "suppose", "imagine", "assume"].contains(lexemes.text(0))
  }

  private static let example = phrases(
    """
    for example, for instance, e.g, example, examples, imagine, suppose, let us say, hypothetical
    at other councils, in other councils, another council, other councils
    """)

  private static let notSo = phrases(
    """
    would, could, might, had, as if, such as, no longer
    last time, last tender, last contract, last round, previous, previously, used to, in the past, former, formerly
    old, earlier, original, originally, until now, at first, so far, ago
    moved, been changed, was changed, were changed, have changed, we changed, changed from, changed to, deadline has changed
    date has changed, postponed, brought forward, put back, pushed back, corrected, amended, in error, mistake, misprint
    said, told, wrote, heard, thought, felt, suggested, wanted, wished, argued, proposed, hoped, feared, asked for, asked us
    draft, first version, some of you, many of you, some people, some providers, people say
    other council, other tenders, another tender, other contracts, another contract, elsewhere, neighbouring
    average, typical, typically, usual, usually, normally, often, national, nationally, across the country
    many councils, most councils, some councils, few councils, several councils
    many tenders, most tenders, some tenders, sister tender
    separate tender, separate contract, different contract, different tender, next tender, next time, in future
    guidance says, guidance suggests, guide says, recommends, recommended, rule of thumb, policy
    the law, the act, regulations
    """)

  private static func phrases(_ text: String) -> Set<[String]> {
    Set(text.split { ",\n".contains($0) }.map { $0.split(separator: " ").map(String.init) })
  }
}

extension [Lexeme] {
  fileprivate func holdsAny(of phrases: Set<[String]>) -> Bool {
    indices.contains { index in
      (1...4).contains { index + $0 <= count && phrases.contains(self[index..<index + $0].map(\.text)) }
    }
  }

  /// A council, trust or borough with a name that is not the publisher’s; a sentence that begins “In Westham”.
  fileprivate func isAboutAnotherCouncil(than names: Set<String>) -> Bool {
    indices.contains { index in
      let lexeme = self[index]
      guard lexeme.isCapital else { return false }
      if ["council", "borough", "county", "authority", "trust", "district"].contains(lexeme.text), index > 0 {
        let before = self[index - 1]
        return before.isCapital && !names.contains(before.text) && !["the", "our", "your", "by"].contains(before.text)
      }
      let isPlace = index == 1 && ["in", "at"].contains(text(0)) && index + 1 < count && !self[index + 1].isCapital
      return isPlace && lexeme.isWord && !names.contains(lexeme.text) && !Self.capitals.contains(lexeme.text)
    }
  }

  /// `in 2019`, `the 2019 tender`: a year before the tender's own. Last year's in a day may be a slip of the pen.
  fileprivate func speaksOfAnotherYear(_ years: Set<Int>) -> Bool {
    guard let first = years.min() else { return false }
    return indices.contains { index in
      guard let year = Int(text(index)), text(index).count == 4, (1900..<first).contains(year) else { return false }
      return year < first - 1 || !isDay(endingWith: index)
    }
  }

  /// “Q.” and “Question.” before what somebody asked.
  fileprivate var beginsAsQuestion: Bool {
    ["question", "q", "asked"].contains(text(0)) && [".", ":"].contains(text(1))
  }

  private static let capitals: Set<String> = .words(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday question lot lots year
    """)
}
