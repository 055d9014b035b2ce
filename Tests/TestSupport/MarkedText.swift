package import Diagnostics

/// A text in which the words that a finding should point at stand between ▶ and ◀, so that nobody counts columns.
package struct MarkedText: Sendable {
  /// The text without its marks.
  package let text: String
  /// The bytes between each pair of marks.
  package let marks: [Range<Int>]

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var marks: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "▶": open.append(bytes.count)
      case "◀": if let start = open.popLast() { marks.append(start..<bytes.count) }
      default: bytes += Array(String(scalar).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.marks = marks.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The text as a source.
  package func source(_ name: String = "file.md") -> SourceText { SourceText(name: name, text: text) }
}

extension Diagnostic {
  /// The bytes that it points at.
  package var range: Range<Int>? { place?.range }
}
