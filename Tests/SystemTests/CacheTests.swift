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

  @Test func `what is kept is found again until a build does without it`() throws {
    let work = try TemporaryFolder()
    let (one, two) = (SHA256.hex(of: [1]), SHA256.hex(of: [2]))
    try work.write([9], to: "notes.txt")
    let first = Cache(folder: work.path)
    #expect(first.find(one) == nil)
    first.keep([1, 2, 3], under: one)
    first.keep([], under: two)
    first.removeUnused()
    let second = Cache(folder: work.path)
    #expect(second.find(one) == [1, 2, 3])
    second.removeUnused()
    let third = Cache(folder: work.path)
    #expect(third.find(two) == nil)
    #expect(third.find(one) == [1, 2, 3])
    let isLeftAlone = work.holds("notes.txt")
    #expect(isLeftAlone)
  }

  @Test func `what was damaged is not found`() throws {
    let work = try TemporaryFolder()
    let key = SHA256.hex(of: [1])
    Cache(folder: work.path).keep([1, 2, 3], under: key)
    var bytes = try work.read(key)
    bytes[bytes.count - 1] = 4
    try work.write(bytes, to: key)
    #expect(Cache(folder: work.path).find(key) == nil)
  }
}
