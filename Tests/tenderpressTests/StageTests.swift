import Testing

/// How far a tender has come decides what is still worth saying of it.
struct StageTests {
  private let tender = "content/tenders/day-service/tender.md"

  /// What is found in the sound pack at a stage, with some words of tender.md changed.
  private func findings(_ stage: String, _ changes: [String: String]) async throws -> [Workplace.Finding] {
    let workplace = try Workplace(pack: "sound")
    var text = try workplace.read(tender)
    for (old, new) in changes.merging(["stage: open": "stage: \(stage)"], uniquingKeysWith: { $1 }) {
      try #require(text.contains(old), "there is no “\(old)”")
      text = text.replacing(old, with: new)
    }
    try workplace.write(text, to: tender)
    return try await workplace.check(on: nil)
  }

  @Test func `of a tender that was awarded only the contract is spoken of, and of one that was stopped nothing`()
    async throws
  {
    let found = try await Workplace(pack: "awarded").check(on: nil)
    #expect(Set(found.map(\.code)) == ["O02", "C02", "C05", "C10"])
    #expect(!found.contains { $0.file?.contains("transport") == true || $0.message.contains("without a car") })
  }

  @Test(arguments: [("open", ["C02", "T13"]), ("evaluating", ["C02"]), ("awarded", ["C02"]), ("stopped", [])])
  func `advice is given while it can be followed`(stage: String, codes: [String]) async throws {
    let workplace = try Workplace(pack: "sound")
    for (name, old, new) in [
      ("tender", "stage: open", "stage: \(stage)"), ("specification", ", consortia", ""),
      ("contract", "activity-review", ""),
    ] {
      let file = "content/tenders/day-service/\(name).md"
      try workplace.write(workplace.read(file).replacing(old, with: new), to: file)
    }
    let found = try await workplace.check(on: nil)
    #expect(found.map(\.code).sorted() == codes, "\(found)")
  }

  @Test(arguments: ["evaluating", "awarded", "stopped"])
  func `what does not add up, or was never filled in, is wrong as long as it can be read`(stage: String) async throws {
    let found = try await findings(
      stage, ["weight: 20, kind: price": "weight: 25, kind: price", "title: A day service": "title: A TBC service"])
    #expect(found.map(\.code).sorted() == ["T16", "W01"])
    #expect(found.allSatisfy { $0.severity == "error" })
  }

  @Test func `an acceptance may stay when it has become too late for its rule`() async throws {
    let accepting = """
      accepts:
        - {rule: W02, value: "45%", reason: Cabinet decided so, by: Lead commissioner, date: 2026-12-04}
      stage:
      """
    for (stage, codes) in [("open", ["F22"]), ("awarded", [])] {
      let workplace = try Workplace(pack: "sound")
      let text = try workplace.read(tender)
        .replacing("stage: open", with: accepting.replacing("stage:", with: "stage: \(stage)"))
      try workplace.write(text, to: tender)
      #expect(try await workplace.check(on: nil).map(\.code) == codes, "\(stage)")
    }
  }
}
