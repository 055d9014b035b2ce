/// A language by its tag, in the two parts that typesetters and word processors know.
package struct LanguageTag: Sendable, Hashable {
  /// `cy`
  package let code: String
  /// `GB`; nil where nothing is said.
  package let region: String?

  package init(code: String, region: String?) { (self.code, self.region) = (code, region) }

  /// Nil for what is no language tag.
  package init?(_ tag: String) {
    let parts = tag.split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.count), first.isOfLetters else { return nil }
    code = first.lowercased()
    region = parts.dropFirst().first { $0.count == 2 && $0.isOfLetters }?.uppercased()
  }

  /// Whether it is written from right to left.
  package var isRightToLeft: Bool { ["ar", "he", "ur", "fa", "ps", "sd", "ug", "yi", "dv", "ckb"].contains(code) }
}

extension Substring {
  fileprivate var isOfLetters: Bool { allSatisfy { $0.isASCII && $0.isLetter } }
}
