/// How much is drawn when all that is used again is drawn each time: a drawing of a few lines can ask for millions of shapes.
struct Uses {
  private static let mostAgain = 200_000

  private let root: XMLElement
  private let parts: [String: XMLElement]
  /// What is counted no further: all elements once, and those that are drawn again.
  private let limit: Int
  private var counts: [String: Int] = [:]

  init(_ root: XMLElement) {
    self.root = root
    limit = root.withDescendants.count + Self.mostAgain
    parts = Dictionary(root.withDescendants.compactMap { element in element.id.map { ($0, element) } }) { first, _ in
      first
    }
  }

  var areFew: Bool {
    mutating get { count(root) <= limit }
  }

  private mutating func count(_ element: XMLElement) -> Int {
    var sum = 1 + (element.used.map { count(part: $0) } ?? 0)
    for child in element.elements where sum <= limit { sum += count(child) }
    return min(sum, limit + 1)
  }

  /// What uses itself is drawn by nobody.
  private mutating func count(part id: String) -> Int {
    if let known = counts[id] { return known }
    guard let part = parts[id] else { return 0 }
    counts[id] = 0
    let count = count(part)
    counts[id] = count
    return count
  }
}

extension XMLElement {
  fileprivate var elements: [XMLElement] {
    children.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  fileprivate var withDescendants: [XMLElement] { [self] + elements.flatMap(\.withDescendants) }

  fileprivate var id: String? { attributes.first { $0.name.local == "id" }?.value }

  /// The id of what `use` draws again.
  fileprivate var used: String? {
    guard name.local == "use" else { return nil }
    return attributes.first(where: \.isAddress).map { String($0.value.dropFirst()) }
  }
}
