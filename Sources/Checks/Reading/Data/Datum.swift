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
      case limit(AnswerLimit)
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
  /// The question that it is of, by its file's path. Its title is made of everyday words, and names it only with a capital,
  /// in quotation marks or behind “question”; on its own page it has everyday names besides.
  var question: String?
  var stretch: Stretch?
  /// Whether its value stands behind its name, or right before it: in “the three-year contract may be extended” the
  /// years are not the extension's.
  var isNamedFirst = false
  var facts: [Fact]
}

/// All that is known of a tender and that its prose may contradict.
struct Data {
  private let all: [Datum]
  /// The numbers of things, by what they are called in the plural.
  let counts: [String: Datum]
  /// How a lot is named, by its title: that, and `lot 2`.
  let lots: [String: [Phrase]]
  /// The words of the titles of lots, which may stand between any name and its value.
  let lotWords: Set<String>
  private let index: NameIndex
  /// The data of each question, by its file's path.
  private let ownData: [String: [Int]]
  /// The question on whose page the sentences stand.
  private(set) var question: String?

  /// The titles of the lots are in their order.
  init(_ data: [Datum], lots titles: [String]) {
    all = data.filter { !$0.facts.isEmpty }
    lots = Dictionary(titles.enumerated().map { ($1, [Phrase(title: $1), Phrase("lot \($0 + 1)")]) }) { first, _ in
      first
    }
    lotWords = Set(titles.flatMap { $0.lowercased().split(separator: " ").map(String.init) + ["lot", "lots"] })
    index = NameIndex(all.map(\.naming.names))
    counts = Dictionary(all.filter { $0.kind == .count }.map { ($0.naming.subject, $0) }) { first, _ in first }
    ownData = all.enumerated().reduce(into: [:]) { own, entry in
      if let question = entry.element.question { own[question, default: []].append(entry.offset) }
    }
  }

  /// The same for the page of a question.
  func onPage(of question: String?) -> Data {
    var data = self
    data.question = question
    return data
  }

  subscript(index: Int) -> Datum { all[index] }

  /// The days of a stretch of time.
  func ends(of stretch: Datum.Stretch) -> [Datum] { all.filter { $0.stretch == stretch } }

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
      names(in: lexemes, from: start).compactMap { name -> Mention? in
        let datum = all[name.datum]
        guard datum.question == question || datum.isNamed(by: start..<name.end, of: lexemes) else { return nil }
        return Mention(datum: name.datum, kind: datum.kind, lexemes: start..<name.end)
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

  /// In the order of the data. What a page calls its own question comes behind the question's other names.
  private func names(in lexemes: [Lexeme], from start: Int) -> [NameIndex.Found] {
    var found = index.found(in: lexemes, from: start)
    guard let own = question.flatMap({ ownData[$0] }) else { return found }
    for datum in own {
      for (number, phrase) in zip(all[datum].naming.names.count..., all[datum].kind.namesOnOwnPage) {
        guard let end = phrase.end(in: lexemes, from: start) else { continue }
        found.append(NameIndex.Found(datum: datum, number: number, end: end))
      }
    }
    return found.inOrderOfData
  }
}

extension Datum {
  /// Whether words that are its name are meant as one, away from its question's own page.
  fileprivate func isNamed(by range: Range<Int>, of lexemes: [Lexeme]) -> Bool {
    guard question != nil else { return true }
    let first = lexemes[range.lowerBound]
    return first.isCapital || first.isQuoted || first.isDrawn || ["question", "questions"].contains(first.text)
      || ["question", "questions"].contains(lexemes.text(range.lowerBound - 1))
  }
}
