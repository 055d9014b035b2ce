import Content
import Diagnostics
import Markdown
import TestSupport
import Testing

/// What holds for every file, whatever somebody wrote above its text.
struct FrontMatterLawTests {
  /// Marks of YAML, and what people put between them.
  private static let pieces = [
    "---\n", "\n", "\r\n", " ", "  ", "\t", "a: ", "bä: ", "- ", "b", "12", "[", "]", "{", "}", ",", "'", "\"", "|",
    ">\n",
    "&x ", "*x", "!y ", "# c", "%d", "@", "? ", "<<: ", "\\", "é", "😀", "\u{FEFF}", "\u{0}", "\u{85}", "\u{2028}",
    "–––",
    "...\n",
  ]

  @Test func `every text is read, and all that is read or told of it lies in it`() throws {
    try forAll(.texts(of: Self.pieces, atMost: 24), cases: 2_000) { text in
      for written in [text, "---\n" + text, "---\n\(text)\n---\nWords.\n"] {
        let source = SourceText(name: "a.md", text: written)
        var findings: [Diagnostic] = []
        let file = ContentFile(path: "a.md", source: source, options: ParseOptions(), findings: &findings)
        var alone: [Diagnostic] = []
        let bare = ContentFile(yaml: "site.yml", source: source, findings: &alone)
        let told = (findings + alone).flatMap { [$0.place].compactMap(\.self) + $0.related.map(\.place) }
        let read = YAML.mapping(file.frontMatter).places + YAML.mapping(bare.frontMatter).places
        for place in told + read where !place.lies(in: source) { throw Astray(place: place) }
      }
      return true
    }
  }

  @Test func `a text that is read is what it was when it is written again`() throws {
    let words = Inputs.texts(of: ["a", " ", ":", "'", "\"", "#", "é", "😀", "- ", "{", "\\", "%", "\u{A0}"])
    try forAll(words) { text in
      let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isUnsayable }))
      let quoted = "a: '\(kept.replacing("'", with: "''"))'\n"
      var findings: [Diagnostic] = []
      let mapping = YAML.parse(SourceText(name: "a.yml", text: quoted), findings: &findings)
      guard findings.isEmpty, case .scalar(let read, _) = mapping.entries.first?.value else { return false }
      return read.value.unicodeScalars.elementsEqual(kept.unicodeScalars)
    }
  }

  private struct Astray: Error {
    let place: Place
  }
}

extension YAML {
  /// Of all that is in it.
  fileprivate var places: [Place] {
    switch self {
    case .scalar, .unread: [place]
    case .sequence(let items, let place): [place] + items.flatMap(\.places)
    case .mapping(let mapping):
      [mapping.place] + mapping.entries.flatMap { [$0.key.place] + $0.value.places }
    }
  }
}

extension Place {
  /// Whether it is a part of a text, and cuts no character in two.
  fileprivate func lies(in source: SourceText) -> Bool {
    guard file == source.name, 0 <= range.lowerBound, range.upperBound <= source.bytes.count else { return false }
    return [range.lowerBound, range.upperBound].allSatisfy { end in
      end == source.bytes.count || !source.bytes[end].isUTF8Continuation
    }
  }
}

extension Unicode.Scalar {
  /// What YAML lets no file hold, or makes something else of between quotation marks: controls and ends of lines.
  fileprivate var isUnsayable: Bool {
    properties.generalCategory == .control || properties.generalCategory == .lineSeparator
      || properties.generalCategory == .paragraphSeparator || value & 0xFFFE == 0xFFFE || value == 0xFEFF
  }
}
