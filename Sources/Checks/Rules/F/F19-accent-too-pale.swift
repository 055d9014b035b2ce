internal import Diagnostics
internal import Tenders

extension Rule {
  /// The council's colour must be dark enough to read on white.
  static let accentTooPale = Rule(ofSite: "F19", "accent-too-pale", .error, source: "WCAG 2.2, 1.4.3") { context in
    guard let accent = context.subject.model.site.accent, let colour = Colour(accent.value),
      colour.contrastOnWhite < 4.5
    else { return [] }
    let tenths = Int((colour.contrastOnWhite * 10).rounded(.down))
    return [
      context.finding(
        "the contrast of “\(accent.value)” on white is \(tenths / 10).\(tenths % 10) to 1, and text needs 4.5 to 1",
        value: accent.value, at: accent.place, help: "Choose a darker shade of the colour.")
    ]
  }
}
