import Testing

@testable import Archives

struct ArchiveTests {
  private let entries = [
    Archive.Entry("mimetype", Array("application/x".utf8), isDeflated: false),
    Archive.Entry("Ŵy/łódź.txt", Array(String(repeating: "words ", count: 1_000).utf8)), Archive.Entry("empty", []),
    Archive.Entry("stored", Array(repeating: 0, count: 1_000), isDeflated: false),
  ]

  @Test func `what is written is read again`() throws {
    let archive = Archive(entries)
    #expect(try Archive(reading: archive.bytes()).entries.map(\.bytes) == entries.map(\.bytes))
    #expect(try Archive(reading: archive.bytes()).entries.map(\.name) == entries.map(\.name))
  }

  @Test func `the same entries make the same bytes`() throws {
    #expect(try Archive(entries).bytes() == Archive(entries).bytes())
  }

  @Test func `every entry has the first day that the format knows, whatever the clock and the zone`() throws {
    let bytes = try Archive(entries).bytes()
    #expect(bytes[10..<14].elementsEqual([0, 0, 0x21, 0]))
  }

  @Test func `the first entry is stored at the very beginning, as ODF asks`() throws {
    let bytes = try Archive(entries).bytes()
    #expect(String(decoding: bytes[30..<51], as: UTF8.self) == "mimetypeapplication/x")
    #expect(bytes[28..<30].elementsEqual([0, 0]), "an extra field would move the words")
  }

  @Test func `archives are written on several threads at once`() async throws {
    let expected = try Archive(entries).bytes()
    let results = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<64 { group.addTask { try Archive(self.entries).bytes() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 64 && results.allSatisfy { $0 == expected })
  }

  @Test(arguments: [
    "", "/etc/passwd", "../up", "a/../b", ".", "a/./b", "a//b", "a\\b", "C:x", "a\nb", "a\u{1F}b", "a\u{7F}b", "a/",
    String(repeating: "n", count: 1_001),
  ])
  func `a name that could lead elsewhere is refused`(_ name: String) {
    #expect(throws: ArchiveFault.name(name)) { try Archive([Archive.Entry(name, [1])]).bytes() }
  }

  @Test(arguments: ["a b", "...", ".hidden", "a/b.c/d", "~", String(repeating: "n", count: 1_000)])
  func `a name that stays in its folder is taken`(_ name: String) throws {
    #expect(try Archive(reading: Archive([Archive.Entry(name, [1])]).bytes())[name] == [1])
  }

  @Test func `two entries of one name are refused`() {
    #expect(throws: ArchiveFault.sameName("A")) {
      try Archive([Archive.Entry("a", [1]), Archive.Entry("A", [2])]).bytes()
    }
  }

  @Test func `an archive of more than is allowed is not unpacked`() throws {
    let bytes = try Archive(entries).bytes()
    let size = entries.map(\.bytes.count).reduce(0, +)
    #expect(try Archive(reading: bytes, limits: Archive.Limits(entries: 4, bytes: size)) == Archive(entries))
    #expect(throws: ArchiveFault.tooLarge("stored")) {
      try Archive(reading: bytes, limits: Archive.Limits(bytes: size - 1))
    }
    #expect(throws: ArchiveFault.tooManyEntries(4)) {
      try Archive(reading: bytes, limits: Archive.Limits(entries: 3))
    }
    #expect(throws: ArchiveFault.tooLarge("Ŵy/łódź.txt")) {
      try Archive(reading: bytes, limits: Archive.Limits(bytes: 5_000))
    }
  }

  @Test(arguments: [-1, 1, 200]) func `an entry that is not as long as it says is broken`(more: Int) throws {
    var bytes = try Archive([Archive.Entry("a", Array(repeating: 7, count: 40))]).bytes()
    let central = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    // Where the two heads of an entry say its size.
    for place in [22, central + 24] { bytes[place] = UInt8(40 + more) }
    #expect(throws: ArchiveFault.broken("the entry “a” is damaged")) { try Archive(reading: bytes) }
  }

  @Test func `broken archives are refused wherever they break`() throws {
    let whole = try Archive(entries).bytes()
    #expect(throws: ArchiveFault.self) { try Archive(reading: []) }
    #expect(throws: ArchiveFault.self) { try Archive(reading: Array("no archive".utf8)) }
    for end in stride(from: 0, to: whole.count - 1, by: 7) {
      #expect(throws: ArchiveFault.self) { try Archive(reading: Array(whole[..<end])) }
    }
    var changed = 0
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0xFF
      // Some bytes, such as dates, may be anything. What is read without a fault holds the same words.
      guard let read = try? Archive(reading: bytes) else { continue }
      changed += read.entries.map(\.bytes) == entries.map(\.bytes) ? 0 : 1
    }
    #expect(changed == 0)
  }
}
