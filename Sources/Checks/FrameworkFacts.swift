internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// What rules ask of a tender's outcomes framework.

extension Tender {
  /// False while the framework is empty or names an outcome that is not there: that is another fault, and what the
  /// rest lacks would only follow from it.
  var hasWholeFramework: Bool { !outcomes.isEmpty && outcomes.count == contract.outcomes.items.count }

  /// A topic that somebody says a page of the pack treats.
  func covers(_ topic: Topic) -> Bool {
    ([facts.common] + pages.map(\.facts)).contains { $0.covers.items.contains { $0.value == topic } }
  }

  /// Where the file of a page begins; where there is none, the title of the tender.
  func place(of page: PackPage) -> Place {
    self.page(page).map { $0.facts.title.located?.place ?? $0.file.place } ?? titlePlace
  }

  var titlePlace: Place { facts.title.located?.place ?? file.place }

  /// What bidders are told about the service: the specification, or the summary where there is none.
  var specificationFile: ContentFile { page(.specification)?.file ?? file }
}

extension Outcome {
  var titlePlace: Place { facts.title.located?.place ?? file.place }

  /// Each indicator with the words that say what it is.
  var locatedIndicators: [(indicator: Indicator, place: Place)] {
    indicators.map { ($0, $0.place) }
  }

  /// Its title, word by word.
  var titleWords: [Word] { facts.title.located.map { Passage($0, in: file.source).words } ?? [] }
}

extension QualityCharacteristic {
  var titlePlace: Place { facts.title.located?.place ?? file.place }
}

extension Outcome.Indicator {
  /// Whether it counts what a service does, and not what changes: by its kind, or by words that can mean nothing else.
  var countsActivity: Bool {
    guard evidence != .output else { return true }
    let words = text.lowercased()
    // Fewer referrals may be the very change that is hoped for. Whoever calls them objective may mean that.
    return (Self.sessions + (evidence == nil ? Self.counts : [])).contains { words.contains($0) }
  }

  private static let sessions = [
    "number of sessions", "number of workshops", "sessions held", "sessions delivered", "sessions attended",
    "workshops held", "workshops delivered", "attendance at sessions",
  ]
  private static let counts = [
    "number of referrals", "number of appointments", "number of attend", "referrals received", "referrals made",
    "appointments attended",
  ]
}

extension ContentFile {
  /// Whether anything stands below its front matter.
  var hasText: Bool { !body.isEmpty }

  /// What stands below its front matter, as it was written, in lower case.
  var writtenText: String {
    guard let first = body.blocks.first, let last = body.blocks.last else { return "" }
    let range = first.place.range.lowerBound..<max(first.place.range.lowerBound, last.place.range.upperBound)
    return source.text(in: range).lowercased()
  }
}

extension [Lot?] {
  /// “ for “North” and “South””; nothing where it is so for the tender as a whole.
  var words: String {
    let titles = compactMap { $0.map { "“\($0.title)”" } }
    return titles.isEmpty ? "" : " for \(titles.joinedInWords)"
  }
}
