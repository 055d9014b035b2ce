import Checks
import Diagnostics
import Foundation
import Testing

/// What the checks found, as the commissioner gets it.
struct ReportTests {
  private let tender = "content/tenders/day-service/tender.md"
  private let report = "private/checks/day-service/report.html"

  /// The sound pack with some words changed.
  private func workplace(_ changes: [String: String] = [:], site: String = "") throws -> Workplace {
    let workplace = try Workplace(pack: "sound", changing: [tender: changes])
    try workplace.append(site, to: "content/site.yml")
    return workplace
  }

  /// Price weighs more than is usual, and the weights do not add up: warnings both, in a draft.
  static let faulty = ["weight: 20, kind: price": "weight: 45, kind: price", "stage: open": "stage: draft"]

  private func words(_ workplace: Workplace, _ path: String? = nil) throws -> String {
    let page = try workplace.read(path ?? report)
    let body = try #require(page.components(separatedBy: "<main id=\"Main\">").last)
    return body.replacing(#/<[^>]+>/#, with: " ").replacing(#/\s+/#, with: " ").replacing(" .", with: ".")
  }

  // MARK: What it says

  @Test func `a pack without a fault is told so, and what that does not mean`() async throws {
    let workplace = try workplace()
    #expect(try await workplace.buildPages().code == 0)
    let words = try words(workplace)
    #expect(words.contains("rules read this pack and found nothing to mend."))
    #expect(words.contains("This is not legal advice, and it does not say that the pack is lawful."))
    #expect(words.contains("The report has no date of its own"))
    #expect(!words.contains("What to look at") && !words.contains("What is left as it is"))
  }

  @Test func `each finding is told with its line, its source and what to do`() async throws {
    let workplace = try workplace(Self.faulty)
    #expect(try await workplace.buildPages("--drafts").code == 0)
    let found = try await workplace.run("check", "--format", "json", "--on", "2026-12-01").findings
      .filter { $0.file == tender }
    #expect(found.contains { $0.code == "W02" } && found.contains { $0.code == "W01" })
    let words = try words(workplace)
    for finding in found {
      let message = finding.message.prefix(1).uppercased() + finding.message.dropFirst()
      #expect(words.contains("\(message). It is in line \(finding.line ?? 0) of \(tender)."), "\(finding)")
      #expect(words.contains(finding.help ?? "?"), "\(finding)")
      #expect(words.contains("Checked against rule \(finding.code), as it stood on "), "\(finding)")
      #expect(words.contains("Source: \(finding.source ?? "?")."), "\(finding)")
    }
    #expect(words.contains("While it is a draft, what is unfinished is a warning."))
  }

  @Test func `what was accepted stands with its reason, role and date`() async throws {
    let acceptance =
      "stage: draft\naccepts:\n  - {rule: W02, value: \"45%\", reason: Cabinet decided so, by: Lead commissioner, date: 2026-12-04}"
    let workplace = try workplace(["weight: 20, kind: price": "weight: 45, kind: price", "stage: open": acceptance])
    try await workplace.buildPages("--drafts")
    let words = try words(workplace)
    #expect(words.contains("The council decided to leave 1 finding as it is."))
    #expect(words.contains("Reason: Cabinet decided so. Decided by: Lead commissioner, 4 December 2026."))
    #expect(!words.contains("Checked against rule W02"))
  }

  @Test func `changed thresholds are told with the usual ones, and nothing that they touch is ticked`() async throws {
    let workplace = try workplace(site: "thresholds: {price-weight-most: 55}\n")
    try await workplace.buildPages()
    let words = try words(workplace)
    #expect(words.contains("The most that price may count for: 55%. The usual is 40%."))
    #expect(words.contains("price has no more than 40. For a person to judge. Rules W01 and W02 found nothing by a"))
  }

  @Test func `the rules that read the pack are those of its regime`() async throws {
    let workplace = try workplace(["regime: light-touch": "regime: full"])
    try await workplace.buildPages()
    let words = try words(workplace)
    #expect(words.contains("tender.md gives the regime as “full”"))
    #expect(words.contains("Not used, since they are for tenders of another kind: T18."))
    #expect(words.contains("Not run, since a build does not know what day it is:"))
    #expect(words.contains("C04 : A large contract with few measures") || words.contains("C04: A large contract"))
  }

  @Test func `the findings of one tender are not in the report on another`() async throws {
    let workplace = try workplace(Self.faulty)
    for (path, bytes) in try workplace.snapshot("content/tenders/day-service") {
      try workplace.write(bytes, to: "content/tenders/other-service/\(path)")
    }
    let other = "content/tenders/other-service/tender.md"
    let text = try Workplace(pack: "sound").read(tender)
    try workplace.write(text.replacing("A day service", with: "Another service"), to: other)
    try await workplace.buildPages("--drafts")
    #expect(try words(workplace).contains("45%"))
    #expect(try !words(workplace, "private/checks/other-service/report.html").contains("45%"))
  }

  // MARK: The checklist

  private func line(_ words: String, in workplace: Workplace) throws -> String {
    let page = try workplace.read(report)
    let items = page.components(separatedBy: "<li>").filter { $0.contains(words) }
    return try #require(items.first, "no line “\(words)”")
  }

  @Test func `a line is ticked when its rules saw all of it, and not otherwise`() async throws {
    let workplace = try workplace(Self.faulty)
    try await workplace.buildPages("--drafts")
    let ticked = try line("Each level of the scale is described.", in: workplace)
    #expect(ticked.contains("checked=\"\"") && ticked.contains("Rule W07 found nothing."))
    let open = try line("We read the summary aloud", in: workplace)
    #expect(!open.contains("checked") && open.contains("For a person to judge."))
    let wrong = try line("Points add up to 100", in: workplace)
    #expect(
      !wrong.contains("checked=") && wrong.contains("To do.") && wrong.contains("W02: ") && wrong.contains("W01: "))
    let left = try line("Findings that we decided to live with", in: workplace)
    #expect(left.contains("To do.") && left.contains("neither mended nor left with a reason"))
  }

  @Test func `a rule that had nothing to look at ticks nothing`() async throws {
    let workplace = try Workplace([:])
    try await workplace.run("new", "site", "Mytown Council")
    try await workplace.run("new", "tender", "bare")
    try await workplace.buildPages("--drafts")
    let page = try workplace.read("private/checks/bare/report.html")
    let ticked = page.components(separatedBy: "<li>").filter { $0.contains("checked=\"\"") }
    #expect(ticked.isEmpty, "\(ticked)")
    #expect(page.contains("There is no deadline yet."))
  }

  @Test func `a tender that is over has no list of what to do before it`() async throws {
    let workplace = try Workplace(pack: "awarded")
    try await workplace.buildPages()
    let id = try #require(workplace.names(in: "private/checks").first)
    let stages = try workplace.read("content/tenders/\(id)/tender.md")
    #expect(stages.contains("stage: awarded") || stages.contains("stage: evaluating"))
    let page = try workplace.read("private/checks/\(id)/report.html")
    #expect(!page.contains("Before you publish"))
    #expect(page.contains("Not used, since it is too late to follow them at the stage"))
  }

  // MARK: Where it is

  @Test func `the report is made twice with the same bytes, and carries the day that a pipeline gives`() async throws {
    let first = try workplace(Self.faulty)
    try await first.buildPages("--drafts")
    let bytes = try first.read(report)
    let second = try workplace(Self.faulty)
    try await second.buildPages("--drafts", environment: ["TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8"])
    #expect(try second.read(report) == bytes)
    try await second.buildPages("--drafts", environment: ["SOURCE_DATE_EPOCH": "1799971200"])
    #expect(try words(second).contains("It was checked on Friday 15 January 2027."))
  }

  @Test func `the report is nobody's but the council's, unless the site says so`() async throws {
    let workplace = try workplace()
    try await workplace.buildPages()
    #expect(try workplace.read("private/.gitignore") == "*\n")
    #expect(!workplace.exists("site/tenders/day-service/checks"))
    #expect(try workplace.snapshot("site").values.allSatisfy { !$0.contains("What the checks found") })

    try workplace.append("publish-checks: yes\n", to: "content/site.yml")
    try await workplace.buildPages()
    let page = try words(workplace, "site/tenders/day-service/checks/index.html")
    #expect(page.contains("rules read this pack and found nothing to mend."))
    #expect(try workplace.read("site/tenders/day-service/index.html").contains("checks/index.html"))
    #expect(try !workplace.read("site/tenders/day-service/print/index.html").contains("id=\"checks\""))
  }

  @Test func `a file of the report's name publishes nothing`() async throws {
    let workplace = try workplace()
    try workplace.write("Look at this.\n", to: "content/tenders/day-service/checks.md")
    let run = try await workplace.buildPages("--format", "json")
    #expect(
      try run.findings.map(\.message).contains {
        $0.hasPrefix("“checks” is a page of a tender that a pack does not have")
      })
    #expect(!workplace.exists("site/tenders/day-service/checks"))
  }

  @Test func `a build of some kinds makes the report in those, and leaves the others`() async throws {
    let workplace = try workplace()
    try await workplace.buildPages()
    let folder = "private/checks/day-service"
    #expect(workplace.exists(report) && !workplace.exists("\(folder)/report.odt"))
    try await workplace.run("build", "--only", "odt,docx")
    let before = try workplace.snapshot(folder)
    #expect(before.keys.sorted() == ["report.docx", "report.html", "report.odt"])
    try await workplace.buildPages()
    #expect(try workplace.snapshot(folder) == before)
  }
}

extension Data {
  fileprivate func contains(_ words: String) -> Bool { range(of: Data(words.utf8)) != nil }
}

/// The rules as pages of a site.
struct RulesOnSiteTests {
  @Test func `a site that asks for them shows every rule, and an index by group`() async throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.append("publish-rules: yes\n", to: "content/site.yml")
    #expect(try await workplace.buildPages("--strict").code == 0)
    let index = try workplace.read("site/rules/index.html")
    for rule in Rule.all {
      let code = rule.code.id.lowercased()
      #expect(index.contains("href=\"\(code)/index.html\""), "\(code)")
      #expect(try workplace.read("site/rules/\(code)/index.html").contains("What to do"), "\(code)")
    }
    #expect(index.contains("Scoring and weights") && index.contains("Language, access and publication"))
    #expect(try workplace.read("site/sitemap.xml").contains("/rules/w02/"))
    #expect(try workplace.read("site/index.html").contains("rules/index.html"))
  }

  @Test func `where a site has them, only the way to them is new`() async throws {
    let workplace = try Workplace(pack: "sound")
    try await workplace.buildPages()
    let before = try workplace.snapshot("site")
    try workplace.append("publish-rules: yes\n", to: "content/site.yml")
    try await workplace.buildPages()
    let after = try workplace.snapshot("site").filter { !$0.key.hasPrefix("rules/") }
    let changed = after.filter { before[$0.key] != $0.value && !$0.key.hasPrefix(".") }.keys.sorted()
    #expect(changed == ["index.html", "sitemap.xml"])
    #expect(Set(after.keys) == Set(before.keys))
  }

  @Test func `the report leads to the rules, on the site and from outside it`() async throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.append("publish-rules: yes\npublish-checks: yes\n", to: "content/site.yml")
    try await workplace.buildPages()
    #expect(
      try workplace.read("site/tenders/day-service/checks/index.html").contains(
        "href=\"../../../rules/w02/index.html\""))
    let own = try workplace.read("private/checks/day-service/report.html")
    #expect(own.contains("/rules/w02/\"") && !own.contains("\"../"))
  }

  @Test func `a page may link to a rule by its file`() async throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.append("publish-rules: yes\n", to: "content/site.yml")
    try workplace.append(
      "\nSee [price](../../rules/W02-price-too-heavy.md) and [all](../../rules.md).\n",
      to: "content/tenders/day-service/contract.md")
    let run = try await workplace.buildPages("--format", "json")
    #expect(try run.findings.filter { $0.code.hasPrefix("R") } == [])
    #expect(try workplace.read("site/tenders/day-service/contract/index.html").contains("rules/w02/index.html"))
  }
}
