import Diagnostics
import Tenders
import TestSupport
import Testing

/// What is said once for all lots, and lot by lot where they differ.
struct LotWordsTests {
  private let folder = "tenders/young-people"

  private func tender(_ changing: [String: (String) -> String] = [:]) throws -> Tender {
    try Read.tender(
      "young-people", in: Read.packs + "/two-lots",
      changing: Dictionary(uniqueKeysWithValues: changing.map { ("\(folder)/\($0.key)", $0.value) }))
  }

  @Test func `answers and words are counted for a lot, as the effort counts them`() throws {
    let even = try tender()
    #expect(even.askedWords == "5 answers, 1,600 or 2,800 words, 0 or 1,500 characters and 0 or 2 pages at most")
    #expect(even.lots.map { even.effort(for: $0).questions } == [5, 5])
    let uneven = try tender(["questions/seeing-change.md": { $0.replacing("lots: [north]\n", with: "") }])
    #expect(uneven.answersWords == "5 or 6 answers" && uneven.questionCountWords == "5 or 6")
    #expect(uneven.keyFacts.contains { $0.words?.hasPrefix("5 or 6 answers, 2,000 or 2,800 words, ") == true })
    #expect(uneven.lots.map { uneven.effort(for: $0).questions } == [5, 6])
  }

  @Test func `limits in pages and characters, and answers without a limit, are said with those in words`() throws {
    let open = try tender(["questions/welcome.md": { $0.replacing("limit:\n  words: 400\n", with: "") }])
    #expect(
      open.answerLengthWords
        == "1,200 or 2,400 words, 0 or 1,500 characters and 0 or 2 pages at most (1 answer has no limit)")
    let south = open.effort(for: open.lots.last)
    #expect(south.length.words == "1,200 words, 1,500 characters and 2 pages at most (1 answer has no limit)")
    #expect(
      south.sentence.hasPrefix("5 answers, 1,200 words, 1,500 characters and 2 pages at most (1 answer has no limit), ")
    )
  }

  @Test func `each deadline is said with the lots that it is for, and one for all is said alone`() throws {
    #expect(
      try tender().deadlineWords()
        == "noon on Friday 23 April 2027 (North Testham) and noon on Friday 30 April 2027 (South Testham)")
    let same = try tender(["tender.md": { $0.replacing("      deadline: 2027-04-30T12:00\n", with: "") }])
    #expect(same.deadlineWords() == "noon on Friday 23 April 2027" && same.soleDeadline != nil)
    #expect(same.differs { $0.dates[.start]?.value.iso } && !same.differs { $0.dates[.deadline]?.value.iso })
  }

  @Test func `a lot's dates take the place of the tender's one by one`() throws {
    let lot = try #require(try tender().lots.last)
    #expect(lot.contract.dates[.issued]?.value.day.iso == "2027-01-11")
    #expect(lot.contract.dates[.start]?.value.day.iso == "2027-10-01")
    #expect(lot.contract.dates.interviews.items.count == 2)
  }

  @Test(arguments: [
    ("2027-01-31", 1, "2027-02-28"), ("2027-01-31", 13, "2028-02-29"), ("2027-09-01", 12, "2028-09-01"),
    ("2027-12-15", 0, "2027-12-15"), ("2027-12-15", 1, "2028-01-15"),
  ])
  func `months later is the same day, or the last of the month`(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(months: months)?.iso == to)
  }

  @Test func `no number of months leads out of the calendar`() throws {
    let day = try #require(Day("2027-01-31"))
    for months in [-1, 2401, Int.max, 2300] { #expect(day.adding(months: months) == nil) }
  }
}
