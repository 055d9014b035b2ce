import Foundation
import Testing

@testable import Planning

/// Small pictures.
enum PictureBytes {
  /// Two by one.
  static let png = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAEElEQVR4nGP4z8DAwMDAAAAGAgEA3Kx5yQAAAABJRU5ErkJggg==")
      ?? Data())

  static let gif = Array("GIF89a".utf8) + [2, 0, 1, 0, 0, 0, 0]

  static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC4, 0, 3, 0, 0xFF, 0xC2, 0, 11, 8, 1, 0, 2, 0, 1, 0, 0, 0]

  static let webp: [UInt8] =
    Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]

  static func of(_ format: Picture.Format) -> [UInt8] {
    switch format {
    case .png: png
    case .gif: gif
    case .jpeg: jpeg
    case .webp: webp
    case .svg: Array("<svg/>".utf8)
    }
  }

  static func svg(png: [UInt8]?) -> Picture? {
    var picture = Picture(
      Array(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><rect width=\"40\" height=\"20\"/></svg>".utf8)
    )
    picture?.png = png
    return picture
  }
}

struct PictureTests {
  @Test(
    arguments: [
      (.png, 2, 1), (.gif, 2, 1), (.jpeg, 512, 256), (.webp, 100, 50),
    ] as [(Picture.Format, Int, Int)])
  func `a picture is known by its bytes`(_ format: Picture.Format, _ width: Int, _ height: Int) throws {
    let picture = try #require(Picture(PictureBytes.of(format)))
    #expect(picture.format == format && picture.width == width && picture.height == height)
  }

  @Test(
    arguments: [
      ("<svg width='30' height=\"20px\"/>", 30, 20),
      ("<svg viewBox='0 0 40 20'/>", 40, 20),
      ("<svg viewBox='0 0 40 20' width='80'/>", 80, 40), ("<svg viewBox='0,0,40,20' height='10'/>", 20, 10),
      ("<svg width='100%' height='100%'/>", 300, 150), ("<svg width='1in' height='25.4mm'/>", 96, 96),
      ("<svg/>", 300, 150),
      ("<svg stroke-width='9' width='30' height='10'/>", 30, 10),
    ])
  func `a drawing has a size`(_ text: String, _ width: Int, _ height: Int) throws {
    let picture = try #require(Picture(Array(text.utf8)))
    #expect(picture.format == .svg && picture.width == width && picture.height == height)
  }

  @Test(arguments: [
    "", "text <svg/>", "<html><svg/></html>", "<svg width='1'", "<svg width='9999999999' height='9999999999'/>", "RIFF",
    "GIF89a",
  ])
  func `what is no picture is none`(_ text: String) { #expect(Picture(Array(text.utf8)) == nil) }

  @Test func `a picture that breaks off is none, wherever it breaks`() {
    for whole in [PictureBytes.png, PictureBytes.gif, PictureBytes.jpeg, PictureBytes.webp] {
      for end in 0..<min(whole.count, 10) { #expect(Picture(Array(whole[..<end])) == nil) }
      // Never a crash, whatever the bytes say.
      for index in whole.indices {
        for byte: UInt8 in [0, 0x7F, 0xFF] {
          var bytes = whole
          bytes[index] = byte
          _ = Picture(bytes)
        }
      }
    }
  }

  @Test func `a picture that claims to be huge is none`() {
    var bytes = PictureBytes.png
    bytes.replaceSubrange(16..<24, with: [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF])
    #expect(Picture(bytes) == nil)
    bytes.replaceSubrange(16..<24, with: [0, 0, 0x27, 0x10, 0, 0, 0x13, 0x89])
    #expect(Picture(bytes) == nil, "10,000 by 5,001")
    bytes.replaceSubrange(16..<24, with: [0, 0, 0x27, 0x10, 0, 0, 0x13, 0x88])
    #expect(Picture(bytes) != nil)
    bytes.replaceSubrange(16..<24, with: [0, 0, 0, 0, 0, 0, 0, 1])
    #expect(Picture(bytes) == nil, "of no width")
  }
}
