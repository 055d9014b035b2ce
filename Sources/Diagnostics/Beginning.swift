extension StringProtocol {
  /// A value as a message shows it: on one line, and of a long one the beginning.
  package var beginning: String {
    let line = prefix(Self.mostShown + 1).split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > Self.mostShown ? "\(line.prefix(Self.mostShown))…" : line
  }

  /// In characters.
  private static var mostShown: Int { 60 }
}
