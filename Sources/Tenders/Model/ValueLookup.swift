internal import Diagnostics

/// What a `{{path}}` comes to.
package enum Drawn: Sendable, Hashable {
  case words(String)
  /// The key exists and has no value yet.
  case notWritten
  /// There is no such key; the nearest paths that there are, best first.
  case unknown(near: String?)
  /// The path leads to a group; the keys that it could go on with.
  case group(keys: [String])
  /// The value cannot be written in that way; the ways that there are.
  case format(allowed: [String])
}

extension Tender {
  /// Draws a value in, in the house format or in another: `dates.deadline`, `criteria.price.weight`.
  package func draw(_ path: String, as format: String?) -> Drawn {
    record.draw(path, as: format, schema: Kind.tender.schema)
  }
}

extension Site {
  /// The same of site.yml: `organisation`.
  package func draw(_ path: String, as format: String?) -> Drawn {
    record.draw(path, as: format, schema: Kind.site.schema)
  }
}

extension Record {
  fileprivate func draw(_ path: String, as format: String?, schema: Schema) -> Drawn {
    let steps = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var value = Value(kind: .record(self), place: place)
    var parents: [String] = []
    for step in steps {
      guard let next = value.step(step) else {
        if case .record = value.kind, schema.knows(parents + [step]) { return .notWritten }
        return .unknown(near: allPaths().nearest(to: path))
      }
      value = next
      parents.append(step)
    }
    if case .record(let record) = value.kind { return .group(keys: record.fields.map(\.key.value)) }
    if case .list(let list) = value.kind, let ids = list.ids { return .group(keys: ids) }
    return value.written(as: format).map { .words($0 + unit(of: steps, format: format)) }
      ?? .format(allowed: value.formats)
  }

  /// What belongs to the value of a contract and is written elsewhere: the year, and how VAT stands.
  private func unit(of steps: [String], format: String?) -> String {
    guard format == nil, steps.count == 2, steps[0] == "value", ["total", "per-year"].contains(steps[1]) else {
      return ""
    }
    let year = steps[1] == "per-year" ? " a year" : ""
    return year + (TenderFacts(self).contract.value.vat.value.map { " " + $0.words } ?? "")
  }

  private func allPaths() -> [String] {
    fields.flatMap { field in
      [field.key.value] + field.value.innerPaths.map { "\(field.key.value).\($0)" }
    }
  }
}

extension Value {
  fileprivate func step(_ name: String) -> Value? {
    switch kind {
    case .record(let record): record[name]
    case .list(let list): list.first { $0.id == name }
    case .text, .whole, .weight, .money, .moment, .flag: nil
    }
  }

  fileprivate var id: String? {
    if case .record(let record) = kind { record.text("id")?.value } else { nil }
  }

  fileprivate var innerPaths: [String] {
    switch kind {
    case .record(let record):
      record.fields.flatMap { field in
        [field.key.value] + field.value.innerPaths.map { "\(field.key.value).\($0)" }
      }
    case .list(let list):
      list.flatMap { item in
        item.id.map { id in [id] + item.innerPaths.map { "\(id).\($0)" } } ?? []
      }
    case .text, .whole, .weight, .money, .moment, .flag: []
    }
  }

  /// The value in words; nil when it has no such format.
  fileprivate func written(as format: String?) -> String? {
    switch (kind, format) {
    case (.text(let text), nil): text
    case (.whole(let number), nil), (.whole(let number), "number"): String(number)
    case (.weight(let weight), nil): weight.words
    case (.weight(let weight), "number"): weight.number
    case (.money(let money), nil): money.words
    case (.money(let money), "number"): String(money.words.dropFirst())
    case (.moment(let moment), nil): moment.words
    case (.moment(let moment), "date"): moment.day.shortWords
    case (.moment(let moment), "time"): moment.time
    case (.flag(let flag), nil): flag ? "yes" : "no"
    case (.list(let list), nil): list.compactMap { $0.written(as: nil) }.joinedInWords
    default: nil
    }
  }

  fileprivate var formats: [String] {
    switch kind {
    case .moment(let moment): moment.time == nil ? ["date"] : ["date", "time"]
    case .whole, .weight, .money: ["number"]
    case .text, .flag, .list, .record: []
    }
  }
}

extension [Value] {
  /// The ids of a list of groups that have them.
  fileprivate var ids: [String]? {
    guard contains(where: { if case .record = $0.kind { true } else { false } }) else { return nil }
    return compactMap(\.id)
  }
}

extension Schema {
  /// Whether a path of keys, with ids of lists left out, is one that could be written.
  fileprivate func knows(_ steps: [String]) -> Bool {
    guard let first = steps.first, let key = self[first] else { return false }
    guard steps.count > 1 else { return true }
    return key.shape.inner?.knows(Array(steps.dropFirst())) ?? false
  }
}

extension Shape {
  fileprivate var inner: Schema? {
    switch self {
    case .record(let schema), .short(let schema, _): schema
    case .text, .id, .whole, .weight, .money, .moment, .flag, .webAddress, .email, .language, .oneOf, .reference, .list,
      .anything:
      nil
    }
  }
}
