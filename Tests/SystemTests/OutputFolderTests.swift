import Foundation
import System
import TestSupport
import Testing

/// The wall where files are written: whatever is handed over or lies in the way, nothing outside the folder is touched.
struct OutputFolderTests {
  private final class Place {
    let path = FileManager.default.temporaryDirectory.appending(path: "tenderpress-\(UUID().uuidString)").path

    init() throws {
      try FileManager.default.createDirectory(atPath: path + "/outside", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
      let file = URL(fileURLWithPath: path).appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
    }

    var outside: [String] {
      get throws { try FileManager.default.subpathsOfDirectory(atPath: path + "/outside").sorted() }
    }

    /// Makes files as a build does.
    func make(_ files: [String: String]) throws -> OutputFolder.Changes {
      try OutputFolder(path + "/site", on: World.real.disk, apartFrom: []).make(files)
    }
  }

  @Test func `no folder on the way may be a link`() throws {
    for linked in ["site/a", "site/a/b", "site/.tenderpress"] {
      let place = try Place()
      try place.write("x", to: "site/other.txt")
      if linked == "site/a/b" { try place.write("x", to: "site/a/other.txt") }
      try place.link(linked, to: place.path + "/outside")
      #expect(throws: SystemFault.self) { try place.make(["a/b/c.txt": "words"]) }
      #expect(try place.outside == [])
    }
  }

  @Test func `a file that is a link is not written through, read through or removed through`() throws {
    let place = try Place()
    try place.write("precious", to: "outside/file.txt")
    _ = try place.make(["a.txt": "one", "b.txt": "two"])
    for name in ["a.txt", "b.txt"] {
      try FileManager.default.removeItem(atPath: "\(place.path)/site/\(name)")
      try place.link("site/\(name)", to: "../outside/file.txt")
    }
    _ = try? place.make(["a.txt": "precious"])
    #expect(try place.outside == ["file.txt"])
    #expect(try String(contentsOfFile: place.path + "/outside/file.txt", encoding: .utf8) == "precious")
  }

  @Test func `a manifest that names what lies outside removes nothing there`() throws {
    let place = try Place()
    try place.write("precious", to: "outside/file.txt")
    _ = try place.make(["a.txt": "one"])
    try place.link("site/way", to: "../outside")
    try place.write(
      "../outside/file.txt\n/\(place.path)/outside/file.txt\nway/file.txt\na/../../outside/file.txt\na.txt\n",
      to: "site/.tenderpress/manifest")
    #expect(try place.make(["b.txt": "two"]).removed == 1)
    #expect(try place.outside == ["file.txt"])
  }

  @Test func `a link to the folder itself is the person's own, and is followed`() throws {
    let place = try Place()
    try place.link("site", to: "outside")
    _ = try place.make(["a/b.txt": "words"])
    #expect(try place.outside.contains("a/b.txt"))
  }
}
