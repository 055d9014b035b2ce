internal import Diagnostics
internal import Tenders

extension Rule {
  /// The council's colour goes into the style sheet, so it must be a colour and nothing else.
  static let accentIsColour = Rule(code: Code("F17", "accent-is-no-colour")) { subject in
    guard let accent = subject.model.site.accent, Colour(accent.value) == nil else { return [] }
    return [
      Diagnostic(
        Code("F17", "accent-is-no-colour"), "“\(accent.value)” is not a colour that can be used", at: accent.place,
        help: "Write # and six digits or letters from a to f, in quotation marks, such as \"#0b5d66\".")
    ]
  }

  /// And it must be dark enough to read on white.
  static let accentIsReadable = Rule(code: tooPale) { subject in
    guard let accent = subject.model.site.accent, let colour = Colour(accent.value), colour.contrastOnWhite < 4.5 else {
      return []
    }
    let tenths = Int((colour.contrastOnWhite * 10).rounded(.down))
    return [
      Diagnostic(
        tooPale,
        "the contrast of “\(accent.value)” on white is \(tenths / 10).\(tenths % 10) to 1, and text needs 4.5 to 1",
        at: accent.place, help: "Choose a darker shade of the colour.")
    ]
  }

  private static let tooPale = Code("F19", "accent-too-pale", source: "WCAG 2.2, 1.4.3")
}
