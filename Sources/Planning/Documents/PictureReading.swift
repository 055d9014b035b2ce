/// Reading what kind of picture some bytes are, and how large it is, from their first bytes alone. Nothing is unpacked, so
/// that no picture, however it was made, can harm.
extension Picture {
  /// More than any printer shows, and as much as programs can unpack.
  private static let mostPixels = 50_000_000

  /// Nil for bytes that are no picture of a known kind, whose beginning is broken, or that claim to be huge.
  package init?(_ bytes: [UInt8]) {
    guard let (format, width, height) = Self.header(of: bytes), width > 0, height > 0,
      width <= Self.mostPixels, height <= Self.mostPixels, width * height <= Self.mostPixels
    else { return nil }
    self.init(format: format, bytes: bytes, width: width, height: height)
  }

  private static func header(of bytes: [UInt8]) -> (Format, Int, Int)? {
    let header = PictureHeader(bytes: bytes)
    if let size = header.png { return (.png, size.width, size.height) }
    if let size = header.gif { return (.gif, size.width, size.height) }
    if let size = header.webp { return (.webp, size.width, size.height) }
    if let size = header.jpeg { return (.jpeg, size.width, size.height) }
    if let size = SVGSize(bytes) { return (.svg, size.width, size.height) }
    return nil
  }
}

/// The sizes that the beginnings of pictures tell. Every number is read with care: there may be no more bytes.
private struct PictureHeader {
  typealias Size = (width: Int, height: Int)

  let bytes: [UInt8]

  var png: Size? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), has("IHDR", at: 12),
      let width = big(16, 4), let height = big(20, 4)
    else { return nil }
    return (width, height)
  }

  var gif: Size? {
    guard has("GIF87a", at: 0) || has("GIF89a", at: 0), let width = little(6, 2), let height = little(8, 2) else {
      return nil
    }
    return (width, height)
  }

  var webp: Size? {
    guard has("RIFF", at: 0), has("WEBP", at: 8) else { return nil }
    if has("VP8X", at: 12), let width = little(24, 3), let height = little(27, 3) { return (width + 1, height + 1) }
    if has("VP8L", at: 12), byte(20) == 0x2F, let bits = little(21, 4) {
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    if has("VP8 ", at: 12), byte(23) == 0x9D, byte(24) == 0x01, byte(25) == 0x2A, let width = little(26, 2),
      let height = little(28, 2)
    {
      return (width & 0x3FFF, height & 0x3FFF)
    }
    return nil
  }

  /// From one marked part to the next, to the one that tells the size.
  var jpeg: Size? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var offset = 2
    while byte(offset) == 0xFF, let marker = byte(offset + 1) {
      if marker == 0xFF {
        offset += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        guard let height = big(offset + 5, 2), let width = big(offset + 7, 2) else { return nil }
        return (width, height)
      }
      guard marker != 0xD9, marker != 0xDA, let length = big(offset + 2, 2), length >= 2 else { return nil }
      offset += 2 + length
    }
    return nil
  }

  private func byte(_ offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  private func has(_ mark: String, at offset: Int) -> Bool { bytes.dropFirst(offset).starts(with: mark.utf8) }

  private func big(_ offset: Int, _ count: Int) -> Int? {
    guard offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private func little(_ offset: Int, _ count: Int) -> Int? {
    guard offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// The size of a drawing: its width and height, or else those of its view box, or else those that browsers take.
private struct SVGSize {
  let width: Int
  let height: Int

  init?(_ bytes: [UInt8]) {
    // Drawings are written anew before they are read here, and begin with their root.
    let beginning = "<svg"
    guard bytes.starts(with: beginning.utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let tag = String(decoding: bytes[beginning.utf8.count..<end], as: UTF8.self)[...]
    let box = tag.attribute("viewBox")?.split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) } ?? []
    let ratio = box.count == 4 && box[2] > 0 && box[3] > 0 ? box[3] / box[2] : nil
    let (width, height) = (tag.attribute("width")?.pixels, tag.attribute("height")?.pixels)
    let across = width ?? (ratio.flatMap { ratio in height.map { $0 / ratio } } ?? (box.count == 4 ? box[2] : 300))
    let down = height ?? (ratio.map { across * $0 } ?? (box.count == 4 ? box[3] : 150))
    guard (0...1e8).contains(across), (0...1e8).contains(down) else { return nil }
    (self.width, self.height) = (Int(across.rounded()), Int(down.rounded()))
  }
}

extension Substring {
  fileprivate func attribute(_ name: String) -> Substring? {
    var rest = self
    while let found = rest.firstRange(of: name) {
      let isWhole = found.lowerBound == startIndex || self[index(before: found.lowerBound)].isWhitespace
      let after = rest[found.upperBound...].drop(while: \.isWhitespace)
      rest = rest[found.upperBound...]
      guard isWhole, after.first == "=" else { continue }
      let value = after.dropFirst().drop(while: \.isWhitespace)
      guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
      return value.dropFirst().prefix { $0 != quote }
    }
    return nil
  }

  /// A length in pixels of 96 to the inch; nil for one that depends on its surroundings.
  fileprivate var pixels: Double? {
    let units: [String: Double] = ["px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96]
    let number = prefix { $0.isNumber || "+-.".contains($0) }
    guard let value = Double(number), value > 0 else { return nil }
    let unit = String(dropFirst(number.count)).trimmed
    return unit.isEmpty ? value : units[unit].map { value * $0 }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop(while: \.isWhitespace).prefix { !$0.isWhitespace }) }
}
