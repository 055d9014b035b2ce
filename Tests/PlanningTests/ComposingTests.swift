import Diagnostics
import Foundation
import Markdown
import Tenders
import Testing

@testable import Planning

/// What data adds to the pages of a pack, and what it leaves unsaid where there is nothing to say.
struct ComposingTests {
  private static let others = [
    "outcomes/a.md":
      "---\ntitle: A good life\nlevel: service\nbottom-lines: [social]\nindicators:\n  - {id: i, text: People say so, kind: subjective, how-often: Twice, by: Friends}\n---\nWords.\n",
    "outcomes/b.md": "---\ntitle: A good town\nlevel: community\n---\n",
    "quality-characteristics/q.md": "---\ntitle: Open\nfeatures: [A door]\n---\n",
    "scales/s.md":
      "---\ntitle: Levels\nlevels: [{score: 0, title: None}, {score: 4, title: All, descriptor: It is whole.}]\n---\n",
    "matrices/m.md":
      "---\ntitle: Power\ncolumns: [Low, High]\nrows: [{principle: Who, question: Who decides?, levels: [Staff, All]}]\n---\n",
  ]

  private static func page(_ name: String, _ keys: String, stage: String = "open", _ texts: [String: String] = [:])
    -> String
  {
    let tender = ["tenders/t/tender.md": "---\ntitle: T\nstage: \(stage)\n\(keys)\n---\n"]
    let planned = Planned(others.merging(tender) { $1 }.merging(texts) { $1 }, drafts: true)
    return planned.text(at: "tenders/t/\(name.isEmpty ? "" : name + "/")index.html") ?? "no page"
  }

  private static let lots = "lots: [{id: n, title: North}, {id: s, title: South}]"
  private static let ownLots =
    "lots:\n  - {id: n, title: North, value: {total: 100}, term: {months: 24}, dates: {start: 2027-07-01}}\n  - {id: s, title: South}\nterm: {months: 12}\nvalue: {total: 300}\ndates: {start: 2027-08-01}"

  @Test(arguments: [
    (
      "contract", "term: {months: 12}\nvalue: {total: 100, extensions-included: yes}",
      "Value | £100 | Extensions | Counted in the value"
    ),
    (
      "contract", "term: {months: 12}\nvalue: {total: 100, extensions-included: no}",
      "Extensions | Not counted in the value"
    ),
    ("contract", "lots-reason: Because.", "Why there are no lots | Because."),
    ("contract", "lots-reason: Because.\n\(lots)", "Why there are lots | Because."),
    ("contract", "term: {months: 12}", "Length | 1 year"),
    (
      "contract", "break-points: [{month: 6, what: Look}]\nterm: {months: 12}",
      "When | What is decided | Month\u{A0}6 | Look"
    ),
    (
      "contract", "reserved: {to: mutuals, reason: By law}\nterm: {months: 12}\nregime: full",
      "Who may bid | Only mutuals. By law."
    ),
    ("contract", "cpv: [\"85312000\", \"85320000\"]", "Codes of what is bought (CPV) | 85312000 and 85320000"),
    ("contract", "lot-rules: {bid-for: One, win: Both.}\n\(lots)", "You may bid for: One. You may win: Both."),
    ("contract", lots, "## Lots\nNorth\nSouth"),
    ("contract", ownLots, "Lot | Length | Starts | North | 2 years | 1 July 2027 | South | 1 year | 1 August 2027"),
    ("contract", ownLots, "Lot | Value | North | £100 | South | Not written yet"),
    ("scoring", "gates: [{id: g, title: G}]", "G | Not written yet | Not written yet"),
    ("scoring", "conditions: [{id: c, kind: legal-financial, asks: Who?}]", "Who? ("),
    ("scoring", "conditions: [{id: c, asks: Who?}]", "Who? |  |  | "),
    ("scoring", "price: {formula: lowest-over-bid, basis: All years.}", "The lowest price gets all the marks"),
    ("scoring", "price: {formula: fixed-budget}", "The budget is fixed"),
    ("scoring", "price: {basis: All years.}", "## Price\nAll years."),
    (
      "scoring", "price: {example: [{bidder: A, price: 1, points: 2}, {bidder: B, price: 1.50}]}",
      "Bidder | Price | Marks | A | £1.00 | 2 | B | £1.50 | "
    ),
    ("scoring", "price: {schedule: [{line: Staff}]}", "### Price schedule"),
    ("scoring", "assessment: {method: agreed}", "How a score is reached | Evaluators read alone first"),
    ("scoring", "assessment: {method: mean, rounding: None.}", "The score is the mean of theirs. | Rounding | None."),
    (
      "scoring", "evaluators: [{role: A, lived-experience: yes}, {role: B, lived-experience: no}, {role: C}]",
      "A | Yes | B | No | C | No"
    ),
    (
      "scoring",
      "criteria: [{id: c, title: C, kind: quality, weight: 70, parts: [{id: p, title: P, weight: 70}]}, {id: d, title: D, kind: price}]",
      "A C |  | 70 | C: P | 70 |  | B D |  | Not written yet"
    ),
    ("timetable", "dates: {issued: 2027-01-11}", "What | When | Tender published | Monday 11 January 2027"),
    ("timetable", "events: [{title: Walk, from: 2027-01-12}]", "Walk | Tuesday 12 January 2027 |  | "),
    ("timetable", "stages: [{id: s, title: First}]", "Stage | Answers by | Who goes on | First | Not written yet | "),
    (
      "timetable", "dates: {start: 2027-07-01, end: 2028-06-30}\nbreak-points: [{month: 6, what: Look}]",
      "Contract starts | Thursday 1 July 2027 | Break point: Look | Saturday 1 January 2028 (month\u{A0}6) | "
    ),
    ("timetable", ownLots, "Lot | What | When | North | Contract starts | Thursday 1 July 2027"),
    (
      "monitoring", "measures: [{indicator: a/i}]\noutcomes: [{id: a}]",
      "[People say so](tenders/t/outcomes/index.html#a) | Not written yet | Not written yet | Twice | Friends"
    ),
    (
      "monitoring", "measures: [{indicator: x/y, how-often: Once, by: Us}]",
      "x/y | Not written yet | Not written yet | Once | Us"
    ),
    (
      "documents", "notices: [{code: UK4, reference: R, url: \"https://x.example\", date: 2027-01-11}, {code: UK2}]",
      "UK4 | [R](https://x.example) | 11 January 2027 | UK2 |  | "
    ),
    ("documents", "ocid: ocds-1", "In open data, this procurement is called ocds-1 (OCID)."),
    (
      "documents", "attachments: [{file: a.pdf, title: A, for: fill-in, accessible: yes}]",
      "A](nowhere) | To fill in |  | Everybody can read it"
    ),
    (
      "documents", "attachments: [{file: a.pdf, title: A, for: sign, accessible: no}]",
      "| To sign |  | Ask us for another format"
    ),
    (
      "documents", "attachments: [{file: a.pdf, title: A, instead: A letter, accessible: no}]",
      "| To read |  | A letter"
    ),
    ("should-we-bid", "submit: {how: email}\n\(lots)", "Lots | North and South"),
    ("should-we-bid", "submit: {how: email}", "Lots | One contract"),
    ("should-we-bid", "submit: {how: email}\ngates: [{id: g, title: G}]", "Can we meet every gate and condition"),
    (
      "how-to-respond", "submit: {how: email, where: a@b.example}",
      "By email to [a@b.example](mailto:a@b.example). The deadline is not written yet."
    ),
    (
      "how-to-respond", "submit: {how: email, where: a@b.example, url: \"https://x.example\", account: yes}",
      " or at [https://x.example](https://x.example). The deadline is not written yet. You need an account there."
    ),
    (
      "how-to-respond", "submit: {how: portal, where: The portal, url: \"https://x.example\", account: no}",
      "[The portal](https://x.example). The deadline is not written yet. You do not need an account."
    ),
    ("how-to-respond", "submit: {how: portal, url: \"https://x.example\"}", "[https://x.example](https://x.example)."),
    ("how-to-respond", "submit: {how: upload, where: The town hall}", "By upload: The town hall."),
    (
      "how-to-respond", "submit: {how: upload}\ndates: {deadline: 2027-03-10}",
      "By upload. It must be there by Wednesday 10 March 2027."
    ),
    (
      "how-to-respond", "submit: {how: upload}\noutcomes: [{id: a}]", "An [impact map](tenders/t/impact-map/index.html)"
    ),
    (
      "how-to-respond",
      "submit: {how: upload}\ncontact: {role: Buyers, email: a@b.example, phone: \"01\", access: Ask us.}",
      "Buyers, [a@b.example](mailto:a@b.example), 01\nAsk us."
    ),
    (
      "how-to-respond",
      "submit: {how: upload}\ncontact: {role: Buyers, email: a@b.example}\ndates: {questions-close: 2027-02-01, answers-by: 2027-02-08}",
      "You can ask until Monday 1 February 2027. All questions and answers are published by Monday 8 February 2027, without names."
    ),
    ("outcomes", "outcomes: [{id: a, baseline: Few}]", "Bottom line: social. Before: Few."),
    (
      "outcomes", "outcomes: [{id: a}]",
      "No outcome is economic yet.\nNo outcome is environmental yet.\nNo outcome is for the community yet.\n## Service outcomes\n### A good life"
    ),
    ("outcomes", "outcomes: [{id: b}]", "No outcome is for the service yet.\n## Community outcomes\n### A good town"),
    ("outcomes", "outcomes: [{id: a}]", "People say so | Felt | Twice. By: Friends"),
    ("quality-characteristics", "quality-characteristics: [q]", "## Open\n### What it looks like\nA door"),
    ("", lots, "## The lots\nLot"), ("", "\(lots)\nvalue: {total: 3}", "## The lots\nLot | North | South"),
  ])
  func `a page says what there is to say`(name: String, keys: String, words: String) {
    let text = Self.page(name, keys)
    #expect(text.contains(words), "\(text)")
  }

  @Test(arguments: [
    ("contract", "term: {months: 12}", "Break points"), ("contract", "term: {months: 12}", "How it is bought"),
    ("contract", "term: {months: 12}", "Lots"), ("contract", "regime: full", "The contract in short"),
    ("contract", lots, "What is agreed"), ("contract", "lots-reason: No.", "Extensions"),
    ("scoring", "gates: [{id: g, title: G}]", "Conditions"), ("scoring", "gates: [{id: g, title: G}]", "Weights"),
    ("scoring", "gates: [{id: g, title: G}]", "Price"),
    ("scoring", "gates: [{id: g, title: G}]", "What each question counts"),
    ("scoring", "gates: [{id: g, title: G}]", "How scores are reached"),
    ("scoring", "gates: [{id: g, title: G}]", "Who scores"),
    ("scoring", "evaluators: [{role: A}]", "Gates"), ("scoring", "price: {formula: fixed-budget}", "worked example"),
    ("scoring", "price: {formula: fixed-budget}", "Price schedule"),
    ("scoring", "assessment: {method: mean}", "Rounding"),
    ("timetable", "events: [{title: Walk, from: 2027-01-12}]", "What | When | Tender"),
    ("timetable", "dates: {issued: 2027-01-11}", "Workshops"),
    ("timetable", "dates: {issued: 2027-01-11}", "Stages"),
    ("timetable", "dates: {issued: 2027-01-11}\n\(lots)", "single lots"),
    ("documents", "ocid: ocds-1", "Notice |"), ("documents", "ocid: ocds-1", "Attachments"),
    ("documents", "", "Notices"),
    ("documents", "attachments: [{file: a.pdf, title: A}]", "Ask us for another format"),
    ("should-we-bid", "submit: {how: email}", "gate"), ("should-we-bid", "submit: {how: email}", "Work to bid"),
    ("how-to-respond", "submit: {how: email}", "impact map"), ("how-to-respond", "submit: {how: email}", "Whom to ask"),
    ("how-to-respond", "submit: {how: email}", "A price"), ("how-to-respond", "submit: {how: upload}", "account"),
    ("how-to-respond", "submit: {how: upload}\ndates: {questions-close: 2027-02-01}", "You can ask"),
    ("outcomes", "outcomes: [{id: a}]", "Community outcomes"), ("outcomes", "outcomes: [{id: b}]", "Signs"),
    ("outcomes", "outcomes: [{id: a}]", "Where it comes from"), ("outcomes", "outcomes: [{id: a}]", "Sums of money"),
    ("outcomes", "outcomes: [{id: b}]", "Bottom line:"),
    ("quality-characteristics", "quality-characteristics: [q]", "For example"),
    ("quality-characteristics", "quality-characteristics: [q]", "Asked about"), ("", "value: {total: 3}", "The lots"),
    ("", lots, "What counts"), ("", lots, "What is asked"), ("", lots, "Value"), ("", lots, "Length"),
    ("", "award: [{supplier: A}]", "Who won"), ("", "stopped: {date: 2027-01-11, reason: None}", "Why we stopped"),
  ])
  func `a page leaves unsaid what nothing is known of`(name: String, keys: String, words: String) {
    let text = Self.page(name, keys)
    #expect(text != "no page" && !text.contains(words), "\(text)")
  }

  @Test func `who won is told when it has been decided, and in a table for several lots`() {
    let one = Self.page(
      "", "award: [{supplier: A, value: 10, bids: 3, notice: \"https://x.example\"}]", stage: "awarded")
    #expect(
      one.hasSuffix(
        "## Who won\nWhat | How | Who won | A | Value | £10 | Bids | 3 | Notice | [https://x.example](https://x.example)"
      ))
    let two = Self.page(
      "", "award: [{lot: n, supplier: A}, {lot: s, supplier: B, signed: 2027-05-01}]\n\(Self.lots)", stage: "awarded")
    #expect(two.hasSuffix("## Who won\nLot | Who won | Signed | North | A |  | South | B | 1 May 2027"))
    let stopped = Self.page(
      "", "stopped: {date: 2027-01-11, reason: No money.}\naward: [{supplier: A}]", stage: "stopped")
    #expect(stopped == "## Why we stopped\nWe stopped on Monday 11 January 2027. No money.")
  }

  private static let asked = [
    "tenders/t/questions/x.md":
      "---\ntitle: X\norder: 1\ncriterion: c\nweight: 60\nlimit: {words: 100}\ngroup: service-outcomes\nabout: {outcomes: [a], quality-characteristics: [q]}\nasks: In a line.\nscale: s\nmatrix: m\nminimum: 2\n---\nWhy?\n\n## What a good answer shows\n\nThat.\n",
    "tenders/t/questions/y.md":
      "---\ntitle: Y\norder: 2\ncriterion: c\nweight: 40\nlots: [s]\ngroup: co-production\n---\nHow?\n\n***\n\n## More\n\nSo.\n",
  ]
  private static let keys =
    "criteria: [{id: c, title: C, kind: quality, weight: 100}]\noutcomes: [{id: a}, {id: b}]\nquality-characteristics: [q]\n"

  @Test func `a question says what it weighs, how long, for whom, about what, and by what it is scored`() {
    let text = Self.page("questions", Self.keys + Self.lots, Self.asked)
    #expect(
      text.hasPrefix(
        "Question | Weight | Length | For | [1. X](tenders/t/questions/index.html#x) | 60 | at most 100 words | All lots | [2. Y](tenders/t/questions/index.html#y) | 40 | No limit | South\n"
      ))
    #expect(
      text.contains(
        "### X\nIn a line.\nWeight 60 of 100; at most 100 words; about [A good life](tenders/t/outcomes/index.html#a) and [Open](tenders/t/quality-characteristics/index.html#q); scored by [this scale](tenders/t/scoring/index.html#Scale-s); read beside [this guide](tenders/t/scoring/index.html#Matrix-m); an answer must score at least 2.\nWhy?\n#### What a good answer shows\nThat.\nX\n\nWhy?\n"
      ))
    #expect(
      text.contains(
        "### Y\nWeight 40 of 100; no limit of length; only for South.\nHow?\n#### More\nSo.\nY\n\nHow?\n\nMore\n\nSo.\n"
      ))
    #expect(text.components(separatedBy: "\n## ").dropFirst().count == 2)
    // Where all are for every lot, nobody is told for which.
    let all = Self.page(
      "questions", Self.keys, ["tenders/t/questions/x.md": Self.asked["tenders/t/questions/x.md"] ?? ""])
    #expect(all.hasPrefix("Question | Weight | Length | [1. X]"))
  }

  @Test func `the weights of questions are told once, or for each lot with their sum where lots are asked differently`()
  {
    let lots = Self.page("scoring", Self.keys + Self.lots, Self.asked)
    #expect(
      lots.contains(
        "### North\nQuestion | Criterion | Weight | [1. X](tenders/t/questions/index.html#x) | C | 60 | All questions together |  | 60\n### South\n"
      ))
    #expect(lots.contains("| [2. Y](tenders/t/questions/index.html#y) | C | 40 | All questions together |  | 100"))
    let whole = Self.page("scoring", Self.keys, Self.asked)
    #expect(
      whole.contains("## What each question counts\nQuestion | Criterion | Weight | [1. X]")
        && !whole.contains("All questions together"))
    #expect(whole.contains("## Levels\nScore | Level | What it means | 0 | None |  | 4 | All | It is whole."))
    #expect(whole.contains("## Power\nPrinciple | Low | High | Who: Who decides? | Staff | All"))
  }

  @Test func `an outcome and a characteristic say which questions ask about them, and what the thread lacks`() {
    let outcomes = Self.page("outcomes", Self.keys, Self.asked)
    #expect(outcomes.contains("## From strategy to contract\n") && outcomes.contains("Still missing:\n[A good life]"))
    #expect(
      outcomes.contains(
        "| None yet | 1 | [question 1](tenders/t/questions/index.html#x) (weight 60) | None yet | None yet"))
    #expect(
      Self.page("quality-characteristics", Self.keys, Self.asked).hasSuffix(
        "Asked about in [question 1](tenders/t/questions/index.html#x)."))
  }

  @Test func `answers and changes stand below each other, the newest first`() {
    let text = Self.page(
      "clarifications", Self.keys,
      Self.asked.merging([
        "tenders/t/clarifications/c.md":
          "---\nasked: 2027-01-12\nanswered: 2027-01-14\naffects: [questions/x, vision, tender]\n---\nYes.\n",
        "tenders/t/amendments/d.md": "---\ntitle: More time\ndate: 2027-01-13\nmaterial: yes\n---\nNo.\n",
      ]) { $1 })
    #expect(
      text == """
        ## Question of 12 January 2027
        Asked on Tuesday 12 January 2027, answered on Thursday 14 January 2027. It changes nothing that bidders must do. It is about: [question 1](tenders/t/questions/index.html#x), vision, [the tender itself](tenders/t/index.html).
        Yes.
        ## More time
        Made on Wednesday 13 January 2027. It changes what bidders must do.
        No.
        """)
    #expect(Self.page("clarifications", "").hasPrefix("Nobody has asked a question yet."))
  }

  @Test func `what data adds goes to the end of an author's section of the same heading`() {
    let text = Self.page(
      "contract", "term: {months: 12}\nregime: full",
      [
        "tenders/t/contract.md":
          "Before.\n\n## The contract in short\n\nMine.\n\n### Below\n\nMore.\n\n## Last\n\nAfter.\n"
      ])
    #expect(
      text.hasPrefix(
        "Before.\n## The contract in short\nMine.\n### Below\nMore.\nWhat | How | Length | 1 year\n## Last\nAfter.\n## How it is bought\n"
      ))
  }

  @Test func `a price schedule is shown for each lot that has its own, and once where lots share it`() {
    func labels(_ keys: String) -> [String] {
      let planned = Planned(["tenders/t/tender.md": "---\ntitle: T\nstage: open\n\(keys)\n---\n"])
      let body = planned.page(at: "tenders/t/scoring/index.html").map { planned.plan.body(of: $0) } ?? Document()
      return body.allBlocks.flatMap { block -> [String] in
        guard case .form(let form) = block.kind else { return [] }
        return form.sections.flatMap(\.fields).map(\.label).filter {
          $0.hasPrefix("What the service would cost, for each of")
        }
      }
    }
    let shared = "price: {schedule: [{line: Staff}]}\n\(Self.lots)"
    #expect(labels(shared) == ["What the service would cost, for each of North and South"])
    let own =
      "lots: [{id: n, title: North, price: {schedule: [{line: Staff}]}}, {id: s, title: South, price: {schedule: [{line: Rooms}]}}]"
    #expect(labels(own) == [])
    let text = Self.page("scoring", own)
    #expect(text.contains("## Price\n### North\n#### Price schedule\n### South\n#### Price schedule"))
  }

  @Test func `an impact map has an example where its author gives one, with outcomes by their titles`() {
    let example = Self.page(
      "impact-map", Self.keys,
      ["tenders/t/impact-map.md": "---\ntitle: Map\nexample: [{activities: Walks, outcome: a}, {outcome: Mine}]\n---\n"]
    )
    #expect(
      example.hasPrefix("## A worked example\n") && example.contains("Walks |") && example.contains("| A good life |")
        && example.contains("| Mine |"))
    #expect(Self.page("impact-map", Self.keys).hasPrefix("## The map to fill in"))
  }

  @Test func `what people said and what is there stands in tables`() {
    let said = Self.page(
      "engagement", "",
      [
        "tenders/t/engagement.md":
          "---\ntitle: E\nevents: [{date: 2026-06-23, who: All, said: More, changed: Much}, {who: One, said: Less}]\n---\n"
      ])
    #expect(
      said
        == "## You said, we did\nWho | When | What they said | What changed | All | 23 June 2026 | More | Much | One |  | Less | Nothing yet"
    )
    #expect(Self.page("engagement", "", ["tenders/t/engagement.md": "---\ntitle: E\n---\nWords.\n"]) == "Words.")
    let there = Self.page(
      "insight", "", ["tenders/t/insight.md": "---\ntitle: I\nassets: [{name: Hall, kind: Place}]\n---\n"])
    #expect(there == "## What we can build on\nAsset | What it is | Where | What it offers | Hall | Place |  | ")
  }
}
