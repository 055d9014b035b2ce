internal import Content
internal import Diagnostics

/// Gives front matter its types. Every fault is found: unknown keys, wrong types, keys that are missing.
struct SchemaReader {
  /// While a tender is a draft, what is unfinished is a warning.
  let isDraft: Bool
  var findings: [Diagnostic] = []

  init(isDraft: Bool = false) { self.isDraft = isDraft }

  mutating func record(_ mapping: YAML.Mapping, as schema: Schema) -> Record {
    var fields: [Record.Field] = []
    let names = Set(mapping.entries.map(\.key.value))
    for entry in mapping.entries {
      guard let key = schema[entry.key.value] else {
        findings.append(.unknownKey(entry.key, in: schema, beside: names))
        continue
      }
      if let value = value(entry.value, as: key.shape, of: entry.key) {
        fields.append(Record.Field(key: entry.key, value: value))
      }
    }
    if mapping.isWhole { noteMissing(mapping, schema) }
    return Record(fields: fields, place: mapping.place)
  }

  private mutating func noteMissing(_ mapping: YAML.Mapping, _ schema: Schema) {
    for key in schema.keys where key.need != .optional {
      let written = mapping.entries.first { $0.key.value == key.name }
      if let written, !written.value.isNothing { continue }
      // A misspelt key has been told, and is not missing.
      if written == nil, mapping.misspells(key, of: schema) { continue }
      let severity: Severity = isDraft && key.need == .published ? .warning : .error
      let place = written?.key.place ?? Place(file: mapping.place.file, range: mapping.firstWord)
      findings.append(.missingKey(key, in: schema, severity, at: place))
    }
  }

  /// Nil for nothing at all, which is as if the key were not there, and for what is wrong, which is then a finding.
  private mutating func value(_ yaml: YAML, as shape: Shape, of key: Located<String>) -> Value? {
    switch (shape, yaml) {
    case (_, .scalar(_, isEmpty: true)), (_, .unread): return nil
    case (.record(let schema), .mapping(let mapping)), (.short(let schema, _), .mapping(let mapping)):
      return Value(kind: .record(record(mapping, as: schema)), place: yaml.place)
    case (.short(let schema, let name), .scalar):
      guard let inner = schema[name], let value = value(yaml, as: inner.shape, of: key) else { return nil }
      let field = Record.Field(key: Located(name, at: yaml.place), value: value)
      return Value(kind: .record(Record(fields: [field], place: yaml.place)), place: yaml.place)
    case (.list(let item), .sequence(let items, _)):
      return Value(kind: .list(items.compactMap { value($0, as: item, of: key) }), place: yaml.place)
    case (.anything, _): return anything(yaml)
    case (_, .scalar(let text, _)):
      if text.value.contains("{{") { findings.append(.valueInFrontMatter(of: key.value, at: text.place)) }
      if let kind = shape.scalar(text.value) { return Value(kind: kind, place: text.place) }
    default: break
    }
    findings.append(.wrongType(of: key.value, shape: shape, written: yaml.text, at: yaml.place))
    return nil
  }

  private func anything(_ yaml: YAML) -> Value {
    switch yaml {
    case .scalar(let text, _): Value(kind: .text(text.value), place: text.place)
    case .sequence(let items, let place): Value(kind: .list(items.map(anything)), place: place)
    case .mapping(let mapping):
      Value(
        kind: .record(
          Record(
            fields: mapping.entries.map { Record.Field(key: $0.key, value: anything($0.value)) }, place: mapping.place)),
        place: mapping.place)
    case .unread(let place): Value(kind: .text(""), place: place)
    }
  }
}

extension YAML {
  /// The words of a scalar.
  fileprivate var text: String? {
    if case .scalar(let text, _) = self { text.value } else { nil }
  }

  fileprivate var isNothing: Bool {
    if case .scalar(_, isEmpty: true) = self { true } else { false }
  }
}

extension Schema {
  /// The key that a misspelt one was to be.
  func meant(by name: String) -> String? { keys.map(\.name).nearest(to: name) }
}

extension YAML.Mapping {
  fileprivate func misspells(_ key: Key, of schema: Schema) -> Bool {
    entries.contains { schema[$0.key.value] == nil && schema.meant(by: $0.key.value) == key.name }
  }

  /// Something short to point at when a key is missing: the first key there is.
  fileprivate var firstWord: Range<Int> {
    entries.first?.key.place.range ?? place.range.lowerBound..<place.range.lowerBound
  }
}

extension Shape {
  /// The value that a scalar's text stands for, or nil when it is none of this shape.
  fileprivate func scalar(_ text: String) -> Value.Kind? {
    switch self {
    case .text: .text(text)
    case .id, .reference: isID(text) ? .text(text) : nil
    // Nine digits are enough for anything, and few enough to add up and multiply.
    case .whole: text.count <= 9 ? Int(text).flatMap { $0 >= 0 ? .whole($0) : nil } : nil
    case .weight: Weight(text).map(Value.Kind.weight)
    case .money: Money(text).map(Value.Kind.money)
    case .moment: Moment(text).map(Value.Kind.moment)
    case .flag: ["yes": true, "true": true, "no": false, "false": false][text.lowercased()].map(Value.Kind.flag)
    case .webAddress: text.isWebAddress ? .text(text) : nil
    case .email: text.isEmail ? .text(text) : nil
    case .language: text.isLanguage ? .text(text) : nil
    case .oneOf(let words): words.contains(text) ? .text(text) : nil
    case .list, .record, .short, .anything: nil
    }
  }
}

extension String {
  /// Whether it is an address of the web: with the name of a machine, and nothing that would end it where it is written.
  package var isWebAddress: Bool {
    guard let start = ["https://", "http://"].first(where: lowercased().hasPrefix) else { return false }
    let rest = unicodeScalars.dropFirst(start.count)
    let host = rest.prefix { !"/?#".unicodeScalars.contains($0) }
    return !host.isEmpty
      && host.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || ".-:@_".unicodeScalars.contains($0)
      }
      && rest.allSatisfy {
        $0.value > 0x20 && !"\"'<>\\^`{|}".unicodeScalars.contains($0) && !$0.properties.isWhitespace
      }
  }
}

extension String {
  fileprivate var isEmail: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || "._-+'".contains($0) }
      }
  }

  fileprivate var isLanguage: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return isPlain && (2...3).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter)
  }
}

/// Lower case letters, digits and single hyphens, beginning and ending with a letter or digit.
package func isID(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  return parts.allSatisfy { part in
    !part.isEmpty && part.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
  }
}
