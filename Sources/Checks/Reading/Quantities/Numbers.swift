/// A number that begins at a lexeme, and where it ends.
struct Number {
  let value: Double
  let end: Int

  var whole: Int? { value == value.rounded() && abs(value) < 1e9 ? Int(value) : nil }
}

extension [Lexeme] {
  /// The lexeme there, if there is one.
  func at(_ index: Int) -> Lexeme? { indices.contains(index) ? self[index] : nil }

  func text(_ index: Int) -> String { at(index)?.text ?? "" }

  /// Whether the words stand there.
  func follows(_ words: [String], at index: Int) -> Bool {
    index >= 0 && index + words.count <= count && self[index..<index + words.count].map(\.text) == words
  }

  /// `25`, `1,350,000`, `1 350 000`, `12.5`, `twenty-five`, `a hundred`, `five (5)`, `5 (five)`.
  func number(_ index: Int) -> Number? {
    guard let number = figures(index) ?? words(index) else { return nil }
    guard text(number.end) == "(", let again = figures(number.end + 1) ?? words(number.end + 1),
      again.value == number.value,
      text(again.end) == ")"
    else { return number }
    return Number(value: number.value, end: again.end + 1)
  }

  func figures(_ index: Int) -> Number? {
    guard let value = Self.figures(text(index)) else { return nil }
    var (digits, end) = (text(index), index + 1)
    // Groups of three behind spaces that hold them together.
    while digits.count <= 9, let group = at(end), group.isBound, group.text.count == 3,
      group.text.allSatisfy(\.isNumber)
    {
      digits += group.text
      end += 1
    }
    return Number(value: end == index + 1 ? value : Double(digits) ?? value, end: end)
  }

  static func figures(_ text: String) -> Double? {
    let plain = text.filter { $0 != "," }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
    guard let first = text.first, first.isNumber, plain.count <= 12, plain.allSatisfy({ $0.isNumber || $0 == "." }),
      groups.allSatisfy({ $0.prefix { $0 != "." }.count == 3 })
    else { return nil }
    return Double(plain)
  }

  private func words(_ index: Int) -> Number? {
    let isArticle = ["a", "an"].contains(text(index)) && Self.factors[text(index + 1)] != nil
    let start = isArticle ? index + 1 : index
    var (whole, part, position) = (0.0, isArticle ? 1.0 : 0, start)
    // No number that people write has more words.
    while position < start + 12 {
      let word = text(position)
      if let factor = Self.factors[word] {
        if factor < 1_000 {
          part = Swift.max(part, 1) * factor
        } else {
          (whole, part) = ((whole + Swift.max(part, 1)) * factor, 0)
        }
      } else if let small = Self.smallNumbers[word], Self.takes(small, behind: part) {
        part += small
      } else {
        break
      }
      position += 1
      if text(position) == "and", whole + part >= 100, Self.smallNumbers[text(position + 1)] != nil { position += 1 }
    }
    return position > start ? Number(value: whole + part, end: position) : nil
  }

  /// `five` behind `twenty` or `hundred`, not behind `three`.
  private static func takes(_ small: Double, behind part: Double) -> Bool {
    let rest = part.truncatingRemainder(dividingBy: 100)
    return rest == 0 || (small < 10 && rest >= 20 && rest.truncatingRemainder(dividingBy: 10) == 0)
  }

  private static let factors = ["dozen": 12.0, "hundred": 100, "thousand": 1_000, "million": 1_000_000]

  private static let smallNumbers: [String: Double] = {
    let small = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ].enumerated().map { ($0.element, Double($0.offset + 1)) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].enumerated()
      .map { ($0.element, Double(($0.offset + 2) * 10)) }
    return Dictionary(uniqueKeysWithValues: small + tens)
  }()
}
