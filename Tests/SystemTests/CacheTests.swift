import Digests
import Foundation
import System
import Testing

struct CacheTests {
  @Test func `a sum is the one that everybody computes`() {
    #expect(
      SHA256.hex(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256.hex(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `parts of a sum do not run into each other`() {
    func sum(_ parts: String...) -> String {
      var sum = SHA256()
      for part in parts { sum.updatePart(part.utf8) }
      return sum.hex
    }
    #expect(sum("ab", "c") != sum("a", "bc"))
    #expect(sum("1:a") != sum("", "a"))
  }

  @Test func `what is kept is found again, and what was not used for longest goes first`() throws {
    let work = try TemporaryFolder()
    let keys = (0..<3).map { SHA256.hex(of: [$0]) }
    try work.write([9], to: "notes.txt")
    let cache = try #require(Cache(work.path, on: World.real.disk))
    #expect(cache.find(keys[0]) == nil)
    for (index, key) in keys.enumerated() {
      cache.keep(Array(repeating: UInt8(index), count: 1000), under: key)
      utime("\(work.path)/\(key)", 1000 + index)
    }
    #expect(cache.find(keys[0])?.count == 1000)
    cache.trim()
    #expect(keys.allSatisfy { cache.find($0) != nil })
    for (index, key) in keys.enumerated() { utime("\(work.path)/\(key)", index == 0 ? 9000 : 1000 + index) }
    // Each is 64 bytes longer than its bytes: one must go, and it is the one that waited longest.
    try #require(Cache(work.path, on: World.real.disk, limit: 2_500)).trim()
    #expect(keys.map { cache.find($0) != nil } == [true, false, true])
    let isLeftAlone = work.holds("notes.txt")
    #expect(isLeftAlone)
  }

  @Test func `what was damaged is not found`() throws {
    let work = try TemporaryFolder()
    let key = SHA256.hex(of: [1])
    let cache = try #require(Cache(work.path, on: World.real.disk))
    cache.keep([1, 2, 3], under: key)
    var bytes = try work.read(key)
    bytes[bytes.count - 1] = 4
    try work.write(bytes, to: key)
    #expect(cache.find(key) == nil)
  }

  @Test func `a folder that others may write into remembers nothing`() throws {
    let work = try TemporaryFolder()
    #expect(Cache(work.path, on: World.real.disk) != nil)
    for mode in [0o770, 0o707, 0o777] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: work.path)
      #expect(Cache(work.path, on: World.real.disk) == nil)
    }
    #expect(Cache("/proc/nowhere", on: World.real.disk) == nil)
  }

  private func utime(_ path: String, _ seconds: Int) {
    try? FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(seconds))], ofItemAtPath: path)
  }
}
