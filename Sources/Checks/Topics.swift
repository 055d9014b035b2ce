internal import Content
internal import Diagnostics
internal import Tenders

extension Tender {
  /// Whether one of its pages says that it covers a topic. Nothing is guessed from words.
  func covers(_ topic: String) -> Bool {
    ([record] + pages.map(\.record)).contains { $0.texts("covers").contains { $0.value == topic } }
  }

  /// Where to point when something is missing: at the tender's title.
  var whole: Place { record.text("title")?.place ?? file.place }
}
