import Foundation
import System
import TestSupport
import Testing

/// The machine ends at each change of the disk that a build makes. At that moment the site is whole for its readers, and
/// after any next command site and private are of one build.
struct EndHarness {
  /// How a build is asked for, and what is changed before the second one.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let build: [String]
    let start: @Sendable () throws -> Workplace
    let change: @Sendable (Workplace) throws -> Void
  }

  private static let cases = [
    Case(
      testDescription: "pages of a small site",
      build: ["build", "--only", "html,csv,xlsx", "--drafts", "--jobs", "1", "--quiet"],
      start: { try Workplace(Pack.publishing(["crest.svg": Self.drawing]).merging(Self.more) { $1 }) },
      change: { workplace in
        try workplace.change(["content/site.yml": ["#0b5d66": "#4c2c92"]])
        try workplace.write(Self.drawing.replacing("h9", with: "h5"), to: "content/guidance/map.svg")
        try workplace.write("Words. ![A map](map.svg)\n", to: "content/guidance/deep.md")
        try workplace.write("Words, [deeper](../deep.md).\n", to: "content/guidance/more/b.md")
        try workplace.remove("content/guidance/old.md")
        try workplace.change(["content/tenders/bus/tender.md": ["A bus to": "A boat to"]])
      }),
    Case(
      testDescription: "a pack with its documents", build: ["build", "--jobs", "1", "--quiet"],
      start: { try Workplace(pack: "sound") },
      change: { workplace in
        try workplace.change(["content/site.yml": ["#0b5d66": "#4c2c92"]])
        try workplace.append("\nSome words more.\n", to: "content/tenders/day-service/vision.md")
      }),
  ]

  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>"
  private static let more = [
    "guidance/a.md": "A map: ![A map](map.svg)\n", "guidance/map.svg": drawing, "guidance/old.md": "Text.\n",
    "tenders/bus/tender.md": "---\ntitle: A bus\nstage: draft\n---\nA bus to the sea.\n",
  ]
  private static let others = [["check"], ["plan"], ["new", "term", "word"], ["verify", "site/tenders/nothing"]]

  /// The files of both folders, but for what the program keeps for itself.
  private func files(_ workplace: Workplace) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for folder in ["site", "private"] {
      for (path, bytes) in try workplace.snapshot(folder) where !path.hasPrefix(".tenderpress/") {
        files["\(folder)/\(path)"] = bytes
      }
    }
    return files
  }

  @Test(arguments: cases) func `a machine that ends at any change of the disk`(_ end: Case) async throws {
    let engine = try Engine.pretended()
    let start = try end.start()
    #expect(await start.run(arguments: end.build, engine: engine).code == 0)
    try end.change(start)
    let (before, all, whole) = (try files(start), Failure(), Workplace(copying: start))
    #expect(await whole.run(arguments: end.build, failure: all, engine: engine).code == 0)
    let goal = try files(whole)
    #expect(before != goal)

    let changes = all.requests.indices.filter { all.requests[$0].isChange }.map { $0 + 1 }
    // Each of them took eight minutes, so that every few have to do where there are many.
    let numbers = stride(from: 0, to: changes.count, by: 1 + changes.count / 150).map { changes[$0] }
    var (old, new, between) = (0, 0, 0)
    for number in numbers {
      let workplace = Workplace(copying: start)
      let failure = Failure { count, _ in count >= number }
      let run = await workplace.run(arguments: end.build, failure: failure, engine: engine)
      let words = "\(number): \(all.requests[number - 1])"
      let ended = try files(workplace)
      #expect(try whatPagesLack(in: workplace.snapshot("site")) == [], "\(words)")
      if ended == before { #expect(run.code == 2, "\(words)") } else { between += ended == goal ? 0 : 1 }

      _ = await workplace.run(arguments: Self.others[number % Self.others.count])
      let after = try files(workplace)
      #expect(after == before || after == goal, "\(words)")
      // What one has seen new is not old again.
      if ended != before { #expect(after == goal, "\(words)") }
      if after == before { old += 1 } else { new += 1 }
      #expect(!workplace.exists("site/.tenderpress/journal") && !workplace.exists("private/.tenderpress/journal"))
    }
    #expect(old > 10 && new > 10 && between > 10, "\(old), \(new), \(between)")
  }
}

extension String {
  /// Whether a request changes the disk.
  fileprivate var isChange: Bool {
    ["find", "look at", "open", "read", "list", "lock", "touch"].allSatisfy { !hasPrefix($0 + " ") }
  }
}

/// The styles and pictures that pages of a site name, and that are not among its files.
func whatPagesLack(in site: [String: Data]) -> [String] {
  let files = site.filter { !$0.key.hasPrefix(".tenderpress/") }
  return files.filter { $0.key.hasSuffix(".html") }.flatMap { page, bytes -> [String] in
    let folder = URL(fileURLWithPath: "/site/\(page)").deletingLastPathComponent()
    return String(decoding: bytes, as: UTF8.self).matches(of: #/(?:href|src)="([^":?#]+\.(?:css|svg|png|jpg|ico))"/#)
      .map { folder.appending(path: String($0.1)).standardizedFileURL.path }
      .filter { files[String($0.dropFirst("/site/".count))] == nil }.map { "\(page) names \($0)" }
  }.sorted()
}
