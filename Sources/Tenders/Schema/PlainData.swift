internal import Diagnostics

/// Front matter as data for programs: under the keys that its author wrote, in the order of their declaration. Numbers are
/// exact, and times carry their zone.
package indirect enum PlainData: Sendable {
  case text(String)
  /// A number in digits.
  case number(String)
  case flag(Bool)
  case list([PlainData])
  case group([Member])

  package typealias Member = (key: String, value: PlainData)
}

extension Tender {
  package func data(_ keys: [Key]) -> [PlainData.Member] { record.data(keys) }
}

extension Lot {
  /// A lot's facts, those of the tender among them where it has none of its own.
  package func data(_ keys: [Key]) -> [PlainData.Member] { record.data(keys) }
}

extension Question {
  package func data(_ keys: [Key]) -> [PlainData.Member] { record.data(keys) }
}

extension Term {
  package func data(_ keys: [Key]) -> [PlainData.Member] { record.data(keys) }
}

extension Outcome {
  /// What somebody said stays out unless they agreed.
  package func data(_ keys: [Key]) -> [PlainData.Member] {
    record.data(keys).map { member in
      guard member.key == "voices" else { return member }
      let voices = zip(facts.voices.items, record.records("voices")).filter { $0.0.consent.value == true }
      return (member.key, .list(voices.map { .group($0.1.data(VoiceFacts.schema.keys)) }))
    }
  }
}

extension Record {
  fileprivate func data(_ keys: [Key]) -> [PlainData.Member] {
    keys.compactMap { key in self[key.name].map { (key.name, PlainData($0, key.shape)) } }
  }
}

extension PlainData {
  /// Groups have their keys in the order of the declaration.
  fileprivate init(_ value: Value, _ shape: Shape) {
    switch (value.kind, shape) {
    case (.text(let text), _): self = .text(text)
    case (.whole(let number), _): self = .number(String(number))
    case (.weight(let weight), _): self = .number(weight.number)
    case (.money(let money), _): self = .number(money.decimal)
    case (.moment(let moment), _): self = .text(moment.iso)
    case (.flag(let flag), _): self = .flag(flag)
    case (.list(let items), let shape): self = .list(items.map { PlainData($0, shape.item) })
    case (.record(let record), .record(let schema)), (.record(let record), .short(let schema, _)):
      self = .group(record.data(schema.keys))
    case (.record(let record), _):
      self = .group(record.fields.map { ($0.key.value, PlainData($0.value, .anything)) })
    }
  }
}

extension Shape {
  /// What each item of a list is.
  package var item: Shape { if case .list(let item) = self { item } else { .anything } }
}

extension Money {
  /// `350000`, or `350000.50`.
  fileprivate var decimal: String {
    let rest = pence % 100
    return "\(pence / 100)" + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
  }
}
