import Foundation
import System
import TestSupport
import Testing

/// Folders that somebody else wrote in too, and content that means no good.
struct HostileTests {
  // MARK: The output folder

  @Test func `two files for one address do not overwrite a third`() async throws {
    let workplace = try Workplace([
      "a/index.html": "mine", "a/index.md": "One.\n", "b.md": "Two.\n", "c.md": "Three.\n",
    ])
    try await workplace.buildPages("--quiet", "--jobs", "1")
    guard workplace.exists("site") else { return }
    #expect(try workplace.read("site/b/index.html").contains("Two."))
    #expect(try workplace.read("site/c/index.html").contains("Three."))
    #expect(!workplace.exists("site/.tenderpress/staging"))
  }

  @Test func `a file and a folder for one address change nothing`() async throws {
    let workplace = try Workplace(
      Pack.publishing(["guidance/a/index.html/b.txt": "two"]).merging(["guidance/a.md": "One.\n"]) { $1 })
    let run = try await workplace.buildPages("--quiet")
    #expect(run.code != 0)
    #expect(!workplace.exists("site"))
  }

  @Test func `an empty folder at the address of a page gives way`() async throws {
    let workplace = try Workplace()
    for folder in ["site", "site/index.html", "site/index.html/deep", "site/index.html/deep/er"] {
      try workplace.disk.makeFolder(folder)
    }
    try workplace.disk.makeFolder("site/style.css")
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("site/index.html").contains("Welcome"))
  }

  @Test func `a folder with a hidden file at the address of a page stays, and nothing else is moved`() async throws {
    let workplace = try Workplace()
    try workplace.write("mine", to: "site/tenders/library/index.html/.keep")
    let run = try await workplace.buildPages("--quiet")
    #expect(run.code == 2)
    #expect(run.errors.contains("Nothing has been changed."))
    #expect(try workplace.snapshot("site") == ["tenders/library/index.html/.keep": Data("mine".utf8)])
    #expect(!workplace.exists("site/.tenderpress"))
  }

  @Test func `a page that cannot be moved into place takes the others back`() async throws {
    let workplace = try Workplace(Pack.publishing(["a.txt": "old", "gone.txt": "old"]))
    try await workplace.buildPages("--quiet")
    let before = try workplace.snapshot("site")
    try workplace.write("new", to: "content/a.txt")
    try workplace.remove("content/gone.txt")
    for (path, text) in Pack.publishing(["a.txt": "new", "fresh/b.txt": "new"]) {
      try workplace.write(text, to: "content/\(path)")
    }
    try workplace.write(
      Pack.tender.replacing("A library", with: "Another library"), to: "content/tenders/library/tender.md")
    let run = try await workplace.buildPages(
      "--quiet",
      failure: Failure(with: .notAllowed) { _, words in
        words.contains(#/^move \.tenderpress\/staging\/\d+ to tenders\/library\/index.html/#)
      })
    #expect(run.code == 2)
    #expect(run.errors.contains("you are not allowed to"), "\(run.errors)")
    #expect(run.errors.contains("Nothing has been changed."))
    #expect(try workplace.snapshot("site") == before)
    #expect(!workplace.exists("site/fresh"))
    #expect(!workplace.exists("site/.tenderpress/staging"))
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("site/a.txt") == "new")
    #expect(!workplace.exists("site/gone.txt"))
  }

  @Test func `a file name with a line break is told and left out, and removes nobody's file`() async throws {
    let workplace = try Workplace(Pack.with("a\nmine.txt", "theirs"))
    try workplace.write("mine", to: "site/mine.txt")
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["S01"])
    try await workplace.buildPages("--quiet")
    try workplace.remove("content/a\nmine.txt")
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("site/mine.txt") == "mine")
  }

  @Test func `somebody's file that holds what a build makes stays theirs`() async throws {
    let workplace = try Workplace(Pack.publishing(["robots.txt": "same"]))
    try workplace.write("same", to: "site/robots.txt")
    #expect(try await workplace.buildPages().errors.contains("1 unchanged"))
    for (path, text) in Pack.small { try workplace.write(text, to: "content/\(path)") }
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("site/robots.txt") == "same")
  }

  @Test func `a folder of ours that somebody made a link leads to no removal`() async throws {
    let workplace = try Workplace(Pack.publishing(["guidance/a.txt": "one"]))
    try await workplace.buildPages("--quiet")
    try workplace.write("precious", to: "elsewhere/a.txt")
    try workplace.remove("site/guidance")
    try workplace.link("site/guidance", to: "../elsewhere")
    for (path, text) in Pack.small { try workplace.write(text, to: "content/\(path)") }
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("elsewhere/a.txt") == "precious")
  }

  @Test func `a folder of ours that somebody made a link is not written into`() async throws {
    let workplace = try Workplace(Pack.publishing(["guidance/a.txt": "one"]))
    try await workplace.buildPages("--quiet")
    try workplace.disk.makeFolder("elsewhere")
    try workplace.remove("site/guidance")
    try workplace.link("site/guidance", to: "../elsewhere")
    try workplace.write("two", to: "content/guidance/a.txt")
    #expect(try await workplace.buildPages("--quiet").code == 2)
    #expect(!workplace.exists("elsewhere/a.txt"))
  }

  @Test func `names that differ only in how Unicode spells them are two files`() async throws {
    let workplace = try Workplace(Pack.publishing(["caf\u{E9}.txt": "ours"]))
    try await workplace.buildPages("--quiet")
    try workplace.write("mine", to: "site/cafe\u{301}.txt")
    try workplace.remove("content/caf\u{E9}.txt")
    for (path, text) in Pack.publishing(["cafe\u{301}.txt": "other"]) {
      try workplace.write(text, to: "content/\(path)")
    }
    #expect(try await workplace.buildPages("--quiet").code == 2)
    #expect(try workplace.read("site/cafe\u{301}.txt") == "mine")
  }

  // MARK: What is printed

  @Test func `a program is told of a missing folder in its own format`() async throws {
    let workplace = try Workplace([:])
    for command in ["check", "build"] {
      let run = try await workplace.run(command, "--format", "json")
      #expect(try run.faults.map(\.code) == ["S08"])
      #expect(run.errors.isEmpty)
      #expect(run.code == 2)
      #expect(try await workplace.run(command, "--format", "line").output.hasPrefix("tenderpress: error S08: "))
      #expect(try await workplace.run(command).errors.hasPrefix("error S08: "))
    }
  }

  @Test func `a program finds what a build noticed where it finds what a check did`() async throws {
    let workplace = try Workplace(Pack.with("guidance/a.md", "Some <u>words</u>.\n"))
    let run = try await workplace.buildPages("--format", "json")
    #expect(try run.faults.map(\.code) == ["M01"])
    #expect(run.errors.isEmpty)
    #expect(run.code == 0)
    #expect(try await workplace.buildPages().errors.contains("warning M01"))
  }

  @Test func `a file's name and a key cannot speak to the terminal`() async throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "---\ntitle: A\n\"b\\e[31m\\nc\": d\n---\n").merging(["notes/\u{202E}x.md": "Text.\n"])
      { $1 })
    for format in ["text", "line"] {
      let output = try await workplace.run("check", "--format", format).output
      #expect(!output.isEmpty)
      #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
    let lines = try await workplace.run("check", "--format", "line").output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("content/") })
  }

  @Test func `a title of blanks is no title`() async throws {
    for title in ["\"\"", "\" \"", "'\u{A0}'"] {
      let workplace = try Workplace(Pack.tender("title: A library service", to: "title: \(title)"))
      #expect(try await workplace.run("check", "--format", "json").faults.map(\.code) == ["F11"])
    }
  }
}
