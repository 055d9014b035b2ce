import Testing

/// How far a tender has come decides what is still worth saying of it.
struct StageTests {
  private let tender = "tenders/day-service/tender.md"

  /// What is found in the sound pack at a stage, with some words of tender.md changed.
  /// A stage, with how it ended.
  private static func told(_ stage: String) -> String {
    switch stage {
    case "awarded": "stage: awarded\naward: [{supplier: Testham Together, notice: TEST-6}]"
    case "stopped": "stage: stopped\nstopped: {date: 2027-02-01, reason: The money was cut.}"
    default: "stage: \(stage)"
    }
  }

  private func findings(_ stage: String, _ changes: [String: String]) throws -> [Finding] {
    let stage = ["stage: open": Self.told(stage)]
    return try Pack.sound.changing([tender: changes.merging(stage) { $1 }]).check(on: nil)
  }

  @Test func `of a tender that was awarded only the contract is spoken of, and of one that was stopped nothing`() throws
  {
    let found = try Pack.awarded.check(on: nil)
    #expect(Set(found.map(\.code)) == ["O02", "C02", "C05", "C10"])
    #expect(!found.contains { $0.file?.contains("transport") == true || $0.message.contains("without a car") })
  }

  @Test(arguments: [("open", ["C02", "T13"]), ("evaluating", ["C02"]), ("awarded", ["C02"]), ("stopped", [])])
  func `advice is given while it can be followed`(stage: String, codes: [String]) throws {
    let found = try Pack.sound.changing(
      [
        "tender.md": ["stage: open": Self.told(stage)], "specification.md": [", consortia": ""],
        "contract.md": ["activity-review": ""],
      ], below: "tenders/day-service/"
    ).check(on: nil)
    #expect(found.map(\.code).sorted() == codes, "\(found)")
  }

  @Test(arguments: ["evaluating", "awarded", "stopped"])
  func `what does not add up, or was never filled in, is wrong as long as it can be read`(stage: String) throws {
    let found = try findings(
      stage, ["weight: 20, kind: price": "weight: 25, kind: price", "title: A day service": "title: A TBC service"])
    #expect(found.map(\.code).sorted() == ["T16", "W01"])
    #expect(found.allSatisfy { $0.severity == "error" })
  }

  @Test func `an acceptance may stay when it has become too late for its rule`() throws {
    let accepting = """
      accepts:
        - {rule: W02, value: "45%", reason: Cabinet decided so, by: Lead commissioner, date: 2026-12-04}
      stage:
      """
    for (stage, codes) in [("open", ["F22"]), ("awarded", [])] {
      let words = accepting.replacing("stage:", with: Self.told(stage))
      let pack = try Pack.sound.changing([tender: ["stage: open": words]])
      #expect(try pack.check(on: nil).map(\.code) == codes, "\(stage)")
    }
  }
}
