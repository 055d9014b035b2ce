import Building
import Diagnostics
import Foundation
import Markdown
import Planning
import System
import TestSupport
import Testing
import TypstOutput

@testable import Planning

/// Engines that hang, die or are not there; and what is kept from one build to the next.
struct EngineTests {
  /// A folder that looks like an engine and is a script of ours.
  private func engine(_ script: String) throws -> TemporaryTree {
    let tree = try TemporaryTree()
    try tree.write("", to: "typst/typst-9.dist-info/METADATA")
    try tree.write("no font", to: "fonts/Charis.ttf")
    try tree.write("#!/bin/sh\n\(script)\n", to: "script")
    // By another process: a file that this one still holds open to write, for another test, cannot be run.
    _ = try Command(
      "/bin/sh", ["-c", "cp script python3 && chmod 755 python3"], environment: ["PATH": "/usr/bin:/bin"],
      folder: tree.path, limitInSeconds: 20
    ).run()
    return tree
  }

  private func fault(_ script: String, limit: Int = 20) throws -> Diagnostic {
    let tree = try engine(script)
    let typesetter = try Typesetter(Engine(folder: tree.path, limitInSeconds: limit))
    let fault = try #require(throws: SystemFault.self) {
      try Press.print(Press.booklet("Words."), with: typesetter)
    }
    return fault.finding
  }

  @Test func `an engine that hangs is ended, and told as the machine's fault`() throws {
    let fault = try fault("sleep 30", limit: 1)
    #expect(fault.code.id == "S12")
    #expect(fault.message.contains("1 second"))
    #expect(fault.place == .start(of: "tender.md"))
  }

  @Test(arguments: [
    ("echo one >&2; echo 'MemoryError: too much' >&2; exit 1", "MemoryError: too much"), ("kill -9 $$", "signal 9"),
    ("exit 0", "said nothing"), ("echo made x; echo nonsense; echo error", "said nothing"),
    ("echo made 1", "no PDF"), ("head -c 100 /dev/urandom >made-0; echo made 1", "no PDF"),
    ("printf '%%PDF-1.7\\n1 0 obj<</Type/Pages/Count 2>>endobj\\n%%%%EOF' >made-0; echo made 1", "says otherwise"),
    ("printf '%%PDF-1.7\\n1 0 obj<</Type/Pages/Count 0>>endobj\\n%%%%EOF' >made-0; echo made 0", "0 pages"),
    ("printf '%%PDF-1.7\\n%%%%EOF' | tee made-0 >made-1; echo made 1", "no PDF"),
  ])
  func `an engine that fails or lies is the machine's fault, with its last words`(script: String, words: String) throws
  {
    let fault = try fault(script)
    #expect(fault.code.id == "S12")
    #expect(fault.message.contains(words), "\(fault.message)")
  }

  @Test func `an engine that is not there is a fault before anything is made`() throws {
    let tree = try TemporaryTree()
    #expect { _ = try Engine(folder: tree.path) } throws: { error in
      (error as? SystemFault)?.finding.code.id == "S11"
        && (error as? SystemFault)?.finding.help?.contains("tools/install") == true
    }
  }

  @Test func `an error of the engine is told at the line that caused it`() throws {
    let complaint = "echo 'error 21 - something odd'"
    let tree = try engine(complaint)
    let printed = try Press.print(
      Press.booklet("Words.\n\nMore words.\n"), with: Typesetter(Engine(folder: tree.path, limitInSeconds: 20)))
    #expect(printed.refusal.map(\.place) == [printed.source.place(ofLine: 21)])
    #expect(printed.refusal.first?.message == "the typesetter stopped here: something odd")
    let lines = printed.source.lines
    let more = lines.firstIndex { $0.text == "\"More words.\"" }
    #expect(more.map { lines[$0].place } == Place(file: "1.md", range: 8..<19))
  }

  @Test(arguments: [
    ("▶#panic(\"no\")◀", "no"), ("#let a = 1\n▶#let b = (◀", "unclosed"), ("▶#import \"@preview/a:1.0.0\"◀", "package"),
  ])
  func `an error of a council's own look is told at its line there`(text: String, words: String) throws {
    let marked = MarkedText(text)
    let look = PrintLook(own: [marked.source("templates/print-forms.typ")])
    let refusal = try Press.print(Press.booklet("Words."), look: look).refusal
    #expect(refusal.map(\.code.id) == ["D23"])
    #expect(refusal.first?.message.contains(words) == true, "\(refusal)")
    #expect(refusal.map(\.place) == [Place(file: "templates/print-forms.typ", range: marked.marks[0])])
    #expect(refusal.first?.help?.contains("--no-templates") == true)
  }

  @Test func `the same source makes the same bytes in every zone and folder`() throws {
    let first = try Press.print("## One\n\nWords[^1].\n\n[^1]: Note.\n").pdf.bytes
    setenv("TZ", "America/New_York", 1)
    defer { unsetenv("TZ") }
    #expect(try Press.print("## One\n\nWords[^1].\n\n[^1]: Note.\n").pdf.bytes == first)
  }

  @Test func `what has not changed is not made again`() throws {
    let pdf = "%%PDF-1.7\\n1 0 obj<</Type/Pages/Count 7>>endobj\\n%%%%EOF"
    let tree = try engine("echo run >>\"$(dirname \"$0\")/runs\"; printf '\(pdf)' >made-0; echo made 7")
    let cache = tree.path + "/cache"
    func make(_ words: String) throws -> Typeset {
      let typesetter = Typesetter(
        try Engine(folder: tree.path, limitInSeconds: 20), cache: Cache(cache, on: World.real.disk))
      return try Press.print(Press.booklet(words), with: typesetter).result.get()
    }
    var runs: Int { get throws { try tree.read("runs").split(separator: "\n").count } }
    let first = try make("One.")
    #expect(first.bytes.starts(with: "%PDF".utf8) && first.pages == 7)
    #expect(try make("One.") == first)
    #expect(try runs == 1)
    _ = try make("Two.")
    #expect(try runs == 2)
    try tree.write("other font", to: "fonts/Charis.ttf")
    _ = try make("One.")
    #expect(try runs == 3)
  }

  @Test func `drawings become pictures in one go, and a broken one spoils no other`() throws {
    let figure = Figure(
      title: "T", description: "D", height: 4,
      shapes: [.bar(x: 0, y: 0, width: 80, height: 3, shade: 0), .text(x: 0, y: 2, "A 🦩 #", .init(reversed: true))])
    func svg(_ inner: String) -> [UInt8] {
      Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\">\(inner)</svg>".utf8)
    }
    let typesetter = try Press.typesetter()
    let sheet = PictureSheet(look: PrintLook(), signs: typesetter.signs, accent: nil)
    var findings: [Diagnostic] = []
    let drawn = try typesetter.draw(
      [
        (.figure(figure), .start(of: "a.md")), (.drawing(bytes: svg("<g>")), .start(of: "broken.svg")),
        (.drawing(bytes: svg("<rect width=\"10\" height=\"10\"/>")), .start(of: "b.svg")),
      ], on: sheet, findings: &findings)
    #expect(drawn.map { $0 == nil } == [false, true, false])
    #expect(findings.map(\.place) == [.start(of: "broken.svg")])
    #expect(drawn[0].map { $0.width > 1100 && $0.width < 1300 } == true)
    #expect(drawn[2].map { [$0.width, $0.height] } == [200, 100])
    #expect(drawn[0]?.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
  }
}

/// A folder of folders, gone when the test is done.
final class TemporaryTree {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "tenderpress-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }
}
