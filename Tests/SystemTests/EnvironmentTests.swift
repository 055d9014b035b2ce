import TestSupport
import Testing

@testable import System

struct EnvironmentTests {
  @Test(arguments: [
    ("/usr/bin:/bin", "/usr/bin:/bin"), ("bin:/opt/bin:.::/bin", "/opt/bin:/bin"), ("bin:.", "/usr/bin:/bin"),
    ("", "/usr/bin:/bin"),
  ])
  func `programs are looked for in absolute folders only`(path: String, expected: String) {
    #expect(Environment(["PATH": path]).absolutePath == expected)
  }

  @Test func `a variable that is empty is as one that is not set`() {
    #expect(Environment(["TMPDIR": "/here"]).temporary == "/here" && Environment(["TMPDIR": ""]).temporary == "/tmp")
    #expect(Environment([:]).absolutePath == "/usr/bin:/bin")
  }

  @Test(arguments: [
    (0, ["a"]), (1, ["a/b", "a/b"]), (2, ["a/b", "a/b/c", "a/b/c"]), (3, ["a/b", "a/b/c", "a/b/c/d"]),
  ])
  func `what is nested deeper than is looked counts as no file`(depth: Int, paths: [String]) throws {
    let found = try MemoryDisk(["/r/a/b/c/d": []]).open("/r").walk("a", depth: depth)
    #expect(found.map(\.path) == paths)
    #expect(found.last?.kind == (depth < 3 ? .other : .file))
  }
}
