internal import Diagnostics
internal import Escaping
internal import Markdown
internal import Planning

// Pictures of authors, and drawings from data.

extension Setting {
  /// More dots than this are of no use on paper.
  private static let mostDots = 16_000_000
  /// What all pictures of a document may take of the typesetter's memory, in bytes: with the rest it stays below 300 MB.
  private static let mostMemory = 180_000_000
  /// In points: the width of the text, and the most of a page's height that leaves room for words.
  private static let widest = 357.0
  private static let tallest = 480.0

  /// A picture that stands alone.
  mutating func picture(_ inline: Inline) {
    guard case .image(let destination, let title, let alternative) = inline.kind else { return }
    let place = inline.place
    guard let image = image(destination, alternative, within: (Self.widest, Self.tallest), at: place) else {
      return content(alternative, before: "par(", after: ")", at: place)
    }
    line("picture(caption: \(title.map { string($0, at: place) } ?? "none"), \(image))", at: place)
  }

  /// A picture in a line of words.
  mutating func smallPicture(_ destination: Destination, _ alternative: [Inline], at place: Place) {
    let size = isBare ? (20.0, 11.0) : (Self.widest / 3, 60.0)
    guard let image = image(destination, alternative, within: size, at: place) else { return inlines(alternative) }
    line("box(\(image))", at: place)
  }

  private mutating func image(
    _ destination: Destination, _ alternative: [Inline], within room: (width: Double, height: Double), at place: Place
  ) -> String? {
    guard case .site(let address, _) = destination else { return nil }
    guard let picture = pictures.files[address], picture.width > 0, picture.height > 0 else {
      findings.append(.missingPicture(at: place))
      return nil
    }
    let name = "picture-\(address.fileName).\(picture.format == .jpeg ? "jpg" : picture.format.rawValue)"
    guard files[name] != nil || hasRoom(for: picture, at: place) else { return nil }
    files[name] = picture.bytes
    let (width, height) = (picture.width, picture.height)
    // A dot of a screen is three quarters of a point.
    let scale = min(0.75, room.width / Double(width), room.height / Double(height))
    // That words are missing has been told (L05); a draft is printed all the same.
    let words = alternative.plainText
    let alt = words.allSatisfy(\.isWhitespace) ? "A picture without a description" : words
    return "image(\(name.typstString), alt: \(string(alt, at: place)), width: \((Double(width) * scale).words)pt)"
  }

  /// Whether a picture is of a size that the typesetter can take beside the others.
  private mutating func hasRoom(for picture: Picture, at place: Place) -> Bool {
    guard picture.format != .svg else { return true }
    let (width, height) = (picture.width, picture.height)
    guard max(width, height) < 100_000, width * height <= Self.mostDots else {
      findings.append(.hugePicture(width, height, at: place))
      return false
    }
    // Measured: a JPEG is unpacked once and handed on as it is, the others are packed anew.
    pictureMemory += width * height * (picture.format == .jpeg ? 4 : 12)
    guard pictureMemory <= Self.mostMemory else {
      findings.append(.tooManyDots(width, height, at: place))
      return false
    }
    return true
  }

  mutating func figure(_ figure: Figure, at place: Place) {
    let words = string("\(figure.title). \(figure.description)", at: place)
    let caption = figure.caption.map { string($0, at: place) } ?? "none"
    line("drawing(\(figure.height.words), alt: \(words), caption: \(caption),", at: place)
    for shape in figure.shapes { line(shape.typst { string($0, at: place) } + ",", at: place) }
    line(")", at: place)
  }
}

extension Figure.Shape {
  /// As the look's drawings take it; `string` makes the typesetter's string of words.
  func typst(_ string: (String) -> String) -> String {
    switch self {
    case .bar(let x, let y, let width, let height, let shade):
      "(\"bar\", \(x.words), \(y.words), \(width.words), \(height.words), \(min(max(shade, 0), 2)))"
    case .line(let x1, let y1, let x2, let y2, let weight):
      "(\"line\", \(x1.words), \(y1.words), \(x2.words), \(y2.words), \(weight.rawValue.typstString))"
    case .mark(let x, let y, let mark): "(\"mark\", \(x.words), \(y.words), \(mark.rawValue.typstString))"
    case .text(let x, let y, let words, let style):
      "(\"text\", \(x.words), \(y.words), \(string(words)), (\(style.names)), \(style.endsAtPoint))"
    }
  }
}

extension Figure.Style {
  fileprivate var names: String {
    [(isStrong, "strong"), (isQuiet, "quiet"), (isDue, "due"), (isReversed, "reversed")]
      .filter(\.0).map { "\($0.1.typstString), " }.joined()
  }
}

extension String {
  /// A name that can be a file's, one for each address.
  fileprivate var fileName: String {
    utf8.map { byte in
      let isPlain = (48...57).contains(byte) || (97...122).contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : "-" + String(byte, radix: 16)
    }.joined()
  }
}
