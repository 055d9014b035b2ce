/// The path of a file below a folder, in steps with `/` between them.
///
/// There is no other way to name a file that is made: a value of this type stays in its folder, means the same file on
/// every system, and is written into an address as it is read. So it holds no empty step, no `.` and `..`, no hidden step
/// (the program's own folder is one), nothing that an address or a disk gives a meaning, and no letter that cannot be seen.
///
/// Two spellings of a name that Unicode calls equal are two files, as they are on a disk.
package struct SafePath: Sendable, Hashable, Comparable {
  package let text: String

  package init(_ text: String) throws(PathFault) {
    // By bytes: a mark that joins the letter before it would hide a slash.
    let steps = text.steps
    for step in steps { try PathStep.check(step) }
    // Such a mark is refused, so that whoever reads the text by letters finds the same steps.
    guard steps == text.split(separator: "/", omittingEmptySubsequences: false).map(String.init) else {
      throw PathFault(step: text, reason: .joinsSlash)
    }
    self.text = text
  }

  /// The one hidden file that the program makes: it keeps version control from what is for the council alone.
  package static let gitIgnore = SafePath(known: ".gitignore")

  private init(known text: String) { self.text = text }

  /// Every folder that it lies in, the nearest first.
  package var foldersAbove: [SafePath] {
    let steps = text.steps
    return (1..<max(1, steps.count)).reversed().map { SafePath(known: steps.prefix($0).joined(separator: "/")) }
  }

  package static func == (left: SafePath, right: SafePath) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  package static func < (left: SafePath, right: SafePath) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// What one step of a path may be.
package enum PathStep {
  /// As long as file systems take a name, in bytes.
  package static let longest = 255

  package static func check(_ step: some StringProtocol) throws(PathFault) {
    func fault(_ reason: PathFault.Reason) -> PathFault { PathFault(step: String(step), reason: reason) }
    guard let first = step.first, let last = step.last else { throw fault(.empty) }
    if step == "." || step == ".." { throw fault(.leadsElsewhere) }
    // Servers ask for some files of this one hidden folder.
    if first == ".", step != ".well-known" { throw fault(.hidden) }
    if let bad = step.unicodeScalars.first(where: \.isUnsafeInNames) { throw fault(.character(bad)) }
    if last == "." || last.isWhitespace || first.isWhitespace { throw fault(.edge) }
    if isReserved(step) { throw fault(.reserved) }
    if step.utf8.count > longest { throw fault(.tooLong) }
  }

  /// Checks the path of a file whose name, with its ending or without, becomes a part of other paths.
  package static func checkFile(_ path: String) throws(PathFault) {
    _ = try SafePath(path)
    // As long as systems take a path, with room for the folder that holds it.
    if path.utf8.count > 1000 { throw PathFault(step: path, reason: .tooLong) }
    for step in path.split(separator: "/") {
      let stem = step.lastIndex(of: ".").map { step[..<$0] } ?? step
      try check(stem)
      // Room for what is added to it.
      if step.utf8.count > 200 { throw PathFault(step: String(step), reason: .tooLong) }
    }
  }

  /// A step made from any words: what may not stand in one is a hyphen.
  package static func make(from words: String, keeping isKept: (Character) -> Bool) -> String {
    let letters = String(
      words.map { letter in
        // A mark alone would join what is put before it.
        let isWhole = letter.unicodeScalars.first.map { !$0.properties.isGraphemeExtend } ?? false
        return !isWhole || letter.unicodeScalars.contains(where: \.isUnsafeInNames) || !isKept(letter) ? "-" : letter
      })
    var step = letters.shortened(to: 200)
    while step.hasSuffix(".") || step.last?.isWhitespace == true { step.removeLast() }
    if step.hasPrefix(".") || step.first?.isWhitespace != false { step = "-" + step.dropFirst() }
    return isReserved(step) ? "-" + step : step
  }

  /// Names that Windows keeps for machines, whatever ending they have.
  private static func isReserved(_ step: some StringProtocol) -> Bool {
    let stem = step.prefix { $0 != "." }.lowercased()
    let name = String(stem.reversed().drop { $0 == " " }.reversed())
    if ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"].contains(name) { return true }
    guard name.count == 4, let digit = name.last else { return false }
    return (name.hasPrefix("com") || name.hasPrefix("lpt")) && "0123456789¹²³".contains(digit)
  }
}

/// Why something cannot be the path of a file that is published.
package struct PathFault: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case empty, leadsElsewhere, hidden, edge, reserved, tooLong, joinsSlash
    case character(Unicode.Scalar)
  }

  package let step: String
  package let reason: Reason

  package init(step: String, reason: Reason) { (self.step, self.reason) = (step, reason) }
}

extension Unicode.Scalar {
  /// What steers a machine, turns the direction of writing, cannot be seen, or means something in an address or to a disk.
  fileprivate var isUnsafeInNames: Bool {
    if value < 0x80 {
      return value < 0x20 || value == 0x7F || ":\\?#<>\"|*/".unicodeScalars.contains(self)
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: return true
    default: return value == 0xFFFD
    }
  }
}

extension String {
  /// The steps of a path as a disk sees them: what stands between slashes, byte by byte.
  package var steps: [String] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// At most so many bytes, no letter cut in two.
  fileprivate func shortened(to bytes: Int) -> String {
    var count = 0
    return String(
      prefix { letter in
        count += letter.utf8.count
        return count <= bytes
      })
  }
}
