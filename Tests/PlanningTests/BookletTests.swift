import Diagnostics
import Markdown
import Tenders
import Testing

@testable import Planning

/// Documents are made of the texts of pages, and stand by themselves.
struct BookletTests {
  private static let texts = [
    "glossary/outcome.md": "---\nterm: Outcome\n---\nA [change](experience.md).[^1]\n\nMore.\n\n[^1]: A note.\n",
    "glossary/experience.md": "---\nterm: Experience\n---\nWhat one has been through.\n",
    "guidance/how-to-bid.md":
      "---\ntitle: How to bid\naudience: providers\nupdated: 2027-01-12\n---\nSee [the tender](../tenders/t/tender.md).\n",
    "guidance/other.md":
      "---\ntitle: Other\naudience: providers\nsummary: In short.\npublished: 2027-01-13\n---\n[Bid](how-to-bid.md#x)\n",
    "guidance/how-to-buy.md": "---\ntitle: How to buy\naudience: commissioners\n---\nWords.\n",
    "tenders/t/tender.md":
      "---\ntitle: A service\nsummary: What it is.\nstage: open\nreference: TC-1\nbuyer: Our council\ndates: {issued: 2027-01-11, deadline: 2027-03-10T12:00}\n---\nAn outcome.\n",
    "tenders/t/vision.md":
      "---\ntitle: Vision\nsummary: Why.\n---\n# One\n\nSee [what we buy](specification.md#people), [how to bid](../../guidance/how-to-bid.md) and [the scoring](scoring.md).\n",
    "tenders/t/specification.md": "---\ntitle: Specification\nlang: cy\n---\n## People\n\nWords.\n",
    "tenders/t/scoring.md": "---\ntitle: Scoring\n---\nWords.\n",
    "tenders/t/insight.md": "---\ntitle: Insight\n---\n",
    "tenders/t/how-to-respond.md": "---\ntitle: How to respond\n---\nLike this.\n",
    "tenders/t/questions/q.md": "---\ntitle: Q\nlimit: {words: 100}\n---\nWhy?\n",
  ]

  private func booklet(_ document: PackDocument, site: String = "") -> Booklet? {
    let planned = Planned(Self.texts.merging(["site.yml": "title: S\norganisation: C\n\(site)"]) { $1 })
    return planned.plan.booklet(.pack(tender: "t", document))
  }

  @Test func `a document has the pages that it is made of, and no page without words`() {
    #expect(booklet(.specification)?.chapters.map(\.id) == ["vision", "specification"])
    #expect(booklet(.invitation)?.chapters.map(\.id) == ["summary", "how-to-respond", "timetable", "clarifications"])
    #expect(booklet(.scoring)?.chapters.map(\.id) == ["questions", "scoring"])
    let whole = booklet(.wholePack)?.chapters.map(\.id) ?? []
    #expect(
      whole.first == "summary" && whole.contains("vision") && !whole.contains("print") && !whole.contains("insight"))
    #expect(booklet(.reviewCopy)?.isForReview == true && booklet(.wholePack)?.isForReview == false)
    #expect(booklet(.responseForm)?.isForm == true && booklet(.scoring)?.isForm == false)
  }

  @Test func `a chapter has its page's words, headings below its own, and ids that begin with its name`() {
    let chapters = booklet(.specification)?.chapters ?? []
    #expect(chapters.map(\.title) == ["Vision", "Specification"])
    #expect(chapters.map(\.summary) == ["Why.", nil] && chapters.map(\.language) == [nil, "cy"])
    #expect(
      chapters.first?.document.words == """
        ## One
        See [what we buy](#specification-people), how to bid and the scoring (see “Scoring” on the website).
        """)
    let headings = chapters.flatMap(\.document.blocks).compactMap {
      if case .heading(let heading) = $0.kind { heading.id } else { nil }
    }
    #expect(headings == ["vision-one", "specification-people"])
  }

  @Test func `a link to a page that a document does not hold leads to the web, where the site's address is known`() {
    let words = booklet(.specification, site: "base-url: https://x.example\n")?.chapters.first?.document.words
    #expect(
      words == """
        ## One
        See [what we buy](#specification-people), [how to bid](https://x.example/guidance/how-to-bid/) and [the scoring](https://x.example/tenders/t/scoring/).
        """)
  }

  @Test func `the terms that a document uses stand in it, in their first paragraph and without links`() {
    let invitation = booklet(.invitation)
    #expect(invitation?.terms.map(\.term) == ["Outcome"])
    #expect(invitation?.terms.map(\.definition.withTargets) == ["A change."])
    #expect(invitation?.chapters.first?.document.words.hasPrefix("An [outcome](#Term-outcome).") == true)
    #expect(booklet(.specification)?.terms.isEmpty == true)
  }

  @Test func `the form to fill in is a document of its own, and no part of the others`() {
    func forms(_ booklet: Booklet?) -> Int {
      booklet?.chapters.flatMap(\.document.allBlocks).count { if case .form = $0.kind { true } else { false } } ?? -1
    }
    #expect(forms(booklet(.invitation)) == 0 && forms(booklet(.wholePack)) == 0)
    #expect(forms(booklet(.responseForm)) > 0)
    let respond = booklet(.invitation)?.chapters.first { $0.id == "how-to-respond" }?.document
    #expect(respond?.words == "Like this.")
  }

  @Test func `a cover says who, what and by when`() {
    let booklet = booklet(.scoring, site: "phase: {tag: Example, words: Not real.}\nlicence: Free\n")
    #expect(booklet?.title == "A service" && booklet?.fullTitle == "A service: how bids are scored")
    #expect(booklet?.organisation == "Our council" && booklet?.reference == "TC-1")
    #expect(booklet?.version == "Version 1, 11 January 2027")
    #expect(booklet?.facts.first?.name == "Deadline")
    #expect(booklet?.imprint == ["Example: Not real.", "Licence: Free"])
    #expect(self.booklet(.responseForm)?.facts.map(\.name) == ["Deadline", "What you send", "Send it"])
    #expect(self.booklet(.responseForm)?.facts.last?.words == "Not written yet")
    #expect(self.booklet(.monitoringForm)?.facts.map(\.name) == ["Who fills it in"])
  }

  @Test func `guidance for an audience is what was written for it, by the newest day`() {
    let plan = Planned(Self.texts).plan
    let booklet = plan.booklet(.guidance(.providers))
    #expect(booklet?.title == "Guidance for providers" && booklet?.fullTitle == "Guidance for providers")
    #expect(booklet?.chapters.map(\.title) == ["How to bid", "Other"])
    #expect(booklet?.chapters.map(\.summary) == [nil, "In short."])
    #expect(booklet?.version == "13 January 2027")
    #expect(
      booklet?.chapters.first?.document.words.hasPrefix("See the tender (see “A service” on the website).") == true)
  }

  @Test func `all booklets are those of the files that are made, each once`() {
    let plan = Planned(Self.texts).plan
    #expect(
      Set(plan.booklets.keys)
        == Set(plan.artefacts.compactMap(\.recipe.booklet)).filter { if case .report = $0 { false } else { true } })
    #expect(plan.booklet(.pack(tender: "x", .invitation)) == nil && plan.booklet(.report(tender: "t")) == nil)
  }

  @Test func `the page for print has every page with words under its title`() {
    let print = Planned(Self.texts).text(at: "tenders/t/print/index.html") ?? ""
    let titles = print.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(titles.prefix(3) == ["## Summary", "## Vision", "## Specification"])
    #expect(!titles.contains("## Insight") && !titles.contains("## The pack on one page"))
    #expect(print.contains("## Vision\nWhy.\n### One\nSee [what we buy](#specification-people)"))
    #expect(print.contains("[how to bid](guidance/how-to-bid/index.html) and [the scoring](#scoring)."))
  }
}
