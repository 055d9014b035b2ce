internal import Mustache

/// What a template can say: names with values. A page's view is made of these and of nothing else.
indirect enum View: Sendable {
  case text(String)
  /// HTML that our writers made. A template prints it with three braces.
  case html(String)
  case flag(Bool)
  case list([View])
  case record([Name: View])
  /// A name that exists and has nothing to say here.
  case absent

  /// A text, or nothing.
  static func words(_ text: String?) -> View {
    text.flatMap { $0.isEmpty ? nil : View.text($0) } ?? .absent
  }
}

/// Every name that a template may use. A template that uses another is told so, with the nearest of these.
enum Name: String, Sendable, CaseIterable {
  // The page and the site around it.
  case language, title, heading, summary, body, style, organisation, siteTitle, siteEmail, homeHref
  case accessibility, feed, logo, favicon, licence, phase, tag, footer
  case frameLanguage, titleLanguage, textLanguage
  case breadcrumb, navigation, isCurrent, isTrial, previous, next, pack
  // Links and lists of them.
  case href, label, links, items
  // A tender.
  case tender, reference, buyer, stage, stageMark, isOpen, deadline, deadlineISO, deadlineFirst, contact, role, email
  case phone, phoneHref, access, facts, term, value, detail, timetable, isDeadline, iso, criteria, weight, share, parts
  case letter, submission, groups, id, tenders, features, isNot
  case news, downloads
  // The glossary.
  case words, terms, also, avoid, source, guidance, uses
}

extension View: MustacheParent {
  func child(named name: String) -> Any? {
    guard case .record(let values) = self, let name = Name(rawValue: name) else { return nil }
    return values[name]?.mustacheValue
  }

  /// As the template engine wants to meet it.
  private var mustacheValue: Any {
    switch self {
    case .text(let text), .html(let text): text
    case .flag(let flag): flag
    case .list(let items): items.map(\.mustacheValue)
    case .record: self
    case .absent: Absent()
    }
  }
}

/// Nothing: prints nothing, and no section of it is shown.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

/// The view of a whole page. It answers last, so a name that comes down to it and has no answer has none anywhere.
final class RootView: MustacheParent {
  private let view: View
  private(set) var misses: Set<String> = []

  init(_ view: View) { self.view = view }

  func child(named name: String) -> Any? {
    if let value = view.child(named: name) { return value }
    misses.insert(name)
    return nil
  }
}
