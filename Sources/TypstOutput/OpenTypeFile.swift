/// What we read of an OpenType file: what its family is called, and which characters it has.
struct OpenTypeFile {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The name of the family that it is a face of: that of the typesetter's lists of fonts, where it has two.
  var family: String? {
    guard let table = table("name") else { return nil }
    let texts = table + number16(table + 4)
    let names = (0..<number16(table + 2)).compactMap { index -> (kind: Int, words: String)? in
      let record = table + 6 + 12 * index
      let (platform, kind) = (number16(record), number16(record + 6))
      let (length, start) = (number16(record + 8), texts + number16(record + 10))
      // In English, by Microsoft's numbers, as every font has it.
      guard platform == 3, number16(record + 4) == 0x409, [1, 16].contains(kind), start + length <= bytes.count else {
        return nil
      }
      let units = stride(from: start, to: start + length - 1, by: 2).map { UInt16(truncatingIfNeeded: number16($0)) }
      return (kind, String(decoding: units, as: UTF16.self))
    }
    return (names.first { $0.kind == 16 } ?? names.first)?.words
  }

  var characters: Set<UInt32> {
    guard let table = table("cmap") else { return [] }
    var best: Set<UInt32> = []
    for index in 0..<number16(table + 2) {
      let start = table + number32(table + 8 + 8 * index)
      let found =
        switch number16(start) {
        case 4: segments(start)
        case 12: groups(start)
        default: Set<UInt32>()
        }
      if found.count > best.count { best = found }
    }
    return best
  }

  private func table(_ name: String) -> Int? {
    for index in 0..<number16(4) {
      let record = 12 + 16 * index
      if bytes.indices.contains(record + 3), bytes[record..<record + 4].elementsEqual(name.utf8) {
        return number32(record + 8)
      }
    }
    return nil
  }

  /// Format 12: groups of characters that follow each other.
  private func groups(_ start: Int) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for index in 0..<min(number32(start + 12), bytes.count / 12) {
      let group = start + 16 + 12 * index
      let (first, last) = (number32(group), number32(group + 4))
      if first <= last, last <= 0x10FFFF { found.formUnion((first...last).map(UInt32.init)) }
    }
    return found
  }

  /// Format 4: segments of the characters below 65,536, each with a shift to its glyphs.
  private func segments(_ start: Int) -> Set<UInt32> {
    let count = number16(start + 6) / 2
    var found: Set<UInt32> = []
    for index in 0..<count {
      let last = number16(start + 14 + 2 * index)
      let first = number16(start + 16 + 2 * (count + index))
      let shift = number16(start + 16 + 2 * (2 * count + index))
      let offsetPlace = start + 16 + 2 * (3 * count + index)
      let offset = number16(offsetPlace)
      guard first <= last, first < 0xFFFF else { continue }
      for character in first...min(last, 0xFFFE) {
        let glyph =
          offset == 0 ? (character + shift) & 0xFFFF : number16(offsetPlace + offset + 2 * (character - first))
        if glyph != 0 { found.insert(UInt32(character)) }
      }
    }
    return found
  }

  private func number16(_ place: Int) -> Int {
    guard place >= 0, place + 1 < bytes.count else { return 0 }
    return Int(bytes[place]) << 8 | Int(bytes[place + 1])
  }

  private func number32(_ place: Int) -> Int { number16(place) << 16 | number16(place + 2) }
}
