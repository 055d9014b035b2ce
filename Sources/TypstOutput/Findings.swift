package import Diagnostics

extension Code {
  package static let pictureWithoutWords = Code("D20", "picture-without-words")
  package static let unusablePicture = Code("D21", "unusable-picture")
  package static let signInNoFont = Code("D22", "sign-in-no-font")
  package static let typesetterStopped = Code("D23", "typesetter-stopped")
  static let unusableFont = Code("D25", "unusable-font")
}

extension Diagnostic {
  static func pictureWithoutWords(at place: Place) -> Diagnostic {
    Diagnostic(
      .pictureWithoutWords, "this picture says nothing to a person who cannot see it", at: place,
      help: "Say in the square brackets what it shows.")
  }

  static func missingPicture(at place: Place) -> Diagnostic {
    Diagnostic(
      .unusablePicture, "this picture cannot be read, so that no document can print it", at: place,
      help: "Save it again as a PNG, a JPEG or an SVG.")
  }

  static func hugePicture(_ width: Int, _ height: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .unusablePicture, "this picture is \(width) by \(height) dots, more than paper can show", at: place,
      help: "Make it smaller: 2,000 dots across are enough for a whole page.")
  }

  static func tooManyDots(_ width: Int, _ height: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .unusablePicture,
      "this picture is \(width) by \(height) dots, and with those before it more than one document can hold", at: place,
      help: "Make the pictures smaller: 2,000 dots across are enough for a whole page.")
  }

  static func signInNoFont(_ signs: String, at place: Place) -> Diagnostic {
    let what = signs.count == 1 ? "this sign is" : "these signs are"
    return Diagnostic(
      .signInNoFont, .warning, "\(what) in no font of the printed documents: “\(signs.prefix(20))”", at: place,
      help:
        "Documents print [\(signs.name)] in its place. Say the same in words, so that everybody can read it; or put a font that has it into the folder fonts of your templates."
    )
  }

  /// What the typesetter said, in plain words where they are known. `look` is the line of a council's own look where it was.
  package static func typesetterStopped(_ message: String, at place: Place, look: Place?) -> Diagnostic {
    let said = message.lowercased()
    if said.contains("missing alt") { return .pictureWithoutWords(at: place) }
    if said.contains("image") || said.contains("svg") || said.contains("decode") { return .missingPicture(at: place) }
    if said.contains("could not be displayed"), let sign = message.split(separator: "`").dropFirst().first {
      return Diagnostic(
        .signInNoFont, "the fonts of your print.typ lack the sign \(sign)", at: place,
        help: "Add a font that has it at the end of each list of fonts there.")
    }
    return Diagnostic(
      .typesetterStopped, "the typesetter stopped here: \(message)", at: look ?? place,
      help: look == nil
        ? "Write this part more simply."
        : "Mend this line of your own look, or build with --no-templates.",
      related: look == nil || place.range.isEmpty ? [] : [.init("it was about to print this", at: place)])
  }
}
