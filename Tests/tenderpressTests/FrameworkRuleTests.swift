import Foundation
import Testing

/// Golden cases of the rules about outcomes, co-production and contracts. Each rule's own test is its page.
struct FrameworkRuleTests {
  private let tender = "content/tenders/day-service/tender.md"

  /// What is found in the sound pack with some words of files changed.
  private func findings(_ changes: [String: [String: String]], also more: (Workplace) throws -> Void = { _ in }) throws
    -> [Workplace.Finding]
  {
    let workplace = try Workplace(pack: "sound", changing: changes)
    try more(workplace)
    return try workplace.run("check", "--format", "json").findings
  }

  private func titled(_ title: String) throws -> [Workplace.Finding] {
    try findings(["content/outcomes/skills.md": ["title: People use what they can do": "title: \(title)"]])
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
    let path = "content/outcomes/skills.md"
    let found = try findings([:]) { workplace in
      let text = try workplace.read(path)
      let more = (1...7).map {
        "  - {id: sign-\($0), text: Sign \($0), kind: objective, measure: A look, by: Neighbours}\n"
      }.joined()
      try workplace.write(text.replacing("sources:\n", with: more + "sources:\n", maxReplacements: 1), to: path)
    }
    #expect(found.map(\.code) == ["O02"] && found.first?.severity == "note")
    #expect(found.first?.message.contains("10 indicators") == true)
  }

  @Test func `without its break points a contract of three years has one fault`() throws {
    let found = try findings([:]) { workplace in
      let text = try workplace.read(tender)
      try workplace.write(text.replacing(#/break-points:\n(  .*\n)+/#, with: ""), to: tender)
    }
    #expect(found.map(\.code) == ["C01"])
  }

  @Test func `an outcome that was renamed, and not in the questions, is a broken reference and is asked about nowhere`()
    throws
  {
    let found = try findings([tender: ["id: friends,": "id: company,"]]) { workplace in
      try workplace.write(try workplace.read("content/outcomes/friends.md"), to: "content/outcomes/company.md")
      try workplace.remove("content/outcomes/friends.md")
    }
    #expect(found.map(\.code).sorted() == ["O11", "R01"], "\(found)")
    #expect(found.first { $0.code == "R01" }?.file?.hasSuffix("well-and-company.md") == true)
  }

  @Test func `what is wrong with an outcome that two tenders share is told once`() throws {
    let found = try findings(["content/outcomes/skills.md": ["prevention": "extra: {}\nprevention"]]) { workplace in
      let text = try workplace.read("content/outcomes/skills.md")
      try workplace.write(text.replacing(#/sources:\n(  .*\n)+/#, with: ""), to: "content/outcomes/skills.md")
      let folder = workplace.folder.appending(path: "content/tenders")
      try FileManager.default.copyItem(
        at: folder.appending(path: "day-service"), to: folder.appending(path: "night-service"))
    }
    #expect(found.map(\.code) == ["O08"])
  }

  @Test func `other rules hold in other regimes`() throws {
    let small = [tender: ["total: 1350000": "total: 300000", "per-year: 450000": "per-year: 100000"]]
    #expect(try findings(small).map(\.code) == ["C06"])
    let scottish = small.merging(["content/site.yml": ["nation: england": "nation: scotland"]]) { $1 }
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
