import Foundation
import System
import TestSupport
import Testing

@testable import Commands

/// Folders and files that the program cannot work with: clear words, the right exit code, nothing changed.
struct FolderTests {
  private func expectRefusal(
    _ workplace: Workplace, _ arguments: String..., saying words: String, code: Int32 = 2, failure: Failure? = nil
  ) async throws {
    let isThere = workplace.exists("site")
    let before = isThere ? try workplace.snapshot("site") : [:]
    let run = await workplace.run(arguments: ["build", "--only", "html"] + arguments, failure: failure)
    #expect(run.code == code)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("do: "))
    #expect(workplace.exists("site") == isThere)
    if isThere { #expect(try workplace.snapshot("site") == before) }
  }

  @Test func `a content folder that is not there, or is empty`() async throws {
    let workplace = try Workplace([:])
    try await expectRefusal(workplace, saying: "there is no content folder “content”")
    try workplace.disk.makeFolder("content")
    try await expectRefusal(workplace, saying: "the content folder “content” is empty")
  }

  @Test(arguments: [("site/", "site"), ("a/site//", "a/site"), ("site", "site"), ("/", "/"), ("//", "/"), ("", "")])
  func `a folder is the same with slashes behind it, and the root stays the root`(typed: String, folder: String) {
    #expect(typed.asFolder == folder)
  }

  @Test func `an output folder inside the content, or around it`() async throws {
    let workplace = try Workplace()
    try await expectRefusal(workplace, "--output", "content/site", saying: "overlap")
    try await expectRefusal(workplace, "--output", "content", saying: "are the same folder")
    try await expectRefusal(workplace, "--output", ".", saying: "overlap")
    try await expectRefusal(workplace, "--output", "elsewhere/../content/deep/er", saying: "overlap")
    #expect(!workplace.exists("content/site"))
  }

  @Test func `an output folder behind a link into the content`() async throws {
    let workplace = try Workplace()
    try workplace.link("site", to: "content")
    #expect(try await workplace.buildPages().code == 2)
    #expect(!workplace.exists("content/style.css"))
  }

  @Test func `an output folder that cannot be written`() async throws {
    let workplace = try Workplace()
    try workplace.write("a file", to: "taken")
    try await expectRefusal(workplace, "--output", "taken", saying: "it is not a folder")
    try await expectRefusal(workplace, "--output", "taken/site", saying: "it is not a folder")
    let failure = Failure(with: .notAllowed) { _, words in words == "make /elsewhere" }
    try await expectRefusal(workplace, "--output", "/elsewhere/site", saying: "cannot make this", failure: failure)
  }

  @Test func `a folder that another user may not write`() async throws {
    let workplace = try Workplace()
    try await workplace.buildPages("--quiet")
    try workplace.write(Pack.tender, to: "content/tenders/second/tender.md")
    let failure = Failure(with: .notAllowed) { _, words in words.hasPrefix("write ") }
    try await expectRefusal(workplace, saying: "you are not allowed to", failure: failure)
  }

  @Test func `a file in the way that no build made`() async throws {
    let workplace = try Workplace()
    try workplace.write("mine", to: "site/index.html")
    try await expectRefusal(workplace, saying: "there is something here that no build made")
    try workplace.remove("site/index.html")
    try workplace.write("mine", to: "site/glossary")
    try await expectRefusal(workplace, saying: "there is something here that no build made")
  }

  @Test func `what is in the way of the site leaves the council's own folder as it was, too`() async throws {
    let workplace = try Workplace(pack: "sound")
    let build = ["build", "--only", "html", "--quiet"]
    #expect(await workplace.run(arguments: build).code == 0)
    try workplace.remove("site/accessibility/index.html")
    try workplace.write("mine", to: "site/accessibility/index.html/mine.txt")
    try workplace.change([
      "content/tenders/day-service/tender.md": ["title: A day service": "title: Another day service"]
    ])
    let before = workplace.disk.everything
    let run = await workplace.run(arguments: build)
    #expect(run.code == 2 && run.errors.contains("Nothing has been changed."), "\(run.errors)")
    #expect(workplace.disk.everything == before)
  }

  @Test func `any command finishes what a build left, says so, and does its own work`() async throws {
    let commands = [
      ["check"], ["plan"], ["new", "term", "word"], ["verify", "site/tenders/library"], ["build", "--only", "html"],
    ]
    for command in commands {
      let workplace = try Workplace()
      try await workplace.buildPages("--quiet")
      let usual = await Workplace(copying: workplace).run(arguments: command)
      try workplace.write("tenderpress journal 1\nalone\nend\n", to: "site/.tenderpress/journal")
      let run = await workplace.run(arguments: command)
      #expect((run.code, run.output) == (usual.code, usual.output), "\(command)")
      #expect(
        run.errors == "An earlier build was stopped while files moved into site. That is finished now.\n" + usual.errors
      )
      #expect(!workplace.exists("site/.tenderpress/journal"))
    }
  }

  @Test func `a journal that others could have left above a pack is not carried out`() async throws {
    let workplace = try Workplace()
    try await workplace.buildPages("--quiet", "--output", "shared/site")
    try workplace.write("mine", to: "shared/mine.txt")
    try workplace.write("tenderpress journal 1\nalone\ntake mine.txt\nend\n", to: "shared/.tenderpress/journal")
    try workplace.disk.setMode("shared", 0o1777)
    try await workplace.run("verify", "shared/site/tenders/library")
    #expect(workplace.exists("shared/mine.txt"))
  }

  @Test func `a link in the output folder that leads out of it`() async throws {
    let workplace = try Workplace()
    try workplace.write("x", to: "elsewhere/x")
    try workplace.write("x", to: "site/x")
    try workplace.link("site/glossary", to: "../elsewhere")
    #expect(try await workplace.buildPages().code == 2)
    #expect(!workplace.exists("elsewhere/index.html"))
  }

  @Test func `a manifest that somebody wrote cannot remove what lies outside`() async throws {
    let workplace = try Workplace()
    try await workplace.buildPages("--quiet")
    try workplace.write("precious", to: "precious.txt")
    let manifest = try workplace.read("site/.tenderpress/manifest")
    try workplace.write("../precious.txt\n/etc/hostname\n" + manifest, to: "site/.tenderpress/manifest")
    try await workplace.buildPages("--quiet")
    #expect(workplace.exists("precious.txt"))
  }

  @Test func `a disk that fills up`() async throws {
    let workplace = try Workplace()
    try await workplace.buildPages("--quiet")
    try workplace.write(
      Pack.tender.replacing("A library", with: "Another library"), to: "content/tenders/library/tender.md")
    let failure = Failure { _, words in words.hasPrefix("write ") }
    try await expectRefusal(workplace, saying: "the disk is full", failure: failure)
    #expect(!workplace.exists("site/.tenderpress/staging"))
    #expect(try await workplace.buildPages("--quiet").code == 0)
  }

  @Test func `a build that is killed leaves nothing that stops the next`() async throws {
    let workplace = try Workplace()
    try await workplace.buildPages("--quiet")
    try workplace.write("half a page", to: "site/.tenderpress/staging/17")
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(!workplace.exists("site/.tenderpress/staging"))
  }

  @Test func `two builds into one folder`() async throws {
    let workplace = try Workplace()
    try await workplace.buildPages("--quiet")
    try await expectRefusal(
      workplace, saying: "another build is writing into this folder",
      failure: Failure(with: .isLocked) { _, words in words == "lock .tenderpress" })
  }

  @Test func `a text of 20 MB, and an attachment of more`() async throws {
    let workplace = try Workplace(Pack.publishing(["film.mp4": ""]))
    try workplace.write(Data(repeating: UInt8(ascii: "a"), count: 20_000_000), to: "content/guidance/long.md")
    try workplace.write(Data(repeating: 0, count: 20_000_001), to: "content/film.mp4")
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["S02", "S02"])
    #expect(findings.map(\.file) == ["content/film.mp4", "content/guidance/long.md"])
    #expect(
      findings.map(\.message) == [
        "this file is 20 MB, more than the 20 MB that are allowed",
        "this file is 20 MB, more than the 2 MB that are allowed",
      ])
    #expect(try await workplace.buildPages().code == 1)
  }

  @Test func `a text that is not UTF-8 is told with its place, and its other faults too`() async throws {
    let workplace = try Workplace()
    try workplace.write(
      Data("---\nterm: Caf".utf8 + [0xE9] + "\n---\nSee [x](gone.md).\n".utf8), to: "content/glossary/cafe.md")
    try workplace.write(Data([0xFF, 0xFE] + "t\0e\0".utf8), to: "content/glossary/utf16.md")
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["F07", "R02", "F07", "F11"])
    #expect([findings[0].line, findings[0].column] == [2, 10])
    #expect(findings[2].message.contains("UTF-16"))
  }

  @Test func `symbolic links that leave the content, lead nowhere or go round`() async throws {
    let workplace = try Workplace(Pack.with("guidance/b.md", "Text.\n"))
    try workplace.write("secret", to: "secret.md")
    let links = [
      "guidance/out.md": "../../secret.md", "guidance/nowhere.md": "gone.md", "guidance/round": ".",
      "guidance/inside.md": "b.md",
    ]
    for (path, target) in links {
      try workplace.link("content/\(path)", to: target)
    }
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["S03", "S03", "S03"])
    #expect(
      findings.map(\.file) == ["content/guidance/nowhere.md", "content/guidance/out.md", "content/guidance/round"])
    #expect(try await workplace.buildPages().code == 1)
  }

  @Test func `two files for one address, by case too`() async throws {
    let workplace = try Workplace(
      Pack.publishing(["guidance/index.html": "mine", "a.TXT": "1", "A.txt": "2"]).merging([
        "guidance/index.md": "Text.\n"
      ]) { $1 })
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["R05", "R05"])
    #expect(Set(findings.compactMap(\.file)) == ["content/a.TXT", "content/guidance/index.html"])
  }

  @Test func `wrong words on the command line are exit code 2, and help is none`() async throws {
    let workplace = try Workplace()
    #expect(try await workplace.run("biuld").code == 2)
    #expect(try await workplace.buildPages("--jobs", "0").code == 2)
    #expect(try await workplace.run("check", "--format", "xml").code == 2)
    #expect(try await workplace.buildPages("--help").code == 0)
    #expect(try await workplace.run("--help").output.contains("tenderpress check"))
  }
}
