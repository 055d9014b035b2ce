import Foundation
import Testing

/// Folders and files that the program cannot work with: clear words, the right exit code, nothing changed.
struct FolderTests {
  private func expectRefusal(
    _ workplace: Workplace, _ arguments: String..., saying words: String, code: Int32 = 2, shell: String? = nil
  ) throws {
    let isThere = workplace.exists("site")
    let before = isThere ? try workplace.snapshot("site") : [:]
    let run = try workplace.run(arguments: ["build", "--only", "html"] + arguments, shell: shell)
    #expect(run.code == code)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("do: "))
    #expect(workplace.exists("site") == isThere)
    if isThere { #expect(try workplace.snapshot("site") == before) }
  }

  @Test func `a content folder that is not there, or is empty`() throws {
    let workplace = try Workplace([:])
    try expectRefusal(workplace, saying: "there is no content folder “content”")
    try FileManager.default.createDirectory(
      at: workplace.folder.appending(path: "content"), withIntermediateDirectories: true)
    try expectRefusal(workplace, saying: "the content folder “content” is empty")
  }

  @Test func `an output folder inside the content, or around it`() throws {
    let workplace = try Workplace()
    try expectRefusal(workplace, "--output", "content/site", saying: "overlap")
    try expectRefusal(workplace, "--output", "content", saying: "are the same folder")
    try expectRefusal(workplace, "--output", ".", saying: "overlap")
    try expectRefusal(workplace, "--output", "elsewhere/../content/deep/er", saying: "overlap")
    #expect(!workplace.exists("content/site"))
  }

  @Test func `an output folder behind a link into the content`() throws {
    let workplace = try Workplace()
    let link = workplace.folder.appending(path: "site").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "content")
    #expect(try workplace.buildPages().code == 2)
    #expect(!workplace.exists("content/style.css"))
  }

  @Test func `an output folder that cannot be written`() throws {
    let workplace = try Workplace()
    try workplace.write("a file", to: "taken")
    try expectRefusal(workplace, "--output", "taken", saying: "it is not a folder")
    try expectRefusal(workplace, "--output", "taken/site", saying: "it is not a folder")
    try expectRefusal(workplace, "--output", "/proc/tenderpress", saying: "cannot make this")
  }

  @Test func `a folder that another user may not write`() throws {
    let workplace = try Workplace()
    try workplace.buildPages("--quiet")
    try workplace.write(Pack.tender, to: "content/tenders/second/tender.md")
    guard NSUserName() == "root" else { return }
    try expectRefusal(
      workplace, saying: "you are not allowed to", shell: "exec setpriv --reuid=65534 --regid=65534 --clear-groups")
  }

  @Test func `a file in the way that no build made`() throws {
    let workplace = try Workplace()
    try workplace.write("mine", to: "site/index.html")
    try expectRefusal(workplace, saying: "there is something here that no build made")
    try workplace.remove("site/index.html")
    try workplace.write("mine", to: "site/glossary")
    try expectRefusal(workplace, saying: "there is something here that no build made")
  }

  @Test func `a link in the output folder that leads out of it`() throws {
    let workplace = try Workplace()
    try workplace.write("x", to: "elsewhere/x")
    try workplace.write("x", to: "site/x")
    let link = workplace.folder.appending(path: "site/glossary").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../elsewhere")
    #expect(try workplace.buildPages().code == 2)
    #expect(!workplace.exists("elsewhere/index.html"))
  }

  @Test func `a manifest that somebody wrote cannot remove what lies outside`() throws {
    let workplace = try Workplace()
    try workplace.buildPages("--quiet")
    try workplace.write("precious", to: "precious.txt")
    let manifest = try workplace.read("site/.tenderpress/manifest")
    try workplace.write("../precious.txt\n/etc/hostname\n" + manifest, to: "site/.tenderpress/manifest")
    try workplace.buildPages("--quiet")
    #expect(workplace.exists("precious.txt"))
  }

  @Test func `a disk that fills up`() throws {
    let workplace = try Workplace()
    try workplace.buildPages("--quiet")
    try workplace.write(
      Pack.tender.replacing("A library", with: "Another library"), to: "content/tenders/library/tender.md")
    // A limit on the size of files fails in the same place as a full disk, and needs no disk.
    try expectRefusal(
      workplace, saying: "the file would be larger than this machine allows",
      shell: "trap '' XFSZ; ulimit -f 4; exec")
    #expect(!workplace.exists("site/.tenderpress/staging"))
    #expect(try workplace.buildPages("--quiet").code == 0)
  }

  @Test(.enabled(if: SmallDisk.canBeMade)) func `a disk that is really full`() throws {
    let workplace = try Workplace()
    let disk = try SmallDisk(at: workplace.folder.appending(path: "disk"), kilobytes: 24)
    defer { disk.unmount() }
    let run = try workplace.buildPages("--output", "disk/site")
    #expect(run.code == 2)
    #expect(run.errors.contains("the disk is full"), "\(run.errors)")
    #expect(!workplace.exists("disk/site"))
  }

  @Test func `a build that is killed leaves nothing that stops the next`() throws {
    let workplace = try Workplace()
    try workplace.buildPages("--quiet")
    try workplace.write("half a page", to: "site/.tenderpress/staging/17")
    #expect(try workplace.buildPages("--quiet").code == 0)
    #expect(!workplace.exists("site/.tenderpress/staging"))
  }

  @Test func `two builds into one folder`() throws {
    let workplace = try Workplace()
    try workplace.buildPages("--quiet")
    try expectRefusal(
      workplace, saying: "another build is writing into this folder", shell: "exec flock site/.tenderpress")
  }

  @Test func `a text of 20 MB, and an attachment of more`() throws {
    let workplace = try Workplace(Pack.publishing(["film.mp4": ""]))
    try workplace.write(Data(repeating: UInt8(ascii: "a"), count: 20_000_000), to: "content/guidance/long.md")
    try workplace.write(Data(repeating: 0, count: 20_000_001), to: "content/film.mp4")
    let findings = try workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["S02", "S02"])
    #expect(findings.map(\.file) == ["content/film.mp4", "content/guidance/long.md"])
    #expect(
      findings.map(\.message) == [
        "this file is 20 MB, more than the 20 MB that are allowed",
        "this file is 20 MB, more than the 2 MB that are allowed",
      ])
    #expect(try workplace.buildPages().code == 1)
  }

  @Test func `a text that is not UTF-8 is told with its place, and its other faults too`() throws {
    let workplace = try Workplace()
    try workplace.write(
      Data("---\nterm: Caf".utf8 + [0xE9] + "\n---\nSee [x](gone.md).\n".utf8), to: "content/glossary/cafe.md")
    try workplace.write(Data([0xFF, 0xFE] + "t\0e\0".utf8), to: "content/glossary/utf16.md")
    let findings = try workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["F07", "R02", "F07", "F11"])
    #expect([findings[0].line, findings[0].column] == [2, 10])
    #expect(findings[2].message.contains("UTF-16"))
  }

  @Test func `symbolic links that leave the content, lead nowhere or go round`() throws {
    let workplace = try Workplace(Pack.with("guidance/b.md", "Text.\n"))
    try workplace.write("secret", to: "secret.md")
    let links = [
      "guidance/out.md": "../../secret.md", "guidance/nowhere.md": "gone.md", "guidance/round": ".",
      "guidance/inside.md": "b.md",
    ]
    for (path, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: workplace.folder.appending(path: "content/\(path)").path, withDestinationPath: target)
    }
    let findings = try workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["S03", "S03", "S03"])
    #expect(
      findings.map(\.file) == ["content/guidance/nowhere.md", "content/guidance/out.md", "content/guidance/round"])
    #expect(try workplace.buildPages().code == 1)
  }

  @Test func `two files for one address, by case too`() throws {
    let workplace = try Workplace(
      Pack.publishing(["guidance/index.html": "mine", "a.TXT": "1", "A.txt": "2"]).merging([
        "guidance/index.md": "Text.\n"
      ]) { $1 })
    let findings = try workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["R05", "R05"])
    #expect(Set(findings.compactMap(\.file)) == ["content/a.TXT", "content/guidance/index.html"])
  }

  @Test func `wrong words on the command line are exit code 2, and help is none`() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("biuld").code == 2)
    #expect(try workplace.buildPages("--jobs", "0").code == 2)
    #expect(try workplace.run("check", "--format", "xml").code == 2)
    #expect(try workplace.buildPages("--help").code == 0)
    #expect(try workplace.run("--help").output.contains("tenderpress check"))
  }
}

extension Workplace {
  fileprivate func run(_ command: String, arguments: [String], shell: String?) throws -> Run {
    switch arguments.count {
    case 0: try run(command, shell: shell)
    default: try run(command, arguments[0], arguments[1], shell: shell)
    }
  }
}

/// A disk of a few kilobytes, where the machine lets tests have one.
struct SmallDisk {
  let folder: URL

  init(at folder: URL, kilobytes: Int) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = Self.shell("mount -t tmpfs -o size=\(kilobytes)k tmpfs '\(folder.path)'")
  }

  func unmount() { _ = Self.shell("umount '\(folder.path)'") }

  static let canBeMade: Bool = {
    shell("d=$(mktemp -d) && mount -t tmpfs -o size=16k tmpfs $d && umount $d && rmdir $d") == 0
  }()

  private static func shell(_ command: String) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command + " 2>/dev/null"]
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
