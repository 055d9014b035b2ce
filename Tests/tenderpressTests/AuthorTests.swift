import Foundation
import Tenders
import Testing

/// What an author writes comes first, and takes nothing away of what follows from data.
struct AuthorTests {
  private static let pages = PackPage.allCases.filter(\.canBeWritten).map(\.rawValue)

  @Test(arguments: ["two-lots", "awarded"])
  func `two sentences on a page take away nothing that the data says`(pack: String) async throws {
    let workplace = try Workplace(pack: pack)
    let tenders = try workplace.names(in: "content/tenders")
    for tender in tenders {
      // Nothing links to what an author said.
      for name in try workplace.snapshot("content").keys where name.hasSuffix(".md") {
        let text = try workplace.read("content/\(name)")
        try workplace.write(text.replacing(#/(\.md)#[a-z-]+/#) { $0.output.1 }, to: "content/\(name)")
      }
      for page in Self.pages where workplace.exists("content/tenders/\(tender)/\(page).md") {
        let file = "content/tenders/\(tender)/\(page).md"
        // What stands in front matter is data too.
        let parts = try workplace.read(file).split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 {
          try workplace.write("---\n\(parts[1])---\n", to: file)
        } else {
          try workplace.remove(file)
        }
      }
    }
    let first = try await workplace.buildPages("--quiet", "--drafts")
    #expect(first.code == 0, "\(first.errors)")
    let without = try workplace.snapshot("site")
    for tender in tenders {
      for page in Self.pages {
        let file = "content/tenders/\(tender)/\(page).md"
        let before = workplace.exists(file) ? try workplace.read(file) : ""
        try workplace.write(before + "Two words of ours. And two more.\n", to: file)
      }
    }
    let run = try await workplace.buildPages("--quiet", "--drafts")
    var compared = 0
    for tender in tenders {
      for page in Self.pages {
        let path = "tenders/\(tender)/\(page)/index.html"
        let now = try workplace.read("site/\(path)")
        #expect(now.contains("<p>Two words of ours. And two more.</p>"), "\(path) \(run.errors)")
        guard let old = without[path].map({ String(decoding: $0, as: UTF8.self) }), let data = old.prose else {
          continue
        }
        #expect(now.contains(data), "\(path) has lost some of: \(data)")
        compared += 1
      }
    }
    #expect(compared > 8 * tenders.count)
  }

  @Test func `where to send a bid, by when and whom to ask are said below what an author says`() async throws {
    let workplace = try Workplace(
      Pack.tender(
        "how: email\n  where: bids@testham.example",
        to: "how: portal\n  where: The Portal\n  url: https://portal.example/tc1"))
    try workplace.write("Take your time. Ask early.\n", to: "content/tenders/library/how-to-respond.md")
    try workplace.write("Talk about it. Then sleep.\n", to: "content/tenders/library/should-we-bid.md")
    try await workplace.buildPages("--quiet")
    let page = try workplace.read("site/tenders/library/how-to-respond/index.html")
    for words in [
      "Ask early.", "<a href=\"https://portal.example/tc1\">The Portal</a>", "noon on Monday 1 March 2027",
      "Buying team",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(try workplace.read("site/tenders/library/should-we-bid/index.html").contains("Ask yourselves"))
  }

  @Test func `what an author calls a thing keeps its capital, and a sentence has one stop`() async throws {
    let workplace = try Workplace(
      Pack.tender(
        "criteria:",
        to: "lots: [{id: a, title: A}, {id: b, title: B}]\nlot-rules: {bid-for: Any of them., win: Both.}\ncriteria:"
      ).merging([
        "outcomes/readers.md": (Pack.small["outcomes/readers.md"] ?? "").replacing(
          "More people read for pleasure", with: "I read for pleasure"),
        "tenders/library/questions/q.md":
          "---\ntitle: Q\ncriterion: quality/how\nweight: 37.5\nabout: {outcomes: [readers]}\n---\nHow?\n",
      ]) { $1 })
    try await workplace.buildPages("--quiet")
    let questions = try workplace.read("site/tenders/library/questions/index.html")
    #expect(questions.contains(">I read for pleasure</a>") && !questions.contains("i read for pleasure"))
    let contract = try workplace.read("site/tenders/library/contract/index.html")
    #expect(contract.contains("You may bid for: Any of them. You may win: Both.</p>"), "\(contract)")
  }

  @Test func `an attachment that is missing is told at its line`() async throws {
    let workplace = try Workplace(
      Pack.tender(
        "criteria:",
        to: "attachments:\n  - {file: map.pdf, title: A map}\n  - ▶{file: gone.pdf, title: Gone}◀\ncriteria:"
      ).merging([
        "tenders/library/attachments/map.pdf": "map"
      ]) { $1 })
    let faults = try await workplace.run("check", "--format", "json").faults
    #expect(faults.map(\.code) == ["R02"] && faults.first?.line == 30, "\(faults)")
  }

  @Test func `a document without drawings needs no typesetter`() async throws {
    let nowhere = ["TENDERPRESS_ENGINES": "/nowhere"]
    let plain = try Workplace([
      "site.yml": Pack.small["site.yml"] ?? "",
      "tenders/bus/tender.md": "---\ntitle: A bus\nstage: draft\n---\nTo the sea.\n",
    ])
    let run = try await plain.run("build", "--drafts", "--only", "odt", "--quiet", environment: nowhere)
    #expect(run.code == 0, "\(run.errors)")
    #expect(plain.exists("private/bus/review-copy.odt"))
    #expect(try await plain.run("build", "--drafts", "--only", "pdf", "--quiet", environment: nowhere).code == 2)
    // A timetable has a figure.
    #expect(try await Workplace().run("build", "--only", "odt", "--quiet", environment: nowhere).code == 2)
  }

  @Test func `a file of a council's own that nothing reads is a warning, and those that print are none`() async throws {
    let workplace = try Workplace()
    for name in ["office.yml", "print.typ", "Print.typ", "foo.mustache"] {
      try workplace.write("", to: "templates/\(name)")
    }
    let found = try await workplace.run("check", "--format", "json").findings.filter { $0.code == "X07" }
    #expect(found.map(\.file) == ["templates/Print.typ", "templates/foo.mustache"], "\(found)")
    #expect(found.first?.help == "Did you mean “print.typ”?")
  }

  @Test func `the program says its version`() async throws {
    #expect(try await Workplace().run("--version").output == "0.2.0\n")
  }
}

extension String {
  /// The text of a page, without its frame.
  fileprivate var prose: String? {
    guard let start = range(of: "<div class=\"prose\">\n"), let end = range(of: "\n</div>\n<nav class=\"pager\"")
    else { return nil }
    return String(self[start.upperBound..<end.lowerBound]).trimmingCharacters(in: .newlines)
  }
}
