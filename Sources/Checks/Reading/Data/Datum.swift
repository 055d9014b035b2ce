internal import Diagnostics
internal import Tenders

/// Something that data says and prose may repeat: the weight of a criterion, the deadline. Things of one name are one
/// datum with several facts; each of them is right.
struct Datum {
  enum Kind {
    case weight, money, date, limit, term, score, count
  }

  /// What has a first and a last day.
  enum Stretch { case contract, tender }

  struct Fact {
    enum Value {
      case weight(Weight)
      case pounds([Double], Sum.Per)
      case moments([Moment])
      /// The first or the last day of a stretch of time.
      case start(Moment), end(Moment)
      case limit(Question.Limit)
      case months([Int])
      /// How long the contract lasts, and how much longer it may.
      case term(Int, extensions: Int)
      case score(Weight)
      case count(Int)
    }

    let value: Value
    let place: Place
    /// As the message says it: `20`, `noon on Wednesday 10 March 2027`.
    let words: String
    /// What `{{…}}` draws it in, where that can be done.
    var path: String?
    /// The title of the lot that it holds for; nil for all.
    var lot: String?
  }

  let kind: Kind
  let naming: Naming
  /// Whether its name is made of everyday words, and counts only with a capital, in quotation marks or behind “question”.
  var isTitle = false
  var stretch: Stretch?
  /// Whether its value stands behind its name, or right before it: in “the three-year contract may be extended” the
  /// years are not the extension's.
  var isNamedFirst = false
  var facts: [Fact]
}

/// All that is known of a tender and that its prose may contradict.
struct Data {
  let all: [Datum]
  /// How a lot is named, by its title: that, and `lot 2`.
  let lots: [String: [Phrase]]
  /// The words of the titles of lots, which may stand between any name and its value.
  let lotWords: Set<String>
  /// Where each name begins.
  private let index: [String: [(datum: Int, phrase: Phrase)]]

  /// The titles of the lots are in their order.
  init(_ data: [Datum], lots titles: [String]) {
    all = data.filter { !$0.facts.isEmpty }
    lots = Dictionary(titles.enumerated().map { ($1, [Phrase(title: $1), Phrase("lot \($0 + 1)")]) }) { first, _ in
      first
    }
    lotWords = Set(titles.flatMap { $0.lowercased().split(separator: " ").map(String.init) + ["lot", "lots"] })
    index = all.enumerated().reduce(into: [:]) { index, entry in
      for phrase in entry.element.naming.names {
        for word in phrase.first { index[word, default: []].append((entry.offset, phrase)) }
      }
    }
  }

  /// A name in a sentence.
  struct Mention {
    let datum: Int
    let kind: Datum.Kind
    let lexemes: Range<Int>
  }

  /// Every name that stands in a sentence, but for those that are a part of a longer one: “the deadline for questions”
  /// is not “the deadline”.
  func mentions(in lexemes: [Lexeme]) -> [Mention] {
    let found = lexemes.indices.flatMap { start -> [Mention] in
      (index[lexemes[start].text] ?? []).compactMap { datum, phrase in
        guard let end = phrase.end(in: lexemes, from: start), all[datum].isNamed(by: start..<end, of: lexemes) else {
          return nil
        }
        return Mention(datum: datum, kind: all[datum].kind, lexemes: start..<end)
      }
    }
    return found.filter { mention in
      !found.contains { longer in
        longer.kind == mention.kind && longer.lexemes.count > mention.lexemes.count
          && longer.lexemes.lowerBound <= mention.lexemes.lowerBound
          && longer.lexemes.upperBound >= mention.lexemes.upperBound
      }
    }
  }
}

extension Datum {
  fileprivate func isNamed(by range: Range<Int>, of lexemes: [Lexeme]) -> Bool {
    guard isTitle else { return true }
    let first = lexemes[range.lowerBound]
    return first.isCapital || first.isQuoted || first.isDrawn || ["question", "questions"].contains(first.text)
      || ["question", "questions"].contains(lexemes.text(range.lowerBound - 1))
  }
}
