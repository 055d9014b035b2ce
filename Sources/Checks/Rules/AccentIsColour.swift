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
}
