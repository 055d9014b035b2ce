package import Diagnostics

/// A group of keys that authors write, declared once.
///
/// Its initialiser asks for each key on one line: its name, what it must be, when it must be there, a sentence for the
/// person who writes it, and where readers meet the value. Given what an author wrote, it makes the typed value; given
/// nothing, it tells its keys, from which follow the reading with its findings, the schemas for editors and programs,
/// docs/keys.md and the law of publication.
package protocol Declared: Sendable {
  /// How messages name the group, as in “there is no key ‘dedline’ in dates”.
  static var name: String { get }
  init(_ read: inout Reading)
}

extension Declared {
  /// The keys that it asks for.
  static var schema: Schema {
    var reading = Reading()
    _ = Self(&reading)
    return Schema(name, reading.keys)
  }

  init(_ record: Record) {
    var reading = Reading(record)
    self.init(&reading)
  }
}

/// The reading of one group of keys, or the listing of them.
package struct Reading {
  /// Nil while keys are listed.
  private let record: Record?
  fileprivate var keys: [Key] = []

  fileprivate init() { record = nil }

  fileprivate init(_ record: Record) { self.record = record }

  /// Where the group stands.
  var place: Place { record?.place ?? .start(of: "") }

  /// Keys that another declaration asks for, and that mean nothing here. They are faults where they are written.
  mutating func leaveOut(_ names: String...) { keys.removeAll { names.contains($0.name) } }

  /// Asks for a key. A key that is asked for twice keeps the first declaration: a kind may be stricter than what any file
  /// may say.
  mutating func callAsFunction<Output>(
    _ name: String, _ type: Typed<Output>, _ need: Key.Need = .optional, _ shown: Shown, _ sentence: String
  ) -> Written<Output> {
    guard let record else {
      if !keys.contains(where: { $0.name == name }) {
        keys.append(Key(name, type.shape(), need, shown: shown, sentence: sentence))
      }
      return Written(nil, at: place, key: place)
    }
    guard let field = record.fields.first(where: { $0.key.value == name }) else {
      return Written(nil, at: record.place, key: record.place)
    }
    return Written(type.convert(field.value), at: field.value.place, key: field.key.place)
  }
}

/// What a value must be, with the type that it becomes.
package struct Typed<Output: Sendable>: Sendable {
  /// Asked for only while keys are listed: the shape of a group lists the keys of all groups in it.
  let shape: @Sendable () -> Shape
  let convert: @Sendable (Value) -> Output?

  init(
    _ shape: @autoclosure @escaping @Sendable () -> Shape, _ convert: @escaping @Sendable (Value) -> Output?
  ) {
    (self.shape, self.convert) = (shape, convert)
  }
}

extension Typed where Output == String {
  private static func text(_ shape: Shape) -> Typed {
    Typed(shape) { value in if case .text(let text) = value.kind { text } else { nil } }
  }

  static var words: Typed { text(.text) }
  static var id: Typed { text(.id) }
  static var webAddress: Typed { text(.webAddress) }
  static var email: Typed { text(.email) }
  static var language: Typed { text(.language) }

  /// The id of a file of a kind.
  static func reference(_ kind: Kind) -> Typed { text(.reference(kind)) }
}

extension Typed where Output == Int {
  static var whole: Typed { Typed(.whole) { value in if case .whole(let number) = value.kind { number } else { nil } } }
}

extension Typed where Output == Weight {
  static var weight: Typed {
    Typed(.weight) { value in if case .weight(let weight) = value.kind { weight } else { nil } }
  }
}

extension Typed where Output == Money {
  static var money: Typed { Typed(.money) { value in if case .money(let money) = value.kind { money } else { nil } } }
}

extension Typed where Output == Moment {
  static var moment: Typed {
    Typed(.moment) { value in if case .moment(let moment) = value.kind { moment } else { nil } }
  }
}

extension Typed where Output == Bool {
  static var flag: Typed { Typed(.flag) { value in if case .flag(let flag) = value.kind { flag } else { nil } } }
}

extension Typed where Output: CaseIterable & RawRepresentable, Output.RawValue == String {
  /// One of a few words.
  static var choice: Typed {
    Typed(.oneOf(Output.allCases.map(\.rawValue))) { value in
      if case .text(let text) = value.kind { Output(rawValue: text) } else { nil }
    }
  }
}

extension Typed where Output: Declared {
  /// A group of keys.
  static var group: Typed {
    Typed(.record(Output.schema)) { value in if case .record(let record) = value.kind { Output(record) } else { nil } }
  }

  /// A group of keys, or in short the value of one of them alone.
  static func group(orJust key: String) -> Typed {
    Typed(.short(Output.schema, key: key)) { value in
      if case .record(let record) = value.kind { Output(record) } else { nil }
    }
  }
}

extension Typed {
  /// A list of groups.
  static func groups<Item: Declared>(_ item: Typed<Item> = .group) -> Typed where Output == [Item] {
    Typed(.list(item.shape())) { value in
      if case .list(let items) = value.kind { items.compactMap(item.convert) } else { nil }
    }
  }

  /// A list of single values, each with its place.
  static func list<Item: Sendable>(of item: Typed<Item>) -> Typed where Output == [Located<Item>] {
    Typed(.list(item.shape())) { value in
      guard case .list(let items) = value.kind else { return nil }
      return items.compactMap { inner in item.convert(inner).map { Located($0, at: inner.place) } }
    }
  }
}

/// What the program does not know the keys of: a council's own, for its templates, and its thresholds.
package struct Freeform: Sendable {
  /// The single values by the paths of their keys, in the order written.
  package let values: [(key: Located<String>, value: Located<String>?)]

  fileprivate init(_ record: Record) {
    values = record.fields.map { field in
      if case .text(let text) = field.value.kind {
        (field.key, Located(text, at: field.value.place))
      } else {
        (field.key, nil)
      }
    }
  }
}

extension Typed where Output == Freeform {
  static var anything: Typed {
    Typed(.anything) { value in if case .record(let record) = value.kind { Freeform(record) } else { nil } }
  }
}
