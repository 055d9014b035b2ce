import TestSupport
import Testing

struct ForAllTests {
  private let letters = Inputs.texts(of: ["one", "two", "x", "\n"])

  @Test func `what breaks a law is cut down and told with its seed, on one line`() throws {
    let broken = #expect(throws: BrokenLaw<String>.self) { try forAll(letters, seed: 7) { !$0.contains("two\nx") } }
    #expect(broken?.input == "two\nx")
    #expect(broken?.description == "with \"two\\nx\": it is not true (SEED=7 tries the same again)")
  }

  @Test func `what a law throws is told`() throws {
    struct Odd: Error {}
    let broken = #expect(throws: BrokenLaw<Int>.self) {
      try forAll(.numbers(3...9_000)) { number in if number > 700 { throw Odd() } else { true } }
    }
    #expect(broken?.input == 701 && broken?.fault == "Odd()")
  }

  @Test func `a law that holds is tried with all that is known, and as often as was asked`() throws {
    var tried: [String] = []
    try forAll(letters, cases: 50) { text in
      tried.append(text)
      return true
    }
    #expect(tried.count == 54 && tried.prefix(4) == ["one", "two", "x", "\n"])
  }

  @Test func `one seed makes the same inputs again, and another others`() throws {
    func inputs(_ seed: UInt64) throws -> [String] {
      var tried: [String] = []
      try forAll(letters, seed: seed) { text in
        tried.append(text)
        return true
      }
      return tried
    }
    #expect(try inputs(1) == inputs(1))
    #expect(try inputs(1) != inputs(2))
  }
}
