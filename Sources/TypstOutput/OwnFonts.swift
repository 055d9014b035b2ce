package import Diagnostics

/// Fonts that a council adds for a language whose signs ours lack: the files of the folder `fonts` in its templates. Each list
/// of fonts of the look ends with their families.
package struct OwnFonts: Sendable {
  struct Face: Sendable {
    let family: String
    let characters: Set<UInt32>
  }

  package static let none = OwnFonts()

  /// By name, as the typesetter gets them.
  package let files: [String: [UInt8]]
  let faces: [Face]

  private init() { (files, faces) = ([:], []) }

  /// `read` are the files by their paths as people know them. What is no font is told and left out.
  package init(_ read: [(path: String, bytes: [UInt8])], findings: inout [Diagnostic]) {
    var files: [String: [UInt8]] = [:]
    var faces: [Face] = []
    for (path, bytes) in read {
      let font = OpenTypeFile(bytes)
      let characters = font.characters
      guard let family = font.family, !family.isEmpty, !characters.isEmpty else {
        findings.append(.unusableFont(at: .start(of: path)))
        continue
      }
      let ending = path.lowercased().hasSuffix(".otf") ? "otf" : "ttf"
      files["font-\(files.count).\(ending)"] = bytes
      faces.append(Face(family: family, characters: characters))
    }
    (self.files, self.faces) = (files, faces)
  }

  /// Each once, in the order of their files.
  var families: [String] {
    var seen: Set<String> = []
    return faces.map(\.family).filter { seen.insert($0).inserted }
  }
}

extension Diagnostic {
  /// Of a file in the folder of fonts.
  package static func unusableFont(at place: Place) -> Diagnostic {
    Diagnostic(
      .unusableFont, .warning, "this is no font that documents can be printed in, and nothing uses it", at: place,
      help: "Put files whose names end in .ttf or .otf there, one a face. Variable fonts and collections do not work.")
  }
}
