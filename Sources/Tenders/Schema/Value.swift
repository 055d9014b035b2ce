package import Diagnostics

/// A value of front matter once its type is known, with its place.
package struct Value: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case text(String)
    case whole(Int)
    case weight(Weight)
    case money(Money)
    case moment(Moment)
    case flag(Bool)
    case list([Value])
    case record(Record)
  }

  package let kind: Kind
  package let place: Place
}

/// A group of keys. What a tender says is a record, and so is each of its criteria.
package struct Record: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package let key: Located<String>
    package let value: Value
  }

  package let fields: [Field]
  package let place: Place

  package init(fields: [Field], place: Place) {
    self.fields = fields
    self.place = place
  }

  package subscript(key: String) -> Value? { fields.first { $0.key.value == key }?.value }

  /// Where a key stands, or else the group that lacks it.
  package func place(of key: String) -> Place { fields.first { $0.key.value == key }?.key.place ?? place }

  package func text(_ key: String) -> Located<String>? {
    guard let value = self[key], case .text(let text) = value.kind else { return nil }
    return Located(text, at: value.place)
  }

  package func moment(_ key: String) -> Located<Moment>? {
    guard let value = self[key], case .moment(let moment) = value.kind else { return nil }
    return Located(moment, at: value.place)
  }

  package func weight(_ key: String) -> Located<Weight>? {
    guard let value = self[key], case .weight(let weight) = value.kind else { return nil }
    return Located(weight, at: value.place)
  }

  package func money(_ key: String) -> Located<Money>? {
    guard let value = self[key], case .money(let money) = value.kind else { return nil }
    return Located(money, at: value.place)
  }

  package func whole(_ key: String) -> Int? {
    guard let value = self[key], case .whole(let number) = value.kind else { return nil }
    return number
  }

  package func flag(_ key: String) -> Bool? {
    guard let value = self[key], case .flag(let flag) = value.kind else { return nil }
    return flag
  }

  package func record(_ key: String) -> Record? {
    guard let value = self[key], case .record(let record) = value.kind else { return nil }
    return record
  }

  package func list(_ key: String) -> [Value] {
    guard let value = self[key], case .list(let list) = value.kind else { return [] }
    return list
  }

  package func records(_ key: String) -> [Record] {
    list(key).compactMap { if case .record(let record) = $0.kind { record } else { nil } }
  }

  package func texts(_ key: String) -> [Located<String>] {
    list(key).compactMap { if case .text(let text) = $0.kind { Located(text, at: $0.place) } else { nil } }
  }
}
