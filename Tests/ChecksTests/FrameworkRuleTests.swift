import Testing

/// Golden cases of the rules about outcomes, co-production and contracts. Each rule's own test is its page.
struct FrameworkRuleTests {
  private let tender = "tenders/day-service/tender.md"

  /// What is found in the sound pack with some words of files changed.
  private func findings(
    _ changes: [String: [String: String]], also more: (inout Pack) throws -> Void = { _ in }
  ) throws -> [Finding] {
    var pack = try Pack.sound.changing(changes)
    try more(&pack)
    return try pack.check()
  }

  private func titled(_ title: String) throws -> [Finding] {
    try findings(["outcomes/skills.md": ["title: People use what they can do": "title: \(title)"]])
  }

  @Test func `an outcome that was a target in a strategy is reported, and its positive form is not`() throws {
    let group = "young people not in employment, education or training"
    let wrong = try titled("Reduce the number of \(group)")
    #expect(wrong.map(\.code) == ["O05"] && wrong.first?.severity == "warning")
    #expect(wrong.first?.help?.contains("indicator") == true)
    #expect(try titled("Improving employment and training opportunities for young people") == [])
  }

  @Test(arguments: [
    "20% more people find work", "People find work by 2030", "Deliver friendship", "Provision of advice",
    "A higher number of tenants in work", "People save £500 a year",
    "Half of all members find work by the end of the contract",
  ])
  func `a target or a task is no outcome`(title: String) throws {
    #expect(try titled(title).map(\.code) == ["O05"])
  }

  @Test(arguments: [
    "People over 65 are at home in the town", "Young people aged 11 to 19 have somebody to count on",
    "People have a number of friends", "Delivery drivers feel safe", "Help is there 24 hours a day",
    "Children in year 6 look forward to school", "People of 18 and over keep well",
    "Children under 5 play out of doors", "Everyone who is 16+ has a say",
    "Families get about after Covid-19", "People run their own lives", "People get what they were provided for",
  ])
  func `an age, or a word that only looks like one, is innocent`(title: String) throws {
    #expect(try titled(title) == [])
  }

  @Test func `ten indicators are a note and never more`() throws {
    let path = "outcomes/skills.md"
    let found = try findings([:]) { pack in
      let more = (1...7).map {
        "  - {id: sign-\($0), text: Sign \($0), kind: objective, measure: A look, by: Neighbours}\n"
      }.joined()
      pack[path] = try pack.text(path).replacing("sources:\n", with: more + "sources:\n", maxReplacements: 1)
    }
    #expect(found.map(\.code) == ["O02"] && found.first?.severity == "note")
    #expect(found.first?.message.contains("10 indicators") == true)
  }

  @Test func `without its break points a contract of three years has one fault`() throws {
    let found = try findings([:]) { pack in
      pack[tender] = try pack.text(tender).replacing(#/break-points:\n(  .*\n)+/#, with: "")
    }
    #expect(found.map(\.code) == ["C01"])
  }

  @Test func `an outcome that was renamed, and not in the questions, is a broken reference and is asked about nowhere`()
    throws
  {
    let found = try findings([tender: ["id: friends,": "id: company,"]]) { pack in
      pack["outcomes/company.md"] = pack["outcomes/friends.md"]
      pack = try pack.removing("outcomes/friends.md")
    }
    #expect(found.map(\.code).sorted() == ["O11", "R01"], "\(found)")
    #expect(found.first { $0.code == "R01" }?.file?.hasSuffix("well-and-company.md") == true)
  }

  @Test func `what is wrong with an outcome that two tenders share is told once`() throws {
    let found = try findings(["outcomes/skills.md": ["prevention": "extra: {}\nprevention"]]) { pack in
      let text = try pack.text("outcomes/skills.md")
      pack["outcomes/skills.md"] = text.replacing(#/sources:\n(  .*\n)+/#, with: "")
      pack = pack.copying("tenders/day-service", to: "tenders/night-service")
    }
    #expect(found.map(\.code) == ["O08"])
  }

  @Test func `other rules hold in other regimes`() throws {
    let small = [tender: ["total: 1350000": "total: 300000", "per-year: 450000": "per-year: 100000"]]
    #expect(try findings(small).map(\.code) == ["C06"])
    let scottish = small.merging(["site.yml": ["nation: england": "nation: scotland"]]) { $1 }
    #expect(try findings(scottish) == [])
  }

  @Test func `lots that last for different times, and share the rest, add up`() throws {
    let lots = "lots:\n  - {id: north, title: North}\n  - {id: south, title: South, term: {months: 24}}"
    let found = try findings([
      tender: ["lots-reason: One lot, because people fall through the gaps between services.": lots]
    ])
    #expect(!found.contains { $0.code == "C06" }, "\(found)")
  }

  @Test(arguments: [
    ["term:\n  months: 36\n  extensions: [24]": "term:", "end: 2030-06-30": "end: 2027-07-02"],
    ["months: 36": "months: 9999999999", "extensions: [24]": "extensions: [9223372036854775807, -5]"],
    ["total: 1350000": "total: 999999999999.99", "per-year: 450000": "per-year: 999999999999"],
    ["months: 36": "months: 0"], ["month: 6\n": "month: -9223372036854775807\n"],
  ])
  func `figures that cannot be are told, and nothing breaks`(changes: [String: String]) throws {
    _ = try findings([tender: changes])
  }

  @Test func `what does not add up is a warning while the tender is a draft`() throws {
    let found = try findings([tender: ["total: 1350000": "total: 1400000", "stage: open": "stage: draft"]])
    #expect(found.filter { $0.code == "C06" }.map(\.severity) == ["warning"])
  }
}
