internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// Reads a small file of settings: each key that is asked for, and in the end what nobody asked for.
struct SettingsReader {
  private let mapping: YAML.Mapping
  private var known: [String] = []
  private(set) var findings: [Diagnostic] = []

  init(_ mapping: YAML.Mapping) { self.mapping = mapping }

  /// What was wrong, and the keys that mean nothing.
  var unknownKeys: [Diagnostic] {
    findings
      + mapping.entries.filter { !known.contains($0.key.value) }.map {
        .unknownSetting($0.key, near: known.nearest(to: $0.key.value), known: known)
      }
  }

  mutating func group(_ key: String, _ read: (inout SettingsReader) -> Void) {
    guard let value = value(key) else { return }
    guard case .mapping(let mapping) = value else {
      return findings.append(.wrongSetting(key, "a group of keys", at: value.place))
    }
    var inner = SettingsReader(mapping)
    read(&inner)
    findings += inner.unknownKeys
  }

  /// A name, or a list of names.
  mutating func names(_ key: String, _ names: inout [String]) {
    guard let value = value(key) else { return }
    let items: [YAML] = if case .sequence(let items, _) = value { items } else { [value] }
    let words = items.compactMap(\.scalar).map(\.onOneLine).filter {
      !$0.isEmpty && !$0.contains { ";\"'".contains($0) }
    }
    guard !words.isEmpty, words.count == items.count else {
      return findings.append(.wrongSetting(key, "the name of a font, or a list of names", at: value.place))
    }
    names = words
  }

  mutating func points(_ key: String, _ range: ClosedRange<Double>, _ points: inout Double) {
    guard let value = value(key) else { return }
    guard let number = value.scalar.flatMap(Double.init), range.contains(number) else {
      let limits = "a number of points from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
      return findings.append(.wrongSetting(key, limits, at: value.place))
    }
    points = (number * 2).rounded() / 2
  }

  mutating func colour(_ key: String, isForWords: Bool = true, _ set: (String) -> Void) {
    guard let value = value(key) else { return }
    guard let colour = value.scalar.flatMap(Colour.init) else {
      return findings.append(.wrongSetting(key, "a colour in quotation marks, such as \"#0b5d66\"", at: value.place))
    }
    guard !isForWords || colour.contrastOnWhite >= 4.5 else {
      return findings.append(.wrongSetting(key, "a colour dark enough to be read on white", at: value.place))
    }
    set(colour.hex)
  }

  private mutating func value(_ key: String) -> YAML? {
    known.append(key)
    guard let value = mapping.entries.first(where: { $0.key.value == key })?.value else { return nil }
    if case .scalar(_, isEmpty: true) = value { return nil }
    return value
  }
}

extension YAML {
  fileprivate var scalar: String? { if case .scalar(let text, _) = self { text.value } else { nil } }
}
