/// Content for tests: as little as makes every page, and right in every point.
enum Pack {
  static let tenderPath = "tenders/library/tender.md"

  static let small: [String: String] = [
    "site.yml": """
    title: Tenders of Testham
    organisation: Testham Council
    base-url: https://tenders.testham.example
    languages: [en-GB]
    email: buying@testham.example
    accent: "#0b5d66"
    """,
    "index.md": "---\ntitle: What we buy\n---\nWelcome. See [the library](tenders/library/tender.md).\n",
    "glossary/outcome.md": "---\nterm: Outcome\nalso: [outcomes]\n---\nA change that people notice.\n",
    "outcomes/readers.md": outcome("More people read for pleasure", "service", "social"),
    "outcomes/town.md": outcome("The town has a living centre", "community", "economic"),
    "quality-characteristics/open.md": "---\ntitle: Open to everyone\nfeatures: [No fee]\n---\nAnyone may come.\n",
    tenderPath: tender,
    "tenders/library/vision.md":
      "---\ntitle: Vision\n---\n## Why\n\nBecause [it matters](../../outcomes/readers.md).\n",
  ]

  static let tender = """
    ---
    title: A library service
    reference: TC-1
    buyer: Testham Council
    contact:
      role: Buying team
      email: buying@testham.example
    stage: open
    procedure: open
    regime: light-touch
    submit:
      how: email
      where: bids@testham.example
    value:
      total: 300000
      per-year: 100000
      vat: before
    dates:
      issued: 2027-01-04
      questions-close: 2027-02-01T17:00
      answers-by: 2027-02-08
      deadline: 2027-03-01T12:00
      decision: 2027-04-01
      start: 2027-07-01
      end: 2030-06-30
    outcomes: [readers, town]
    quality-characteristics: [open]
    criteria:
      - id: quality
        title: Quality
        weight: 60
        kind: quality
        parts:
          - id: how
            title: How
            weight: 37.5
          - id: who
            title: Who
            weight: 22.5
      - id: community
        title: Community
        weight: 20
        kind: community
      - id: price
        title: Price
        weight: 20
        kind: price
    ---
    Send your bid by {{dates.deadline}}. Price counts for {{criteria.price.weight}}.
    """

  /// The small pack with some words of a file changed.
  static func changed(_ path: String, _ old: String, to new: String) -> [String: String] {
    var files = small
    let text = files[path] ?? ""
    precondition(text.contains(old), "\(path) does not hold “\(old)”")
    files[path] = text.replacing(old, with: new, maxReplacements: 1)
    return files
  }

  /// The small pack with some words of tender.md changed.
  static func tender(_ old: String, to new: String) -> [String: String] { changed(tenderPath, old, to: new) }

  /// The small pack with a file more, or another in its place.
  static func with(_ path: String, _ text: String) -> [String: String] {
    small.merging([path: text]) { _, new in new }
  }

  /// The small pack with files that are no texts, which site.yml lists as published.
  static func publishing(_ files: [String: String]) -> [String: String] {
    let list = files.keys.sorted().map { "\n- \"\($0)\"" }.joined()
    return small.merging(files) { _, new in new }.merging(
      ["site.yml": (small["site.yml"] ?? "") + "\npublish:\(list)\n"]) { _, new in new }
  }

  private static func outcome(_ title: String, _ level: String, _ bottomLine: String) -> String {
    """
    ---
    title: \(title)
    level: \(level)
    bottom-lines: [\(bottomLine)]
    indicators:
      - id: said
        text: People say so
        kind: subjective
        measure: A survey
        by: The library
        how-often: Once a year
    ---
    What it means.
    """
  }
}
