import Foundation
import Testing

/// The real program, run as a person runs it, on a real disk. Starting it takes long: whatever a run in this process and in
/// memory can show stands elsewhere.
struct ProgramTests {
  @Test(arguments: ["two-lots", "awarded"]) func `two machines make the same bytes`(pack: String) throws {
    let first = try RealWorkplace(pack: pack)
    // The same files, put there in another order, so that the folder lists them in another.
    let second = try RealWorkplace([:])
    for (path, bytes) in try first.snapshot("content").sorted(by: { $0.key > $1.key }) {
      try second.write(bytes, to: "content/\(path)")
    }

    #expect(try first.buildPages("--quiet", "--jobs", "1", environment: ["TZ": "UTC", "LC_ALL": "C"]).code == 0)
    let isRoot = NSUserName() == "root"
    if isRoot { try second.give(to: 65534) }
    let elsewhere = try second.buildPages(
      "--quiet", "--jobs", "7",
      environment: ["TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere", "USER": "somebody"],
      shell: isRoot ? "exec setpriv --reuid=65534 --regid=65534 --clear-groups" : "exec")
    #expect(elsewhere.code == 0, "\(elsewhere.errors)")
    #expect(try first.snapshot("site") == second.snapshot("site"))
  }

  @Test func `two machines make the same documents`() throws {
    let first = try RealWorkplace(pack: "sound")
    let second = try RealWorkplace(pack: "sound")
    let here = try first.run("build", "--jobs", "1", environment: ["TZ": "UTC", "LC_ALL": "C"])
    #expect(here.code == 0, "\(here.errors)")
    // A later hour, another zone, and an archive's dates tell two seconds apart.
    Thread.sleep(forTimeInterval: 2)
    let there = try second.run(
      "build", "--jobs", "3",
      environment: [
        "TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere",
        "TENDERPRESS_ENGINES": RealWorkplace.engines,
      ])
    #expect(there.code == 0, "\(there.errors)")
    let files = try first.snapshot("site")
    #expect(files.keys.filter { $0.hasSuffix(".pdf") }.count >= 6)
    #expect(files == (try second.snapshot("site")))
    #expect(try first.snapshot("private/day-service") == second.snapshot("private/day-service"))
  }

  @Test func `a drawing whose encoding is broken is told in our words alone`() throws {
    let workplace = try RealWorkplace(["index.md": "---\ntitle: A\n---\n![A map](map.svg)\n"])
    // UTF-16, with half of a pair in it.
    var drawing = Data([0xFF, 0xFE])
    for byte in "<svg>".utf8 { drawing += [byte, 0] }
    drawing += [0x00, 0xD8, 0, 0]
    try workplace.write(drawing, to: "content/map.svg")
    let run = try workplace.run("check")
    #expect((run.output + run.errors).contains("F33"))
    #expect(!(run.output + run.errors).contains("encoder"), "\(run.errors)")
  }

  @Test func `files of a pack are verified by their checksums`() throws {
    let folder = "site/tenders/day-service"
    let workplace = try RealWorkplace(pack: "sound")
    try workplace.run("build", "--only", "html,xlsx,zip")
    #expect(try workplace.run("verify", folder).code == 0)
    #expect(try workplace.run("verify", "\(folder)/pack.zip").output == "unchanged  pack.zip\n")
    #expect(try workplace.run("verify", "\(folder)/documents/6-impact-map.xlsx").code == 0)
    try workplace.shell("cd \(folder) && sha256sum --check --strict SHA256SUMS")

    try workplace.write("Something else.", to: "\(folder)/documents/6-impact-map.xlsx")
    try workplace.remove("\(folder)/documents/7-price-schedule.xlsx")
    let run = try workplace.run("verify", folder + "/")
    #expect(run.code == 1)
    #expect(run.output.contains("CHANGED    documents/6-impact-map.xlsx\n"))
    #expect(run.output.contains("MISSING    documents/7-price-schedule.xlsx\n"))
  }

  // MARK: A disk that refuses

  private func expectRefusal(_ workplace: RealWorkplace, saying words: String, shell: String) throws {
    let before = try workplace.snapshot("site")
    let run = try workplace.buildPages(shell: shell)
    #expect(run.code == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("do: "))
    #expect(try workplace.snapshot("site") == before)
    #expect(!workplace.exists("site/.tenderpress/staging"))
  }

  private func built() throws -> RealWorkplace {
    let workplace = try RealWorkplace()
    try workplace.buildPages("--quiet")
    try workplace.write(Pack.tender, to: "content/tenders/second/tender.md")
    return workplace
  }

  @Test func `a folder that another user may not write`() throws {
    guard NSUserName() == "root" else { return }
    try expectRefusal(
      built(), saying: "you are not allowed to", shell: "exec setpriv --reuid=65534 --regid=65534 --clear-groups")
  }

  @Test func `a disk that fills up`() throws {
    let workplace = try built()
    // A limit on the size of files fails in the same place as a full disk, and needs no disk.
    try expectRefusal(
      workplace, saying: "the file would be larger than this machine allows", shell: "trap '' XFSZ; ulimit -f 4; exec")
    #expect(try workplace.buildPages("--quiet").code == 0)
  }

  @Test func `two builds into one folder`() throws {
    try expectRefusal(
      built(), saying: "another build is writing into this folder", shell: "exec flock site/.tenderpress")
  }

  @Test(.enabled(if: SmallDisk.canBeMade)) func `a disk that is really full`() throws {
    let workplace = try RealWorkplace()
    let disk = try SmallDisk(at: workplace.folder.appending(path: "disk"), kilobytes: 24)
    defer { disk.unmount() }
    let run = try workplace.buildPages("--output", "disk/site")
    #expect(run.code == 2)
    #expect(run.errors.contains("the disk is full"), "\(run.errors)")
    #expect(!workplace.exists("disk/site"))
  }

  @Test func `an output folder that cannot be made`() throws {
    let run = try RealWorkplace().buildPages("--output", "/proc/tenderpress")
    #expect(run.code == 2 && run.errors.contains("cannot make this"), "\(run.errors)")
  }

  @Test func `links are seen on a real disk as in memory`() throws {
    let workplace = try RealWorkplace()
    try workplace.shell("mkdir elsewhere; ln -s ../../elsewhere content/tenders/evil; ln -s ../gone.md content/a.md")
    #expect(try workplace.run("check", "--format", "json").faults.map(\.code) == ["S03", "S03"])
    #expect(try workplace.run("new", "tender", "evil").code == 2)
    try workplace.shell("mv content real; ln -s real content")
    #expect(try workplace.buildPages().errors.contains("--content content"))
    #expect(try workplace.shell("ls elsewhere").isEmpty)
  }

  // MARK: An end before all is done

  /// A pack with an engine that says where it is, and then does nothing until what it may read from ends.
  private func sleeping(_ engine: String) throws -> (RealWorkplace, Process) {
    let workplace = try RealWorkplace(pack: "sound")
    try workplace.write("", to: "engines/typst/typst-9.dist-info/METADATA")
    try workplace.write("no font", to: "engines/fonts/Charis.ttf")
    try workplace.write("#!/bin/bash\necho $$ > '\(workplace.folder.path)/engine'\n\(engine)\n", to: "engines/python3")
    try workplace.shell("chmod +x engines/python3; mkdir tmp")
    let process = try workplace.start("build", "--only", "pdf", "--engines", "engines", "--jobs", "1")
    while (try? workplace.read("engine"))?.hasSuffix("\n") != true { usleep(1_000) }
    return (workplace, process)
  }

  private func expectNoEngine(_ workplace: RealWorkplace) throws {
    try workplace.shell("for i in {1..100}; do kill -0 $(cat engine) 2>&- || exit 0; sleep 0.1; done; exit 1")
  }

  @Test(arguments: [(SIGINT, "Ctrl-C"), (SIGTERM, "a request to end"), (SIGHUP, "the end of the terminal")])
  func `a signal ends a build and its engines, and leaves nothing`(signal: Int32, words: String) throws {
    let (workplace, process) = try sleeping("sleep 600")
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal)
    #expect(try workplace.read(".err").hasPrefix("Stopped by \(words)"))
    try expectNoEngine(workplace)
    #expect(!workplace.exists("site") && !workplace.exists("private"))
    #expect(try workplace.shell("ls -A tmp").isEmpty)
  }

  @Test func `engines end with a program that is killed, and the next command removes what is left`() throws {
    let (workplace, process) = try sleeping("read -u 3")
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try expectNoEngine(workplace)
    #expect(try !workplace.shell("ls -A tmp").isEmpty)
    #expect(try workplace.run("plan", environment: ["TMPDIR": "\(workplace.folder.path)/tmp"]).code == 0)
    #expect(try workplace.shell("ls -A tmp").isEmpty)
  }

  @Test func `a signal that whoever started the program wants ignored is ignored`() throws {
    let workplace = try RealWorkplace()
    #expect(try workplace.buildPages("--quiet", shell: "trap '' HUP; kill -HUP $$; exec").code == 0)
  }

  @Test func `a machine that gives too little is told, and nothing hangs`() throws {
    let workplace = try RealWorkplace()
    var shells = ["ulimit -v 160000; exec", "ulimit -v 200000; exec", "ulimit -v 300000; exec"]
    if NSUserName() == "root" {
      shells += [1, 3].map { "ulimit -u \($0); exec setpriv --reuid=65533 --regid=65533 --clear-groups" }
    }
    for shell in shells {
      let run = try workplace.buildPages(shell: shell)
      #expect(run.code == 2, "\(shell)")
      #expect(run.errors.contains("Ask for higher limits"), "\(shell): \(run.errors)")
    }
  }

  // MARK: The command line

  @Test func `every command runs`() throws {
    let workplace = try RealWorkplace([:])
    #expect(try workplace.run("new", "site", "Mytown Council").output.hasPrefix("wrote content/"))
    #expect(try workplace.run("check").code == 0)
    #expect(try workplace.buildPages().errors.hasPrefix("site: "))
    #expect(try workplace.run("explain", "W02").output.hasPrefix("W02  "))
    #expect(try workplace.run("schema", "tender").output.hasPrefix("{"))
    #expect(try workplace.run().output.contains("tenderpress check"))
    let wrong = try workplace.run("biuld")
    #expect(wrong.code == 2 && wrong.output.isEmpty && wrong.errors.contains("biuld"))
  }
}

extension RealWorkplace {
  /// Gives all files to another user.
  fileprivate func give(to user: Int) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path) + ["."]
    for name in names {
      try FileManager.default.setAttributes([.ownerAccountID: user], ofItemAtPath: folder.appending(path: name).path)
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
