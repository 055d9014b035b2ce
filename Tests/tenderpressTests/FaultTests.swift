import Foundation
import System
import TestSupport
import Testing

/// Whatever the machine refuses while the program runs, it says so, and leaves folders as they were.
struct FaultTests {
  private static let build = ["build", "--only", "html,csv,xlsx", "--drafts", "--jobs", "1", "--quiet"]

  /// As little as makes something for the site and for the council alone, of pages, tables and pictures.
  private static let files = [
    "site.yml": "title: Tenders of Testham\norganisation: Testham Council\n",
    "index.md": "---\ntitle: What we buy\n---\nWelcome. ![A map](map.svg)\n",
    "map.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "guidance/a.md": "Text.\n",
    "tenders/bus/tender.md": "---\ntitle: A bus\nstage: draft\n---\nA bus to the sea.\n",
  ]

  /// A site that was built, and whose content has been changed since: files are new, changed and gone.
  private static let changed = Task {
    let workplace = try Workplace(files)
    let first = await workplace.run(arguments: build)
    #expect(first.code == 0, "\(first.errors)")
    try workplace.change(["content/tenders/bus/tender.md": ["A bus to": "A boat to"]])
    try workplace.write("Words.\n", to: "content/guidance/deep/b.md")
    try workplace.remove("content/guidance/a.md")
    return workplace
  }

  /// Everything on a disk but what the program keeps for itself.
  private func state(_ workplace: Workplace) -> [String: String] {
    workplace.disk.everything.filter { !$0.key.contains("/.tenderpress") && !$0.key.hasPrefix("/home") }
  }

  /// The same without folders: an empty one that nobody could remove does no harm.
  private func files(_ workplace: Workplace) -> [String: String] {
    state(workplace).filter { !$0.value.hasSuffix("/") }
  }

  /// Runs a command with each of its requests refused in turn; `onward`, with all from every third on. `look` is told what
  /// was refused, with its number.
  private func refuse(
    _ arguments: [String], onward: Bool = false, in start: Workplace,
    _ look: (_ run: Workplace.Run, _ refused: String, Workplace) async throws -> Void
  ) async throws {
    let all = Failure()
    _ = await Workplace(copying: start).run(arguments: arguments, failure: all)
    // What is asked before anything is written is the same whatever comes after.
    let first = onward ? all.requests.firstIndex { $0.hasPrefix("write ") } ?? 0 : 0
    #expect(all.requests.count > 10)
    for number in stride(from: first + 1, through: all.requests.count, by: onward ? 3 : 1) {
      let workplace = Workplace(copying: start)
      let failure = Failure { count, _ in onward ? count >= number : count == number }
      let run = await workplace.run(arguments: arguments, failure: failure)
      try await look(run, "\(number): \(failure.requests[number - 1])", workplace)
    }
  }

  /// What may be refused without harm: tidying up, and whether a file has a second name.
  private func isNeedless(_ refused: String) -> Bool {
    refused.contains(#/: (list|remove) .*\.tenderpress|: remove |: link |: look at /#)
  }

  @Test func `whatever single request a build is refused, it says so and changes nothing`() async throws {
    let start = try await Self.changed.value
    let before = state(start)
    let whole = Workplace(copying: start)
    _ = await whole.run(arguments: Self.build)
    let goal = files(whole)
    try await refuse(Self.build, in: start) { run, refused, workplace in
      if run.code == 0 {
        #expect(isNeedless(refused), "\(refused)")
        #expect(files(workplace) == goal, "\(refused)")
      } else {
        #expect(run.code == 2 && run.errors.contains("do: "), "\(refused): \(run.errors)")
        #expect(run.errors.contains("Nothing has been changed"), "\(refused): \(run.errors)")
        #expect(state(workplace) == before, "\(refused)")
      }
    }
  }

  @Test func `what a build says that is refused all from some request on is true`() async throws {
    let start = try await Self.changed.value
    let (before, old) = (state(start), files(start))
    try await refuse(Self.build, onward: true, in: start) { run, refused, workplace in
      guard run.code != 0 else { return }
      let isUndecided = !workplace.exists("site/.tenderpress/journal")
      #expect(run.errors.contains("some files may be new now and some old") != isUndecided, "\(refused): \(run.errors)")
      if isUndecided { #expect(files(workplace) == old, "\(refused)") }
      let isSaid = run.errors.contains("Nothing has been changed") || run.errors.contains("No file has been changed")
      #expect(isSaid == isUndecided, "\(refused): \(run.errors)")
      if run.errors.contains("Nothing has been changed") { #expect(state(workplace) == before, "\(refused)") }
    }
  }

  @Test func `whatever a check is refused, it says so`() async throws {
    let start = try await Self.changed.value
    let before = state(start)
    try await refuse(["check", "--format", "json"], in: start) { run, refused, workplace in
      #expect(run.code == 2, "\(refused): \(run.output)")
      let findings = try run.findings
      #expect(findings.contains { $0.code.hasPrefix("S") }, "\(refused)")
      #expect(state(workplace) == before, "\(refused)")
    }
  }

  @Test func `whatever is refused while a check puts files right, each is old or new, and it says so`() async throws {
    let texts = ["a": "---\ntilte: A\n---\nA.\n", "b": "---\ntilte: B\n---\nB.\n"]
    let start = try Workplace(Self.files.merging(texts.map { ("guidance/\($0).md", $1) }) { $1 })
    let before = try start.snapshot("content")
    try await refuse(["check", "--fix", "--jobs", "1"], in: start) { run, refused, workplace in
      let after = try workplace.snapshot("content").mapValues { String(decoding: $0, as: UTF8.self) }
      #expect(Set(after.keys) == Set(before.keys), "\(refused)")
      for (name, text) in texts {
        let now = after.first { $0.key.hasSuffix("guidance/\(name).md") }?.value
        #expect([text, text.replacing("tilte", with: "title")].contains(now), "\(refused)")
        // What was done is said, whatever came after.
        #expect((now == text) == !run.output.contains("\(name).md:2:1: “tilte” is “title” now"), "\(refused)")
      }
      // A text that could not be read once is read again once others are put right.
      #expect(isNeedless(refused) || refused.contains(": read ") || run.code == 2, "\(refused): \(run.errors)")
    }
  }

  @Test func `whatever the beginning of a tender is refused, nothing is begun`() async throws {
    let start = try Workplace(Self.files)
    let before = state(start)
    try await refuse(["new", "tender", "boat"], in: start) { run, refused, workplace in
      #expect(run.code == 2, "\(refused): \(run.output)")
      #expect(state(workplace) == before, "\(refused)")
    }
  }
}
