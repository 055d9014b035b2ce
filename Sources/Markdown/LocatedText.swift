internal import Diagnostics

/// A run of text from the library, with its `{{values}}` still inside.
struct LocatedText {
  private let bytes: [UInt8]
  private let place: Place
  /// Nil where it is not known which bytes the text came from.
  private let alignment: TextAlignment?
  /// Whether braces here may be ones that a backslash protects, though it is not known which.
  private let isDoubtful: Bool

  private static let open = Array("{{".utf8)
  private static let close = Array("}}".utf8)

  init(_ text: String, at place: Place, alignment: TextAlignment?, isDoubtful: Bool = false) {
    (bytes, self.place, self.alignment) = (Array(text.utf8), place, alignment)
    self.isDoubtful = isDoubtful && alignment == nil
  }

  func inlines(drawsData: Bool, findings: inout [Diagnostic]) -> [Inline] {
    guard drawsData, bytes.contains(UInt8(ascii: "{")), bytes.firstRange(of: Self.open) != nil else {
      return [text(0..<bytes.count)]
    }
    if isDoubtful {
      findings.append(.doubtfulValue(at: place))
      return [text(0..<bytes.count)]
    }
    var result: [Inline] = []
    var start = 0
    while let open = opening(after: start) {
      if start < open { result.append(text(start..<open)) }
      let close = bytes[(open + 2)...].firstRange(of: Self.close)
      let end = close?.upperBound ?? bytes.count
      if let close, let value = Self.value(string(open + 2..<close.lowerBound)) {
        result.append(Inline(value, at: place(of: open..<end)))
      } else {
        findings.append(.brokenValue(string(open..<end), at: place(of: open..<end)))
        result.append(text(open..<end))
      }
      start = end
    }
    if start < bytes.count { result.append(text(start..<bytes.count)) }
    return result
  }

  /// The next two braces that no backslash protects.
  private func opening(after start: Int) -> Int? {
    var start = start
    while let open = bytes[start...].firstRange(of: Self.open) {
      let isProtected = alignment.map {
        $0.escaped.contains(open.lowerBound) || $0.escaped.contains(open.lowerBound + 1)
      }
      if isProtected != true { return open.lowerBound }
      start = open.upperBound
    }
    return nil
  }

  private func text(_ range: Range<Int>) -> Inline { Inline(.text(string(range)), at: place(of: range)) }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func place(of range: Range<Int>) -> Place {
    guard let alignment, range != 0..<bytes.count else { return place }
    return Place(file: place.file, range: alignment.offsets[range.lowerBound]..<alignment.offsets[range.upperBound])
  }

  /// `path` or `path as format`.
  private static func value(_ inside: String) -> Inline.Kind? {
    let words = inside.split(separator: " ").map(String.init)
    let isPath = words.first?.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." } ?? false
    switch words.count {
    case 1 where isPath: return .value(path: words[0], format: nil)
    case 3 where isPath && words[1] == "as": return .value(path: words[0], format: words[2])
    default: return nil
    }
  }
}

extension Inline.Kind {
  /// What an inline holds; nil for one that holds nothing.
  var inner: [Inline]? {
    switch self {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
      .subscript(let inner), .abbreviation(_, let inner), .passage(_, let inner), .link(_, _, let inner),
      .image(_, _, let inner):
      inner
    case .text, .code, .footnote, .value, .softBreak, .lineBreak, .html: nil
    }
  }
}

extension [Inline] {
  /// True where there is nothing that could be read or shown.
  var sayNothing: Bool {
    allSatisfy { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak: true
      case .image, .value, .footnote, .html: false
      default: inline.kind.inner?.sayNothing ?? true
      }
    }
  }
}
