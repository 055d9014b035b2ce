internal import Diagnostics

/// A value of front matter once its type is known, with its place.
struct Value: Sendable, Hashable {
  indirect enum Kind: Sendable, Hashable {
    case text(String)
    case whole(Int)
    case weight(Weight)
    case money(Money)
    case moment(Moment)
    case flag(Bool)
    case list([Value])
    case record(Record)
  }

  let kind: Kind
  let place: Place
}

/// A group of keys. What a tender says is a record, and so is each of its criteria.
struct Record: Sendable, Hashable {
  struct Field: Sendable, Hashable {
    let key: Located<String>
    let value: Value
  }

  let fields: [Field]
  let place: Place

  init(fields: [Field], place: Place) {
    self.fields = fields
    self.place = place
  }

  subscript(key: String) -> Value? { fields.first { $0.key.value == key }?.value }

  func text(_ key: String) -> Located<String>? {
    guard let value = self[key], case .text(let text) = value.kind else { return nil }
    return Located(text, at: value.place)
  }

  func records(_ key: String) -> [Record] {
    guard let value = self[key], case .list(let list) = value.kind else { return [] }
    return list.compactMap { if case .record(let record) = $0.kind { record } else { nil } }
  }
}
