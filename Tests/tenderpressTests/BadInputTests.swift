import Diagnostics
import Foundation
import TestSupport
import Testing

/// Whatever an author does wrong: the message stands at the words that are wrong, nothing else is reported, and the
/// site stays as it was.
struct BadInputTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let files: [String: String]
    /// The codes of all findings, in reading order.
    let codes: [String]

    init(_ what: String, _ codes: String..., in files: [String: String]) {
      (testDescription, self.codes, self.files) = (what, codes, files)
    }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "an unclosed front matter fence", "F01", in: Pack.with("glossary/lost.md", "▶---◀\nterm: Lost\n\nWords.\n")),
    Mistake(
      "a long dash in the place of hyphens", "F01", in: Pack.with("glossary/d.md", "▶—◀\nterm: Dash\n—\n\nWords.\n")),
    Mistake(
      "a line without a colon", "F02",
      in: Pack.with("glossary/d.md", "---\nterm: Dash\n▶also hyphen◀\nsource: us\n---\nWords.\n")),
    Mistake(
      "a special blank behind a colon", "F02",
      in: Pack.with("glossary/d.md", "---\nterm: Dash\n▶source:\u{A0}us◀\nalso: [a]\n---\nWords.\n")),
    Mistake(
      "a drawing that breaks off", "F33",
      in: Pack.with("index.md", "![A map](map.svg)\n").merging(["map.svg": "<svg>\n<g>▶◀"]) { $1 }),
    Mistake("a stage with a capital", "F12", in: Pack.tender("stage: open", to: "stage: ▶Open◀")),
    Mistake(
      "a clarification of a page that there is not", "R01",
      in: Pack.with(
        "tenders/library/clarifications/c.md", "---\nasked: 2027-01-10\naffects: [▶specificaton◀]\n---\nWords.\n")),
    Mistake(
      "a value with a second colon", "F02",
      in: Pack.tender("title: A library service", to: "title: A library▶:◀ service")),
    Mistake(
      "a measure of an indicator that there is not", "R01",
      in: Pack.tender("[readers, town]\n", to: "[readers, town]\nmeasures: [{indicator: ▶readers/sad◀}]\n")),
    Mistake("a list that is not closed", "F02", in: Pack.tender("[readers, town]\n", to: "▶[◀readers, town")),
    Mistake("a tab", "F02", in: Pack.tender("reference: TC-1", to: "▶\t◀reference: TC-1")),
    Mistake(
      "a quotation mark that is never closed", "F02", in: Pack.with("glossary/q.md", "---\nterm: ▶\"◀Open\n---\nText\n")
    ),
    Mistake("an anchor", "F04", in: Pack.tender("reference: TC-1", to: "reference: ▶&ref TC-1◀")),
    Mistake("a tag", "F04", in: Pack.tender("reference: TC-1", to: "reference: ▶!!str TC-1◀")),
    Mistake("an alias", "F04", in: Pack.tender("buyer: Testham Council", to: "buyer: ▶*ref◀")),
    Mistake("a merge key", "F04", in: Pack.tender("procedure: open", to: "▶<<◀: {a: b}\nprocedure: open")),
    Mistake(
      "a key written three times", "F05", "F05",
      in: Pack.tender("stage: open", to: "stage: open\n▶stage◀: draft\n▶stage◀: planned")),
    Mistake(
      "an unknown key with a near miss", "F10",
      in: Pack.tender("deadline: 2027-03-01T12:00", to: "deadline: 2027-03-01T12:00\n  ▶dedline◀: 2027-03-01")),
    Mistake("a missing key", "F11", in: Pack.tender("reference: TC-1\n", to: "").with("title: A", "▶title◀: A")),
    Mistake(
      "a wrong type", "F12",
      in: Pack.tender("regime: light-touch", to: "regime: light-touch\nterm:\n  months: ▶three years◀")),
    Mistake("a list where a text should be", "F12", in: Pack.tender("reference: TC-1", to: "reference: ▶[TC-1]◀")),
    Mistake(
      "a date that is in no calendar", "F12", "R07",
      in: Pack.tender("deadline: 2027-03-01T12:00", to: "deadline: ▶2027-02-30◀").with(
        "{{dates.deadline}}", "▶{{dates.deadline}}◀")),
    Mistake(
      "a deadline before the issue date", "T03",
      in: Pack.tender("issued: 2027-01-04", to: "issued: 2027-01-12").with("2027-02-01T17:00", "▶2027-01-11◀")),
    Mistake(
      "criteria that do not add up", "W01",
      in: Pack.tender("criteria:", to: "▶criteria◀:").with("weight: 20\n    kind: price", "weight: 21\n    kind: price")
    ),
    Mistake(
      "parts that do not add up", "W01", in: Pack.tender("weight: 60", to: "weight: ▶60◀").with("37.5", "37.4999")),
    Mistake("an outcome that no file defines", "R01", in: Pack.tender("[readers, town]", to: "[readers, ▶twon◀]")),
    Mistake("an outcome chosen twice", "F16", in: Pack.tender("[readers, town]", to: "[readers, town, ▶town◀]")),
    Mistake("a dead link", "R02", in: Pack.with("tenders/library/contract.md", "See ▶[it](visoin.md)◀.\n")),
    Mistake("a dead fragment", "R03", in: Pack.with("tenders/library/contract.md", "See ▶[it](vision.md#wy)◀.\n")),
    Mistake(
      "a link that leaves the content", "R04",
      in: Pack.with("tenders/library/contract.md", "See ▶[it](../../../secret.md)◀.\n")),
    Mistake("a link that runs a script", "R09", in: Pack.with("index.md", "See ▶[it](javascript:alert(1))◀.\n")),
    Mistake("a link from the root", "R09", in: Pack.with("index.md", "See ▶[it](/tenders)◀.\n")),
    Mistake("an unknown value", "R07", in: Pack.with("tenders/library/contract.md", "By ▶{{dates.dedline}}◀.\n")),
    Mistake("a value that is a group", "R07", in: Pack.with("tenders/library/contract.md", "By ▶{{dates}}◀.\n")),
    Mistake(
      "a value in a way that it has not", "R07",
      in: Pack.with("tenders/library/contract.md", "By ▶{{dates.decision as time}}◀.\n")),
    Mistake("a broken value", "M03", in: Pack.with("tenders/library/contract.md", "By ▶{{dates deadline}}◀.\n")),
    Mistake(
      "texts that show each other", "R06",
      in: Pack.with("shared/a.md", "```show\ntext: shared/b.md\n```\n").with(
        "shared/b.md", adding: "```show\ntext: ▶shared/a.md◀\n```\n"
      ).with("guidance/a.md", adding: "```show\ntext: shared/a.md\n```\n")),
    Mistake("texts that show each other again and again", "R11", in: multiplying),
    Mistake(
      "a shared text that is not there", "R08", in: Pack.with("index.md", "```show\ntext: ▶shared/fee.md◀\n```\n")),
    Mistake("a table that there is not", "R08", in: Pack.with("index.md", "```show\ntable: ▶outcoms◀\n```\n")),
    Mistake("a tender's table outside a tender", "R08", in: Pack.with("index.md", "```show\ntable: ▶criteria◀\n```\n")),
    Mistake("a name with blanks and capitals", "F13", in: Pack.with("guidance/How To Bid.md", "Text.\n")),
    Mistake("a name with accents and a percent sign", "F13", in: Pack.with("guidance/50%-älter.md", "Text.\n")),
    Mistake("a file where no kind lives", "F14", in: Pack.with("notes/x.md", "Text.\n")),
    Mistake("a tender without tender.md", "F15", in: Pack.with("tenders/other/vision.md", "Text.\n")),
    Mistake(
      "a heading that is called like an entry", "R10",
      in: Pack.with("tenders/library/outcomes.md", "Text.\n\n▶## Readers◀\n")),
    Mistake("a colour that is too pale", "F19", in: Pack.changed("site.yml", "\"#0b5d66\"", to: "▶\"#ffcc00\"◀")),
    Mistake(
      "a colour that is none", "F17",
      in: Pack.changed("site.yml", "\"#0b5d66\"", to: "▶\"red; } body { display: none\"◀")),
    Mistake(
      "an address that runs a script", "F12",
      in: Pack.tender("where: bids@testham.example", to: "url: ▶javascript:alert(1)◀")),
    Mistake("a language that is none", "F12", in: Pack.changed("site.yml", "[en-GB]", to: "[▶English please◀]")),
    Mistake(
      "an email address that is none", "F12",
      in: Pack.tender("email: buying@testham.example", to: "email: ▶ask at reception◀")),
    Mistake(
      "a value in front matter", "F18",
      in: Pack.with("guidance/a.md", "---\ntitle: ▶By {{dates.deadline}}◀\n---\nText.\n")),
    Mistake(
      "a heading with a note as the title", "F18",
      in: Pack.with("guidance/a.md", "▶# So they say[^1]◀\n\n[^1]: They did.\n")),
    Mistake("a question about an outcome that was not picked", "R01", in: question("about: {outcomes: [▶reader◀]}")),
    Mistake(
      "questions that do not add up to their part", "W01",
      in: Pack.with(
        "tenders/library/questions/q.md", "---\ntitle: Q\ncriterion: quality/how\nweight: ▶30◀\n---\nHow?\n")),
    Mistake("a question for a lot that there is not", "R01", in: question("lots: [▶north◀]")),
    Mistake(
      "a question with a criterion that there is not", "R01", in: question("asks: How?", criterion: "▶quality/hwo◀")),
    Mistake("a question by a scale that there is not", "R01", in: question("scale: ▶ten-levels◀")),
    Mistake("a question by a matrix that there is not", "R01", in: question("matrix: ▶ladder◀")),
    Mistake("a limit that is no number", "F12", in: question("limit: {words: ▶about 500◀}")),
    Mistake("a group of questions that there is not", "F12", in: question("group: ▶co-prodution◀")),
    Mistake("a scale without levels", "F11", in: Pack.with("scales/s.md", "---\n▶title◀: S\n---\n")),
    Mistake(
      "a score that is no number", "F12",
      in: Pack.with("scales/s.md", "---\ntitle: S\nlevels: [{score: ▶two◀, title: T}]\n---\n")),
    Mistake(
      "a form with a kind of field that there is not", "F12",
      in: Pack.with(
        "tenders/library/forms/f.md",
        "---\ntitle: F\nsections: [{title: S, fields: [{id: a, kind: ▶essay◀, label: L}]}]\n---\n")),
    Mistake(
      "an attachment that is not there", "R02",
      in: Pack.tender("criteria:", to: "attachments: [{file: plan.pdf, title: Plan}]\ncriteria:")),
    Mistake(
      "a lot written twice", "F16",
      in: Pack.tender("criteria:", to: "lots: [{id: a, title: A}, {id: ▶a◀, title: B}]\ncriteria:")),
    Mistake(
      "a lot with an outcome that the tender has not", "R01",
      in: Pack.tender("criteria:", to: "lots: [{id: a, title: A, outcomes: [▶gardens◀]}]\ncriteria:")),
    Mistake(
      "a key of one page on another", "F10",
      in: Pack.with("tenders/library/contract.md", "---\n▶events◀: []\n---\nText.\n")),
    Mistake(
      "an acceptance without a reason", "F11",
      in: Pack.with(
        "guidance/a.md", "---\naccepts: [{▶rule◀: W01, value: '1', by: Lead, date: 2027-01-01}]\n---\nText.\n")),
    Mistake(
      "a topic that is none", "F12",
      in: Pack.with("tenders/library/contract.md", "---\ncovers: [▶consortium◀]\n---\nText.\n")),
    Mistake(
      "an old address that is taken", "R05",
      in: Pack.with("tenders/library/contract.md", "---\naliases: [▶glossary◀]\n---\nText.\n")),
    Mistake(
      "an old address outside the site", "R12", "R12", in: alias("▶../../outside/planted◀", "▶../content/planted◀")),
    Mistake(
      "an old address that is no plain path", "R12", "R12", "R12", "R12", "R12",
      in: alias("▶a/./b◀", "▶a//b◀", "▶x?y=1◀", "▶x#y◀", "▶https://old.example.org/x◀")),
    Mistake(
      "an old address of the program's own", "R12", "R12", "R12", "R12",
      in: alias("▶.tenderpress/x◀", "▶.tenderpress/manifest◀", "▶feed.xml◀", "▶404.html◀")),
    Mistake(
      "an old address that other systems refuse", "R12", "R12", "R12", "R12",
      in: alias("▶con◀", "▶old./page◀", "▶a\\\\b◀", "▶old/nul.html◀")),
    Mistake(
      "an old address where a picture lies", "R05",
      in: alias("▶guidance/a.png◀").merging(Pack.publishing(["guidance/a.png": "no picture"])) { $1 }),
    Mistake(
      "a list of files to publish that names none, or a page", "F27", "F27",
      in: Pack.changed("site.yml", "languages:", to: "publish: [▶robot.txt◀, ▶index.md◀]\nlanguages:")),
    Mistake(
      "two files for one outcome", "F16",
      in: Pack.with("outcomes/town.MD", "---\ntitle: T\nlevel: service\n---\nText.\n")),
    Mistake("a page that a tender has not", "F30", in: Pack.with("tenders/library/visoin.md", "Text.\n")),
    Mistake(
      "a misspelt key of a show block", "R08",
      in: Pack.with("tenders/library/contract.md", "```show\ntable: outcomes\n▶levle◀: service\n```\n")),
    Mistake("a picture from elsewhere", "R09", in: Pack.with("guidance/a.md", "▶![x](https://example.org/a.png)◀\n")),
    Mistake("a picture that is not there", "R02", in: Pack.with("guidance/a.md", "▶![x](a.png)◀\n")),
    Mistake("an address that cannot be reached", "R09", in: Pack.with("guidance/a.md", "▶[x](http://www.[web)◀\n")),
    Mistake(
      "a date of a clarification in words", "F12",
      in: Pack.with("tenders/library/clarifications/a.md", "---\nasked: ▶last week◀\n---\nText.\n")),
    Mistake("a control character", "F08", in: Pack.with("guidance/a.md", "A bell ▶\u{7}◀ rings.\n")),
    Mistake("a missing footnote", "M05", in: Pack.with("guidance/a.md", "So they say▶[^1]◀.\n")),
    Mistake("a tag that is not allowed", "M01", in: Pack.with("guidance/a.md", "Some ▶<u>◀words</u>.\n")),
    Mistake(
      "front matter nested without end", "F06",
      in: Pack.with(
        "guidance/a.md",
        "---\nextra: \(String(repeating: "[", count: 23))▶[◀\(String(repeating: "[", count: 900))\n---\n")),
  ]

  @Test(arguments: mistakes) func `a mistake is told at its place, and the site stays as it was`(mistake: Mistake)
    async throws
  {
    let workplace = try Workplace()
    try await #require(workplace.buildPages("--quiet").code == 0)
    let before = try workplace.snapshot("site")
    for (path, text) in mistake.files { try workplace.write(text, to: "content/\(path)") }

    let build = try await workplace.buildPages("--format", "json")
    let findings = try build.faults
    #expect(findings.map(\.code).sorted() == mistake.codes.sorted(), "\(build.output)")
    for (file, text) in mistake.files {
      for mark in MarkedText(text).marks {
        let span = Sources([MarkedText(text).source("content/\(file)")]).span(
          of: Place(file: "content/\(file)", range: mark))
        #expect(
          findings.contains {
            $0.file == "content/\(file)" && $0.line == span?.start.line && $0.column == span?.start.column
              && $0.endLine == span?.end.line && $0.endColumn == span?.end.column
          },
          "nothing at line \(span?.start.line ?? 0), column \(span?.start.column ?? 0) to \(span?.end.column ?? 0):\n\(build.output)"
        )
      }
    }
    #expect(findings.allSatisfy { $0.help != nil && $0.line != nil })

    let fails = findings.contains { $0.severity == "error" }
    #expect(build.code == (fails ? 1 : 0))
    if fails { #expect(try workplace.snapshot("site") == before) }
  }

  /// What stands in the place of the line of the title, and the codes of all findings.
  static let slips: [(lines: String, codes: [String])] = [
    ("title: Day service: a new start", ["F02"]), ("title: A library:", ["F02"]),
    ("title: A library, summary: Books", ["F02"]), ("title: A library\nterm:\n\tmonths: 3", ["F02"]),
    ("\ttitle: A library", ["F02"]), ("title:A library", ["F03"]), ("title = A library", ["F03"]),
    ("title: A library\nsummary:Books", ["F02"]), ("title: \"A library", ["F02"]),
    ("title: 'The council's plan'", ["F02"]),
    ("title: \"A\" library", ["F02"]), ("title: A library\n  summary: Books", ["F02"]), ("  title: A library", ["F02"]),
    ("title: A library\ntitle: Another", ["F05"]), ("title: A library\naliases:\n-a\n-b", ["F02"]),
    ("title: A library\naliases:\n- a\n-b", ["F02"]), ("title: A library\naliases: [a, b", ["F02"]),
    ("title: A library\naliases: [a, b]]", ["F02"]), ("title: A library\nextra: {a: b", ["F02"]),
    ("title: @home", ["F02"]), ("title: *bold*", ["F02"]), ("title: !important", ["F04"]), ("title: & more", ["F02"]),
    ("title: - A library", ["F02"]), ("title: | A library", ["F02"]), ("- title: A library", ["F03"]),
    ("title:\nA library", ["F02"]), ("title: {{tender.title}}", ["F03"]), ("Title: A library", ["F10"]),
    ("title: *ref", ["F04"]), ("title: A library\n...\nsummary: Books", ["F02"]),
  ]

  @Test(arguments: slips) func `of what cannot be read nothing is said but that, by no rule either`(
    lines: String, codes: [String]
  ) async throws {
    let workplace = try Workplace()
    let rules = try await workplace.run("check", "--format", "json").findings
    try workplace.write(
      Pack.tender("title: A library service", to: lines)[Pack.tenderPath] ?? "", to: "content/\(Pack.tenderPath)")
    let check = try await workplace.run("check", "--format", "json")
    let findings = try check.findings.filter { finding in !rules.contains { $0.message == finding.message } }
    #expect(findings.map(\.code) == codes, "\(check.output)")
  }

  @Test(arguments: [
    ("deadline: 2027-03-01T12:00", "deadline: 1 March 2027", "Write 2027-03-01."),
    ("deadline: 2027-03-01T12:00", "deadline: 01/03/2027", "Write 2027-03-01."),
    (
      "deadline: 2027-03-01T12:00", "deadline: 2027-02-30",
      "There is no such day or time in the calendar. Look at the numbers."
    ),
    ("[readers, town]", "[Readers and so on]", "such as readers-and-so-on."),
    ("stage: open", "stage: Open", "Did you mean “open”?"),
    ("vat: before", "vat: befor", "Did you mean “before”?"),
  ])
  func `a wrong value is answered with what to write`(old: String, new: String, help: String) async throws {
    let workplace = try Workplace(Pack.tender(old, to: new))
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.contains { $0.code == "F12" && $0.help?.contains(help) == true }, "\(findings)")
  }
}

/// Shared texts that each show the next one twice: more than a million on one page.
private let multiplying: [String: String] = {
  var files = Pack.with("index.md", "```show\ntext: shared/t0.md\n```\n")
  for index in 0..<20 {
    files["shared/t\(index).md"] = String(repeating: "```show\ntext: shared/t\(index + 1).md\n```\n\n", count: 2)
  }
  files["shared/t20.md"] = "Words.\n"
  return files
}()

/// A page with old addresses.
private func alias(_ addresses: String...) -> [String: String] {
  let list = addresses.map { address in
    // The marks stand inside the quotation marks, as the finding does not.
    "\"\(address)\"".replacing("\"▶", with: "▶\"").replacing("◀\"", with: "\"◀")
  }
  return Pack.with("tenders/library/contract.md", "---\naliases: [\(list.joined(separator: ", "))]\n---\nText.\n")
}

/// A question of the small pack with one more line.
private func question(_ line: String, criterion: String = "quality/how") -> [String: String] {
  Pack.with(
    "tenders/library/questions/q.md", "---\ntitle: Q\ncriterion: \(criterion)\nweight: 37.5\n\(line)\n---\nHow?\n")
}

extension [String: String] {
  /// With other words in tender.md.
  fileprivate func with(_ old: String, _ new: String) -> [String: String] {
    var files = self
    let text = files[Pack.tenderPath] ?? ""
    precondition(text.contains(old), "tender.md does not hold “\(old)”")
    files[Pack.tenderPath] = text.replacing(old, with: new, maxReplacements: 1)
    return files
  }

  fileprivate func with(_ path: String, adding text: String) -> [String: String] { merging([path: text]) { $1 } }
}
