import Foundation
import TestSupport
import Testing

/// What a build would make, said before anything is made.
struct PlanTests {
  @Test func `a plan names every file that a build makes, with what it is made of, and makes nothing`() async throws {
    let workplace = try Workplace(pack: "sound")
    let before = workplace.disk.contents
    let run = try await workplace.run("plan")
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(workplace.disk.contents == before)
    let parts = run.output.components(separatedBy: "\n\n").map { part in
      part.split(separator: "\n").filter { !$0.hasPrefix("For the ") }
    }
    let files = parts.filter { !$0.isEmpty }
    #expect(files.allSatisfy { $0.count > 2 && $0[1].contains(", for ") && $0[2].hasPrefix("    of ") })
    let planned = files.map { String($0[0]) }

    #expect(try await workplace.run("build").code == 0)
    let made = try ["site", "private"].flatMap { folder in
      try workplace.snapshot(folder).keys.filter { !$0.hasPrefix(".") }
    }
    #expect(planned.sorted() == made.sorted())
  }

  @Test func `a plan of some kinds of files names no others, and a plan of wrong content is its errors`() async throws {
    let workplace = try Workplace(pack: "sound")
    let tables = try await workplace.run("plan", "--only", "xlsx").output
    #expect(tables.contains("price-schedule.xlsx\n    spreadsheet “Price schedule”, for bidders, to fill in\n"))
    #expect(tables.contains("scoring-workbook.xlsx\n    spreadsheet “Scoring workbook”, for the panel\n"))
    #expect(!tables.contains(".html"))
    try workplace.write("---\ntitel: A\n---\n", to: "content/guidance/a.md")
    let wrong = try await workplace.run("plan")
    #expect(wrong.code == 1 && wrong.output.isEmpty && wrong.errors.contains("error F10"))
  }

  @Test func `a text is printed as it is read, with the words that it was made from`() async throws {
    let workplace = try Workplace(
      Pack.with("tenders/library/vision.md", "---\ntitle: Vision\n---\nBy **{{contact.email}}**.\n"))
    for name in ["content/tenders/library/vision.md", "tenders/library/vision.md"] {
      let run = try await workplace.run("plan", "--tree", name)
      #expect(run.code == 0)
      #expect(
        run.output == """
          paragraph
            "By " @"By "
            strong @"**{{contact.email}}**"
              "buying@testham.example" @"{{contact.email}}"
            "." @"."

          """, "\(run.output)")
    }
    try workplace.write("---\ntitle: B\nstage: draft\n---\nTo the sea.\n", to: "content/tenders/bus/tender.md")
    let draft = try await workplace.run("plan", "--tree", "tenders/bus/tender.md")
    #expect(draft.code == 0 && draft.output.contains("\"To the sea.\""), "\(draft)")
    let missing = try await workplace.run("plan", "--tree", "guidance/b.md")
    #expect(missing.code == 2 && missing.errors.contains("no text “guidance/b.md”"))
    // What is wrong with the content keeps nobody from seeing how it is read.
    try workplace.write("[x](gone.md)\n", to: "content/guidance/a.md")
    let wrong = try await workplace.run("plan", "--tree", "guidance/a.md")
    #expect(wrong.code == 1 && wrong.output.contains("link") && wrong.errors.contains("error R02"))
  }
}
