internal import Diagnostics
internal import Tenders

extension Rule {
  /// The council's colour goes into the style sheet, so it must be a colour and nothing else.
  static let accentIsNoColour = Rule(ofSite: "F17", "accent-is-no-colour", .error, source: nil) { context in
    guard let accent = context.subject.model.site.accent, Colour(accent.value) == nil else { return [] }
    return [
      context.finding(
        "“\(accent.value)” is not a colour that can be used", value: accent.value, at: accent.place,
        help: "Write # and six digits or letters from a to f, in quotation marks, such as \"#0b5d66\".")
    ]
  }
}
