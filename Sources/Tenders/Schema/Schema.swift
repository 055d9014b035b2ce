/// What keys a group may have, and what each must be.
package struct Schema: Sendable {
  /// How messages name the group, as in “there is no key ‘dedline’ in dates”.
  package let name: String
  package let keys: [Key]

  package init(_ name: String, _ keys: [Key]) {
    self.name = name
    self.keys = keys
  }

  package subscript(name: String) -> Key? { keys.first { $0.name == name } }
}

package struct Key: Sendable {
  package enum Need: Sendable {
    case optional
    /// From the first moment.
    case always
    /// From the stage `planned` on; while a tender is a draft, its absence is a warning.
    case published
  }

  package let name: String
  package let shape: Shape
  package let need: Need
  /// Where readers meet the value.
  package let shown: Shown
  /// What to write, for the person who writes it.
  package let sentence: String

  init(_ name: String, _ shape: Shape, _ need: Need, shown: Shown, sentence: String) {
    (self.name, self.shape, self.need, self.shown, self.sentence) = (name, shape, need, shown, sentence)
  }
}

/// What a value must be.
package indirect enum Shape: Sendable {
  case text
  /// A file name or a name that addresses are made of: lower case letters, digits and single hyphens.
  case id
  case whole
  case weight
  case money
  /// A day, or a time on a day.
  case moment
  case flag
  /// An address of the web, with http or https.
  case webAddress
  case email
  /// A language tag, such as `en-GB` or `cy`.
  case language
  case oneOf([String])
  /// The id of a file of a kind.
  case reference(Kind)
  case list(Shape)
  case record(Schema)
  /// A group, or in short the value of one of its keys alone.
  case short(Schema, key: String)
  /// Whatever the author likes; for a council's own templates.
  case anything

  /// What a message asks for, after “this should be”.
  package var words: String {
    switch self {
    case .text: "some words"
    case .id: "an id: lower case letters, digits and hyphens"
    case .whole: "a whole number, such as 12"
    case .weight: "a weight from 0 to 100, such as 20 or 12.5"
    case .money: "an amount of money, such as 350000"
    case .moment: "a date, such as 2027-03-12, or a date and time, such as 2027-03-12T12:00"
    case .flag: "yes or no"
    case .webAddress: "a web address, such as https://www.example.org"
    case .email: "an email address, such as name@example.org"
    case .language: "a language tag, such as en-GB or cy"
    case .oneOf(let words): "one of: \(words.joined(separator: ", "))"
    case .reference(let kind): "the id of \(kind.words)"
    case .list(let item): "a list, each item \(item.words)"
    case .record(let schema): "a group of keys: \(schema.keys.map(\.name).joined(separator: ", "))"
    case .short(let schema, let key):
      "\(schema[key]?.shape.words ?? key), or a group of keys: \(schema.keys.map(\.name).joined(separator: ", "))"
    case .anything: "anything"
    }
  }
  /// The keys of a group, or of the groups of a list.
  package var group: Schema? {
    switch self {
    case .record(let schema), .short(let schema, _): schema
    case .list(let item): item.group
    case .text, .id, .whole, .weight, .money, .moment, .flag, .webAddress, .email, .language, .oneOf, .reference,
      .anything:
      nil
    }
  }
}
