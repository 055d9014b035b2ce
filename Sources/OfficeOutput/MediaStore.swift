internal import Diagnostics
internal import Planning

/// The pictures that a document holds: each file once.
struct MediaStore: Sendable {
  struct File: Sendable, Equatable {
    let name: String
    let bytes: [UInt8]
    let mediaType: String
  }

  /// A picture as it stands on a page.
  struct Print: Sendable {
    /// What every program can show.
    let file: File
    /// The same as a drawing, for programs that can draw.
    let drawing: File?
    /// In millimetres.
    let width: Double
    let height: Double
  }

  private(set) var files: [File] = []
  /// Whether a drawing without dots beside it can be shown.
  let drawsAlone: Bool

  init(drawsAlone: Bool) { self.drawsAlone = drawsAlone }

  /// A picture, at most as wide and high as said, or the reason why it cannot be shown.
  mutating func hang(
    _ picture: Picture?, atMost width: Double, _ height: Double, filling: Bool = false
  ) -> Result<Print, Fault> {
    guard let picture else { return .failure(.missing) }
    guard picture.width > 0, picture.height > 0, Picture(picture.bytes)?.format == picture.format else {
      return .failure(.broken)
    }
    // 96 dots are an inch.
    let own = (width: Double(picture.width) * 25.4 / 96, height: Double(picture.height) * 25.4 / 96)
    let scale = min(width / own.width, height / own.height, filling ? .infinity : 1)
    let size = (width: max(own.width * scale, 0.5), height: max(own.height * scale, 0.5))
    let dots = picture.png.flatMap { Picture($0)?.format == .png ? $0 : nil }
    switch picture.format {
    case .png, .jpeg, .gif:
      return .success(
        Print(file: file(picture.bytes, picture.format), drawing: nil, width: size.width, height: size.height))
    case .svg, .webp:
      let drawing = picture.format == .svg ? file(picture.bytes, .svg) : nil
      guard let file = dots.map({ self.file($0, .png) }) ?? (drawsAlone ? drawing : nil) else {
        return .failure(.noDots)
      }
      return .success(
        Print(file: file, drawing: drawing == file ? nil : drawing, width: size.width, height: size.height))
    }
  }

  enum Fault: Error {
    case missing, broken, noDots

    var words: String {
      switch self {
      case .missing: "it is of a kind that they cannot hold"
      case .broken: "it is damaged"
      case .noDots: "word processors cannot draw it"
      }
    }
  }

  private mutating func file(_ bytes: [UInt8], _ format: Picture.Format) -> File {
    if let known = files.first(where: { $0.bytes == bytes }) { return known }
    let ending = format == .jpeg ? "jpg" : format.rawValue
    let mediaType = format == .svg ? "image/svg+xml" : "image/\(format.rawValue)"
    let file = File(name: "picture\(files.count + 1).\(ending)", bytes: bytes, mediaType: mediaType)
    files.append(file)
    return file
  }
}
