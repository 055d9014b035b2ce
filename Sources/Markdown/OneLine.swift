extension String {
  /// The text on one line, as names of things must be: line ends and tabs as one blank each, none at the ends. Blanks
  /// that forbid a new line stay what they are.
  package var onOneLine: String {
    split { $0.isNewline || $0 == "\t" }.joined(separator: " ").trimmingBlanks
  }

  private var trimmingBlanks: String {
    let rest = drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }
}
