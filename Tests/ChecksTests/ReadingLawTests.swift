import Diagnostics
import Markdown
import Tenders
import TestSupport
import Testing

@testable import Checks

/// What the program writes of a value, the readers of prose read back, so that no page of ours contradicts its own data.
struct ReadingLawTests {
  /// The only quantity of a text.
  private func quantity(_ text: String) -> Quantity.Value? {
    let found = Lexer.lexemes(of: text, in: "a.md").quantities(besides: [])
    return found.count == 1 ? found.first?.value : nil
  }

  /// Every day from 1900 to 2199.
  private static let days = Inputs.numbers(0...109_572)

  private func day(_ number: Int) throws -> Day { try #require(Day("1900-01-01")?.after(days: number)) }

  @Test func `a day is read back from its words, long and short and in figures`() throws {
    try forAll(Self.days) { number in
      let day = try day(number)
      return [day.words, day.shortWords, day.iso].allSatisfy { text in
        guard case .dates(let dates) = quantity("It ends on \(text).") else { return false }
        return dates.agrees(with: [Moment(day)]) && dates.written.first?.year == day.year
          && day.after(days: 1).map { !dates.agrees(with: [Moment($0)]) } ?? true
      }
    }
  }

  @Test func `a time is read back from its words`() throws {
    let day = try #require(Day("2027-03-12"))
    // Nobody can tell which day a midnight ends: it is left alone.
    try forAll(.numbers(1...1439), cases: 1_500) { minutes in
      let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      let moment = try #require(Moment("\(day.iso)T\(digits(minutes / 60)):\(digits(minutes % 60))"))
      let other = try #require(Moment("\(day.iso)T00:00"))
      guard case .dates(let dates) = quantity("Send it by \(moment.words).") else { return false }
      return dates.agrees(with: [moment]) && dates.time?.minutes == minutes && !dates.agrees(with: [other])
    }
  }

  @Test func `money is read back from its words, to the penny`() throws {
    try forAll(.numbers(0...99_999_999_999), cases: 1_000) { pence in
      guard case .money(let sum) = quantity("We pay \(Money(pence: pence).words).") else { return false }
      return sum.pounds.count == 1 && Int(((sum.pounds.first ?? 0) * 100).rounded()) == pence
        && sum.agrees(with: [Double(pence) / 100]) && !sum.agrees(with: [Double(pence + 100) / 100])
    }
  }

  @Test func `a weight is read back from its words`() throws {
    try forAll(.numbers(0...1_000_000), cases: 1_000) { units in
      let weight = Weight(tenThousandths: units)
      guard case .share(let points) = quantity("Price counts for \(weight.words).") else { return false }
      return quantity("Price counts for \(weight.words).")?.agrees(with: .weight(weight)) == true
        && Int((points * 10_000).rounded()) == units
    }
  }

  @Test func `a whole number is read back, with commas between its thousands`() throws {
    try forAll(.numbers(0...9_999_999)) { number in
      guard case .length(let length) = quantity("Write at most \(number.grouped) words.") else { return false }
      return length.count == number && length.unit == "words"
    }
  }

  /// Words that readers of prose look for, and marks that they step over.
  private static let pieces = [
    "12", "March", "2027", "£", "350,000", "k", "million", "%", "25", "per cent", "half a", "and", "to", "–", "-",
    "between",
    "noon", "5pm", "17:00", "o'clock", "a year", "over", "three", "years", "months", "month", "word", "words", "limit",
    ":",
    "is", "(", ")", ".", ",", "“", "”", "question", "no", "out of", "100", "4", "+", "plus", "the", "Friday", "/",
    "99/99/9999",
    "price", "deadline", " ", "\n",
  ]

  @Test func `no order of words is too odd, and what is found lies in it`() throws {
    let texts = Inputs.texts(of: Self.pieces + Self.pieces.map { "\($0) " }, atMost: 20)
    try forAll(texts, cases: 2_000) { text in
      let lexemes = Lexer.lexemes(of: text, in: "a.md")
      let found = lexemes.quantities(besides: [])
      return zip(found, found.dropFirst()).allSatisfy { $0.lexemes.upperBound <= $1.lexemes.lowerBound }
        && found.allSatisfy { quantity in
          lexemes.indices.contains(quantity.lexemes.lowerBound) && quantity.lexemes.upperBound <= lexemes.count
            && quantity.whole.lowerBound >= 0 && quantity.whole.upperBound <= lexemes.count
        }
    }
  }
}
