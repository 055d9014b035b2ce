/// Which signs the fonts of printed documents have.
package struct GlyphCoverage: Sendable {
  private let known: Set<UInt32>

  /// Every list of fonts in the look ends with these families and a council's own, so that a sign that all faces of one of them have can be
  /// printed anywhere.
  private static let families = ["CharisSIL", "Inter", "DejaVuSans"]

  /// The fonts' files, by name, and a council's own.
  package init(fonts: [String: [UInt8]], own: OwnFonts = .none) {
    let ours = Self.families.map { family in
      fonts.filter { $0.key.prefix { $0 != "-" && $0 != "." } == family }.map { OpenTypeFile($0.value).characters }
    }
    let theirs = own.families.map { family in own.faces.filter { $0.family == family }.map(\.characters) }
    known = (ours + theirs).reduce(into: []) { known, faces in
      guard let first = faces.first else { return }
      known.formUnion(faces.dropFirst().reduce(first) { $0.intersection($1) })
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
