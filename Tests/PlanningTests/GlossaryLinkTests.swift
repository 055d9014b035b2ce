import Markdown
import Testing

@testable import Planning

/// Terms are linked where a page first uses them, and nowhere that a reader would not look them up.
struct GlossaryLinkTests {
  private static let terms = [
    "glossary/outcome.md": "---\nterm: Outcome\nalso: [outcomes]\n---\nA change.\n",
    "glossary/experience.md": "---\nterm: Experience\n---\nWhat one has been through. An outcome of life.\n",
    "glossary/lived-experience.md": "---\nterm: Lived experience\n---\nWhat one knows by it.\n",
    "glossary/co-production.md": "---\nterm: Co-production\n---\nEqual work.\n",
  ]

  private func linked(_ text: String) -> String? {
    let texts = Self.terms.merging(["index.md": "---\ntitle: Home\n---\n\(text)\n"]) { $1 }
    return Planned(texts).text(at: "index.html")?.replacing("glossary/index.html", with: "")
  }

  @Test(arguments: [
    ("An outcome is good.", "An [outcome](#outcome) is good."),
    ("Outcomes matter.", "[Outcomes](#outcome) matter."),
    ("OUTCOME", "[OUTCOME](#outcome)"),
    ("One outcome, two outcomes, an outcome.", "One [outcome](#outcome), two outcomes, an outcome."),
    ("It is an outcome. Then.", "It is an [outcome](#outcome). Then."),
    ("Its end is an outcome.", "Its end is an [outcome](#outcome)."),
    ("(outcome)", "([outcome](#outcome))"),
    ("An _outcome_ and a **co-production**.", "An [outcome](#outcome) and a [co-production](#co-production)."),
    ("Lived experience and experience.", "[Lived experience](#lived-experience) and [experience](#experience)."),
    ("We lived. An experience was lived", "We lived. An [experience](#experience) was lived"),
    ("Experience, lived experience.", "[Experience](#experience), [lived experience](#lived-experience)."),
    ("> An outcome.", "An [outcome](#outcome)."),
    ("- An outcome.\n- An outcome.", "An [outcome](#outcome).\nAn outcome."),
    ("An outcome.\n\nAn outcome.", "An [outcome](#outcome).\nAn outcome."),
  ])
  func `a term is linked where it is first used`(text: String, result: String) {
    #expect(linked(text) == result)
  }

  @Test(arguments: [
    "outcome@testham", "me@outcome", "me.outcome", "testham/outcome", "outcome/testham", "outcome.testham",
    "non-outcome", "outcome-based", "outcomely", "`outcome`", "~~outcome~~", "co production", "lived, experience",
  ])
  func `a part of an address, of a longer word, and code are no uses of a term`(text: String) {
    let words = text.filter { $0 != "`" && $0 != "~" }
    #expect(
      linked("See \(text) there.")
        == "See \(words) there.".replacing(
          "experience", with: text.contains(",") ? "[experience](#experience)" : "experience"))
  }

  @Test func `an address that stands as a link stays one`() {
    #expect(
      linked("Write to outcome@testham.example or see https://outcome.example/outcome today, for an outcome.")
        == "Write to [outcome@testham.example](mailto:outcome@testham.example) or see [https://outcome.example/outcome](https://outcome.example/outcome) today, for an [outcome](#outcome)."
    )
  }

  @Test func `headings, links and tables have no term linked, and the words after them do`() {
    let text = """
      ## Outcome

      [An outcome](https://x.example)

      | Outcome | B |
      | - | - |
      | outcome | c |

      An outcome.
      """
    #expect(
      linked(text) == """
        ## Outcome
        [An outcome](https://x.example)
        Outcome | B | outcome | c
        An [outcome](#outcome).
        """)
  }

  @Test func `a page that explains words links none of them, and a note does not either`() {
    let planned = Planned(Self.terms.merging(["index.md": "Read.[^1]\n\n[^1]: An outcome.\n"]) { $1 })
    #expect(planned.plan.prose("glossary/experience.md").words == "What one has been through. An outcome of life.")
    let notes = planned.page(at: "index.html").map { planned.plan.body(of: $0).footnotes.flatMap(\.blocks) } ?? []
    #expect(Document(blocks: notes).words == "An outcome.")
  }

  @Test func `a tender's own word comes before the library's, on its pages and on no others`() {
    let planned = Planned(
      Self.terms.merging([
        "tenders/t/tender.md": "---\nstage: open\n---\nAn outcome of experience.\n",
        "tenders/t/glossary/outcome.md": "---\nterm: Outcome\n---\nWhat we pay for. It needs experience.\n",
        "tenders/u/tender.md": "---\nstage: open\n---\nAn outcome.\n",
      ]) { $1 })
    #expect(
      planned.text(at: "tenders/t/index.html")?.hasPrefix(
        "An [outcome](tenders/t/glossary/index.html#outcome) of [experience](glossary/index.html#experience).") == true)
    #expect(planned.text(at: "tenders/u/index.html")?.hasPrefix("An [outcome](glossary/index.html#outcome).") == true)
    #expect(planned.text(at: "tenders/t/glossary/index.html")?.contains("](") == false)
  }

  @Test func `the pages of a term are those that link to it, once each and without the page for print`() {
    let planned = Planned(
      Self.terms.merging([
        "index.md": "An outcome.\n", "guidance/a.md": "# A\n\nNothing.\n",
        "tenders/t/tender.md": "---\nstage: open\n---\nAn outcome, [an outcome](../../glossary/outcome.md).\n",
      ]) { $1 })
    #expect(
      planned.plan.pagesByTerm["outcome"]?.map(\.address.path) == ["index.html", "tenders/t/index.html"])
    #expect(planned.plan.pagesByTerm["co-production"] == nil)
  }

  @Test func `in a trial nothing is a glossary`() {
    let planned = Planned([
      "site.yml": nil, "glossary/outcome.md": "---\nterm: Outcome\n---\nA change.\n", "a.md": "An outcome.\n",
    ])
    #expect(planned.text(at: "a/index.html") == "An outcome.")
  }
}
