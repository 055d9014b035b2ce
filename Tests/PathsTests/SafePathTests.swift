import TestSupport
import Testing

@testable import Paths

/// Paths that stay in their folder and mean the same file everywhere, and all others.
struct SafePathTests {
  @Test(arguments: [
    "index.html", "tenders/day-service/index.html", "a b/c.pdf", "tenders/a/attachments/Café £5 (2).odt", "50%.txt",
    ".well-known/security.txt", "日本語/表.pdf", "SHA256SUMS", "console.txt", "com10.txt", "come.txt", "lpta", "v1.2/notes",
    String(repeating: "a", count: 255),
  ])
  func `what every system takes is held as it is`(path: String) throws { #expect(try SafePath(path).text == path) }

  @Test(
    arguments: [
      ("", .empty), ("a//b", .empty), ("/a", .empty), ("a/", .empty), (".", .leadsElsewhere),
      ("../a", .leadsElsewhere), ("a/./b", .leadsElsewhere), ("a/../../b", .leadsElsewhere),
      (".tenderpress/manifest", .hidden), (".htaccess", .hidden), (".git/config", .hidden), ("a/.ssh/b", .hidden),
      ("a:b", .character(":")), ("a\\b", .character("\\")), ("x?y", .character("?")), ("x#y", .character("#")),
      ("a<b", .character("<")), ("a\"b", .character("\"")), ("a|b", .character("|")), ("a*b", .character("*")),
      ("a\nb", .character("\n")), ("a\u{0}b", .character("\u{0}")), ("a\u{7F}", .character("\u{7F}")),
      ("a\u{80}b", .character("\u{80}")), ("a\u{85}b", .character("\u{85}")),
      ("a\u{202E}fdp.exe", .character("\u{202E}")),
      ("a\u{200B}b", .character("\u{200B}")), ("a\u{2066}b", .character("\u{2066}")),
      ("a\u{FEFF}", .character("\u{FEFF}")),
      ("a\u{2028}b", .character("\u{2028}")), ("a\u{E000}b", .character("\u{E000}")),
      ("a\u{FFFD}", .character("\u{FFFD}")),
      ("a./b", .edge), ("a /b", .edge), (" a", .edge), ("a\u{A0}", .edge), ("con", .reserved), ("a/NUL.txt", .reserved),
      ("Aux.tar.gz/b", .reserved), ("com1", .reserved), ("LPT9.pdf", .reserved), ("com¹", .reserved),
      ("con .txt", .reserved),
      ("a/\u{301}b", .joinsSlash), ("x\u{D4E}/b", .joinsSlash), ("a/\u{E33}", .joinsSlash),
      (Sample("256 letters") { String(repeating: "a", count: 256) }, .tooLong),
      (Sample("128 letters of two bytes") { String(repeating: "é", count: 128) }, .tooLong),
    ] as [(Sample, PathFault.Reason)])
  func `what leads elsewhere, hides, or means something to a machine is held by no path`(
    sample: Sample, reason: PathFault.Reason
  ) {
    let path = sample.text
    #expect { _ = try SafePath(path) } throws: { ($0 as? PathFault)?.reason == reason }
    #expect(throws: PathFault.self) { try SafePath("folder/" + path) }
    #expect(throws: PathFault.self) { try SafePath(path + "/index.html") }
  }

  /// Every string of up to four pieces, good and bad, in every order.
  @Test func `whatever a path holds, its steps are names and nothing else`() {
    let pieces = ["a", ".", "..", "/", "\\", ":", "%2e", " ", "\u{202E}", "\u{0}", "con", "é", "-", "#"]
    var held = 0
    for first in pieces {
      for second in pieces {
        for third in pieces {
          for fourth in pieces {
            let text = first + second + third + fourth
            guard let path = try? SafePath(text) else { continue }
            held += 1
            let steps = path.text.split(separator: "/", omittingEmptySubsequences: false)
            #expect(path.text == text)
            for step in steps {
              #expect(!step.isEmpty && !step.hasPrefix(".") && !step.hasSuffix(".") && !step.hasSuffix(" "))
              #expect(step.unicodeScalars.allSatisfy { $0.value > 31 && !":\\?#\u{202E}".unicodeScalars.contains($0) })
            }
          }
        }
      }
    }
    #expect(held > 100)
  }

  @Test(
    arguments: [
      "", ".", "..", "con", " a ", "a:b", "…", "\u{202E}", "x.", "Was ist das?",
      Sample("300 letters of two bytes") { String(repeating: "é", count: 300) }, "AUX.md",
    ] as [Sample])
  func `a step can be made from any words`(words: Sample) throws {
    let step = PathStep.make(from: words.text) { _ in true }
    #expect(try SafePath(step).text == step)
    #expect(try SafePath("\(step)/index.html").text == "\(step)/index.html")
    #expect(step.utf8.count <= 201)
  }

  @Test(arguments: [
    ("a b", "a-b"), ("a:b", "a-b"), ("Cafe\u{301} 2", "Cafe\u{301}-2"), ("\u{301}a", "-a"), ("日本", "日本"),
    ("v1.2", "v1.2"),
    (".a", "-a"), ("a.", "a"), ("con", "-con"),
    (String(repeating: "é", count: 101), String(repeating: "é", count: 100)),
    (String(repeating: "a", count: 200), String(repeating: "a", count: 200)),
  ])
  func `what may not stand in a step is a hyphen, and all else stays`(words: String, step: String) {
    #expect(PathStep.make(from: words) { $0 != " " } == step)
  }

  @Test func `two spellings that look alike are two files`() throws {
    let (composed, decomposed) = (try SafePath("caf\u{E9}"), try SafePath("cafe\u{301}"))
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(decomposed < composed)
  }

  /// So many steps of some letters, and a last one.
  private static func path(_ lengths: Int...) -> String {
    lengths.map { String(repeating: "a", count: $0) }.joined(separator: "/")
  }

  @Test(arguments: [
    (path(200), true), (path(201), false), (path(199, 199, 199, 199, 200), true),
    (path(200, 199, 199, 199, 200), false),
  ])
  func `a file's name has 200 bytes at most, and its path 1000`(path: String, isTaken: Bool) {
    let isRefused = (try? PathStep.checkFile(path)) == nil
    #expect(isRefused != isTaken)
  }

  @Test(
    arguments: [
      "con.md", "a .md", "a..md", "guidance/nul/x.md", "Price: schedule.txt",
      Sample("201 letters") { String(repeating: "a", count: 201) },
    ] as [Sample])
  func `a file whose name without its ending would be no step is refused`(path: Sample) {
    #expect(throws: PathFault.self) { try PathStep.checkFile(path.text) }
  }
}
