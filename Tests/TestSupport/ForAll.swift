internal import Foundation

/// Tries a law with many inputs that nobody thought of. Where it does not hold, the input is cut down as long as it still
/// does not, and told with the seed: `SEED=7 make test` tries the same inputs again.
package func forAll<Input: Sendable>(
  _ inputs: Inputs<Input>, cases: Int = 300, seed: UInt64 = Seed.ofThisRun, _ law: (Input) throws -> Bool
) throws(BrokenLaw<Input>) {
  for input in inputs.known { try broken(input, by: law, among: inputs, seed: seed) }
  for index in 0..<cases {
    var generator = SeededGenerator(seed: seed &+ UInt64(index) &* 0x1_0000_0001)
    try broken(inputs.make(&generator), by: law, among: inputs, seed: seed)
  }
}

private func broken<Input: Sendable>(
  _ input: Input, by law: (Input) throws -> Bool, among inputs: Inputs<Input>, seed: UInt64
) throws(BrokenLaw<Input>) {
  /// What is wrong with an input; nil where the law holds for it.
  func whatIsWrong(with input: Input) -> String? {
    do { return try law(input) ? nil : "it is not true" } catch { return "\(error)" }
  }
  guard var fault = whatIsWrong(with: input) else { return }
  var smallest = input
  // A law may take its time; what has not become small by then is small enough.
  var tries = 2_000
  search: while true {
    for smaller in inputs.smaller(smallest) where tries > 0 {
      tries -= 1
      guard let stillWrong = whatIsWrong(with: smaller) else { continue }
      (smallest, fault) = (smaller, stillWrong)
      continue search
    }
    break
  }
  throw BrokenLaw(input: smallest, fault: fault, seed: seed)
}

/// A law does not hold, and this is the smallest input found for which it does not.
package struct BrokenLaw<Input: Sendable>: Error, CustomStringConvertible {
  package let input: Input
  package let fault: String
  package let seed: UInt64

  package var description: String {
    "with \(String(reflecting: input).inOneLine): \(fault.inOneLine) (SEED=\(seed) tries the same again)"
  }
}

/// What a law is tried with: inputs that are always tried, how others are made, and what is smaller than one.
package struct Inputs<Input: Sendable>: Sendable {
  let known: [Input]
  let make: @Sendable (inout SeededGenerator) -> Input
  let smaller: @Sendable (Input) -> [Input]
}

extension Inputs<String> {
  /// Texts of pieces in any order, and now and then of any character that there is. The pieces are tried alone too.
  package static func texts(of pieces: [String], atMost length: Int = 12) -> Self {
    Self(
      known: pieces,
      make: { generator in
        (0..<Int.random(in: 0...length, using: &generator)).map { _ in
          let isPiece = Int.random(in: 0..<8, using: &generator) > 0
          return isPiece ? pieces.randomElement(using: &generator) ?? "" : generator.anyCharacter()
        }.joined()
      },
      smaller: { text in
        let scalars = Array(text.unicodeScalars)
        var sizes = [scalars.count]
        while let size = sizes.last, size > 1 { sizes.append(size / 2) }
        return sizes.flatMap { size in
          stride(from: 0, to: scalars.count, by: max(1, size)).map { start in
            var rest = String.UnicodeScalarView(scalars[..<start])
            rest.append(contentsOf: scalars.dropFirst(start + size))
            return String(rest)
          }
        }
      })
  }
}

extension Inputs<Int> {
  /// Whole numbers, of which the smallest and the largest are always tried.
  package static func numbers(_ range: ClosedRange<Int>) -> Self {
    Self(
      known: [range.lowerBound, range.upperBound], make: { Int.random(in: range, using: &$0) },
      smaller: { number in
        let middle = range.lowerBound + (number - range.lowerBound) / 2
        return [range.lowerBound, middle, number - 1].filter { $0 >= range.lowerBound && $0 < number }
      })
  }
}

package enum Seed {
  /// What SEED says, or another in each run. A run says it first, since after a crash it could say nothing.
  package static let ofThisRun: UInt64 = {
    if let said = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) { return said }
    let seed = UInt64.random(in: 0..<1_000_000)
    FileHandle.standardError.write(Data("Laws are tried with SEED=\(seed).\n".utf8))
    return seed
  }()
}

/// Numbers that look random, and are the same for the same seed: SplitMix64, by Steele, Lea and Flood.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Half of them from the scripts that people here write, half from all.
  fileprivate mutating func anyCharacter() -> String {
    let limit: UInt32 = Bool.random(using: &self) ? 0x250 : 0x10_FFFF
    while true {
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &self)) { return String(scalar) }
    }
  }
}

extension String {
  /// Its beginning, without what would begin a new line.
  fileprivate var inOneLine: String {
    let line = replacing("\n", with: " ")
    return line.count > 200 ? line.prefix(200) + "…" : line
  }
}
