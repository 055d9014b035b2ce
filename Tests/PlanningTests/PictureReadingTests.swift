import Testing

@testable import Planning

/// What kind of picture some bytes are, and how large it is.
struct PictureReadingTests {
  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

  private static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + big(width, 4) + big(height, 4)
  }

  private static func webp(_ kind: String, _ rest: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(kind)".utf8) + [0, 0, 0, 0] + rest
  }

  private static func jpeg(_ marker: UInt8, _ width: Int, _ height: Int, before: [UInt8] = []) -> [UInt8] {
    [0xFF, 0xD8] + before + [0xFF, marker, 0, 11, 8] + big(height, 2) + big(width, 2)
  }

  private func size(_ bytes: [UInt8]) -> String? { Picture(bytes).map { "\($0.format) \($0.width)x\($0.height)" } }

  private static var pictures: [(bytes: [UInt8], size: String)] {
    var all: [(bytes: [UInt8], size: String)] = []
    all.append((png(3, 70_000), "png 3x70000"))
    all.append((Array("GIF87a".utf8) + little(3, 2) + little(4, 2), "gif 3x4"))
    all.append((Array("GIF89a".utf8) + little(300, 2) + little(4, 2), "gif 300x4"))
    all.append((webp("VP8X", [0, 0, 0, 0] + little(2, 3) + little(69_999, 3)), "webp 3x70000"))
    all.append((webp("VP8L", [0x2F] + little(0xC002, 4)), "webp 3x4"))
    all.append((webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A] + little(0x4003, 2) + little(0x4004, 2)), "webp 3x4"))
    all.append((jpeg(0xC0, 3, 400), "jpeg 3x400"))
    all.append((jpeg(0xC2, 3, 4), "jpeg 3x4"))
    all.append((jpeg(0xCF, 3, 4), "jpeg 3x4"))
    all.append((jpeg(0xC0, 3, 4, before: [0xFF, 0xE0, 0, 2]), "jpeg 3x4"))
    all.append((jpeg(0xC0, 3, 4, before: [0xFF, 0xC4, 0, 3, 0]), "jpeg 3x4"))
    all.append((jpeg(0xC0, 3, 4, before: [0xFF, 0xFF]), "jpeg 3x4"))
    return all
  }

  @Test func `a size is read from the first bytes`() {
    for picture in Self.pictures { #expect(size(picture.bytes) == picture.size) }
  }

  private static var broken: [[UInt8]] {
    var all: [[UInt8]] = []
    all.append([])
    all.append(Array("words".utf8))
    all.append(Array(png(3, 4).dropLast()))
    all.append(png(0, 4))
    all.append(png(3, 0))
    all.append(Array("GIF88a".utf8) + little(3, 2) + little(4, 2))
    all.append(webp("VP8L", [0x2E] + little(0xC002, 4)))
    all.append(webp("VP8Y", [0, 0, 0, 0] + little(2, 3) + little(3, 3)))
    all.append(webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2B] + little(3, 2) + little(4, 2)))
    all.append(jpeg(0xC8, 3, 4))
    all.append(jpeg(0xCC, 3, 4))
    all.append(jpeg(0xC4, 3, 4))
    all.append(jpeg(0xD0, 3, 4))
    all.append(jpeg(0xC0, 3, 4, before: [0xFF, 0xD9]))
    all.append(jpeg(0xC0, 3, 4, before: [0xFF, 0xDA, 0, 2]))
    all.append(jpeg(0xC0, 3, 4, before: [0xFF, 0xE0, 0, 1, 0, 0]))
    all.append(Array(jpeg(0xC0, 3, 4).dropLast()))
    return all
  }

  @Test func `what is broken off, empty or of no known kind is no picture`() {
    for bytes in Self.broken { #expect(size(bytes) == nil) }
  }

  @Test(arguments: [
    (50_000_000, 1, true), (50_000_001, 1, false), (1, 50_000_001, false), (5_000, 10_000, true),
    (5_001, 10_000, false),
  ])
  func `a picture has at most fifty million points`(width: Int, height: Int, isThere: Bool) {
    #expect((Picture(Self.png(width, height)) != nil) == isThere)
  }

  @Test(arguments: [
    ("<svg width=\"30\" height=\"40\">", "svg 30x40"), ("<svg width='30px' height='1in'>", "svg 30x96"),
    ("<svg width=\"72pt\" height=\"2.54cm\">", "svg 96x96"), ("<svg width=\"25.4mm\" height=\"6pc\">", "svg 96x96"),
    ("<svg viewBox=\"0 0 30 40\">", "svg 30x40"), ("<svg viewBox=\"0,0,30,40\">", "svg 30x40"),
    ("<svg viewBox=\"0 0 30 40\" width=\"60\">", "svg 60x80"),
    ("<svg viewBox=\"0 0 30 40\" height=\"80\">", "svg 60x80"),
    ("<svg viewBox=\"0 0 30 40\" width=\"100%\">", "svg 30x40"), ("<svg>", "svg 300x150"),
    ("<svg width=\"30\">", "svg 30x150"),
    ("<svg stroke-width=\"5\" width = \"30\" height=\"40\">", "svg 30x40"), ("<svg viewBox=\"0 0 30\">", "svg 300x150"),
    ("<svg width=\"-3\" height=\"40\">", "svg 300x40"), ("<svg width=\"30em\" height=\"40\">", "svg 300x40"),
    ("<html><svg width=\"30\" height=\"40\">", nil), ("<svg width=\"30\"", nil), ("<svg width=\"1e9\">", "svg 300x150"),
    ("<svg width=\"1000000000\">", nil),
    ("<svg width=\"999999999\">", nil), ("<svg viewBox=\"0 0 0 40\">", nil),
  ])
  func `a drawing's size is its own, or that of its view box, or the one that browsers take`(
    text: String, result: String?
  ) {
    #expect(size(Array(text.utf8)) == result)
  }
}
