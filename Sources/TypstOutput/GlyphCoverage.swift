/// Which signs the fonts of printed documents have.
package struct GlyphCoverage: Sendable {
  private let known: Set<UInt32>

  /// Every list of fonts in the look ends with these families, so that a sign that all faces of one of them have can be
  /// printed anywhere.
  private static let families = ["CharisSIL", "Inter", "DejaVuSans"]

  /// The fonts' files, by name.
  package init(fonts: [String: [UInt8]]) {
    known = Self.families.reduce(into: []) { known, family in
      let faces = fonts.filter { $0.key.prefix { $0 != "-" && $0 != "." } == family }
      let tables = faces.sorted { $0.key < $1.key }.map { FontFile($0.value).characters }
      guard let first = tables.first else { return }
      known.formUnion(tables.dropFirst().reduce(first) { $0.intersection($1) })
    }
  }

  /// What is given and no more.
  package init(known: some Sequence<Unicode.Scalar>) { self.known = Set(known.map(\.value)) }

  func has(_ sign: Character) -> Bool {
    sign.unicodeScalars.allSatisfy { scalar in
      known.contains(scalar.value) || (scalar.properties.isDefaultIgnorableCodePoint && scalar.value > 0x9F)
    }
  }
}

/// The part of an OpenType file that says which characters it has.
private struct FontFile {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

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
