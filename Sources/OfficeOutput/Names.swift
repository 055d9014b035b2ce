/// Names for the places of a document. Authors' ids may hold any letter and be of any length; in Word a bookmark's name
/// begins with a letter, has at most 40 characters of a few kinds, and upper and lower case are the same.
struct Names: Sendable {
  private var names: [String: String] = [:]
  private var taken: Set<String> = []
  private let longest: Int
  /// What a name may hold beside ASCII letters and digits.
  private let marks: String

  init(longest: Int = 40, marks: String = "_") { (self.longest, self.marks) = (longest, marks) }

  /// The name of a place, if there is such a place.
  subscript(id: String) -> String? { names[id] }

  /// The name of a place; a new one for a new place.
  mutating func name(_ id: String) -> String {
    if let name = names[id] { return name }
    let name = unused(id)
    names[id] = name
    return name
  }

  /// A name that nothing has yet, as near to a wish as can be.
  mutating func unused(_ wish: String) -> String {
    let wish = wish.plain(marks)
    var (name, count) = (String(wish.prefix(longest)), 1)
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      name = String(wish.prefix(longest - 1 - String(count).count)) + "_\(count)"
    }
    return name
  }
}

extension String {
  /// ASCII letters, digits and some marks, beginning with a letter.
  fileprivate func plain(_ marks: String) -> String {
    let letters = unicodeScalars.map { scalar -> Character in
      let isLetter = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isLetter || marks.unicodeScalars.contains(scalar) ? Character(scalar) : "_"
    }
    return letters.first?.isLetter == true ? String(letters) : "n" + String(letters)
  }
}
