internal import Diagnostics
internal import Escaping
internal import Planning
package import Tenders

/// A tender's dates as a calendar file (RFC 5545), so that people can put them beside their own.
///
/// Each event has a name that stays when it moves to another day or others come before it: a calendar that reads the file
/// again moves its own entry, and makes no second one.
package struct Calendar {
  private let tender: Tender
  private let host: String
  private let page: String?

  package init(_ tender: Tender, site: Site) {
    self.tender = tender
    host = site.baseURL?.value.split(separator: "/").dropFirst().first.map(String.init) ?? "tenderpress.invalid"
    page = site.webAddress(of: .page("tenders/\(tender.id)/timetable"))
  }

  package var text: String {
    // The clock is nobody's business here: what is said was last said when the pack was last published.
    let day = tender.version.day ?? tender.date(.deadline)?.day
    let stamp = day.map { $0.compact + "T000000Z" } ?? "20200101T000000Z"
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tenderpress//EN"]
      + events.flatMap { properties(of: $0, stamp: stamp) } + ["END:VCALENDAR"]
    return lines.map { $0.folded + "\r\n" }.joined()
  }

  private func properties(of event: CalendarEvent, stamp: String) -> [String] {
    let words: [(String, String?)] = [
      ("SUMMARY", "\(tender.title): \(event.title)"), ("LOCATION", event.location), ("DESCRIPTION", event.audience),
    ]
    return [
      "BEGIN:VEVENT", "UID:\(tender.id).\(event.id)@\(host)", "DTSTAMP:\(stamp)", "LAST-MODIFIED:\(stamp)",
      "SEQUENCE:\(tender.amendments.count)",
    ] + event.times + words.compactMap { name, words in words.map { "\(name):\($0.calendarText)" } }
      + (page.map { ["URL:\($0)"] } ?? []) + ["END:VEVENT"]
  }

  // MARK: What is in it

  private var events: [CalendarEvent] {
    var names = EventNames()
    let points = breakPoints(tender.breakPoints(in: tender.contract), in: nil)
    return [dates, stages, meetings, points, lots].joined().compactMap { names.name($0) }
  }

  private var dates: [CalendarEvent] { Timetable(tender).entries.map { CalendarEvent($0, in: nil) } }

  private var stages: [CalendarEvent] {
    tender.facts.stages.items.compactMap { stage in
      guard let id = stage.id.value, let deadline = stage.deadline.value else { return nil }
      return CalendarEvent(["stages.\(id).deadline"], "\(stage.title.value ?? id): deadline", from: deadline)
    }
  }

  /// The first of a name keeps it when another is added later; of those at one time, the one that is written first.
  private var meetings: [CalendarEvent] {
    let meetings = tender.facts.events.items.compactMap { meeting -> CalendarEvent? in
      guard let title = meeting.title.value, let from = meeting.from.value else { return nil }
      let name = "events.\(title.namePart)"
      var event = CalendarEvent(
        [name, "\(name).\(from.day.iso)", "\(name).\(from.compact)", "\(name).\(from.compact).\(place(of: meeting))"],
        title, from: from, to: meeting.to.value)
      event.location = meeting.place.value
      event.audience = meeting.audience.value.map { "For: \($0)" }
      return event
    }
    return meetings.sorted { $0.from.isBefore($1.from) }
  }

  private func place(of meeting: EventFacts) -> String {
    (meeting.place.value ?? meeting.audience.value ?? "").namePart
  }

  private func breakPoints(_ points: [BreakPoint], in lot: Lot?) -> [CalendarEvent] {
    points.compactMap { point in
      guard let moment = point.moment else { return nil }
      let what = (point.facts.what.value ?? "").namePart
      let name = point.facts.month.value.map { "break-points.month-\($0)" } ?? "break-points.\(what)"
      return CalendarEvent(
        [name, "\(name).\(what)", "\(name).\(moment.compact)"], point.title, from: moment, in: lot)
    }
  }

  /// What is on another day for a lot than for the tender.
  private var lots: [CalendarEvent] {
    tender.lots.flatMap { lot in
      Timetable(own: lot, of: tender).entries.map { CalendarEvent($0, in: lot) }
        + breakPoints(tender.breakPoints(own: lot), in: lot)
    }
  }
}

/// Something in a calendar.
private struct CalendarEvent {
  /// What it can be called, the best first: without what may change, and with it where others are called the same.
  let names: [String]
  let title: String
  let from: Moment
  let to: Moment?
  var location: String?
  var audience: String?
  var id = ""

  init(_ names: [String], _ title: String, from: Moment, to: Moment? = nil, in lot: Lot? = nil) {
    self.names = names.map { name in lot.map { "lots.\($0.id).\(name)" } ?? name }
    self.title = lot.map { "\($0.title): \(title)" } ?? title
    (self.from, self.to) = (from, to)
  }

  /// Meetings are several, and each is named by its day.
  init(_ entry: Timetable.Entry, in lot: Lot?) {
    let name = entry.key.rawValue
    let names =
      entry.key == .interviews ? ["\(name).\(entry.moment.day.iso)", "\(name).\(entry.moment.compact)"] : [name]
    self.init(names, entry.title, from: entry.moment, in: lot)
  }

  /// A day as a day; a time in Greenwich time, which needs no table of zones. A moment has no end: an event without one
  /// ends when it begins, and a day ends with it.
  var times: [String] {
    guard let start = from.inGreenwich else {
      let end = to.flatMap { $0.day > from.day ? $0.day.moved(by: 1) : nil }
      return ["DTSTART;VALUE=DATE:\(from.day.compact)"] + (end.map { ["DTEND;VALUE=DATE:\($0.compact)"] } ?? [])
    }
    // What ends on a day ends with that day.
    let end = to.flatMap { $0.minutes == nil ? $0.day.moved(by: 1).flatMap { Moment("\($0.iso)T00:00") } : $0 }
    let isLater = end.map { from.isBefore($0) } ?? false
    return ["DTSTART:\(start)"] + (isLater ? end?.inGreenwich.map { ["DTEND:\($0)"] } ?? [] : [])
  }
}

/// Names that have been given.
private struct EventNames {
  private var given: Set<String> = []

  /// The event by the first of its names that no other has; nil for one that is there already.
  mutating func name(_ event: CalendarEvent) -> CalendarEvent? {
    guard let id = event.names.first(where: { !given.contains($0) }) else { return nil }
    given.insert(id)
    var event = event
    event.id = id
    return event
  }
}

extension Day {
  fileprivate var compact: String { iso.filter { $0 != "-" } }
}

extension Moment {
  fileprivate var compact: String { inGreenwich ?? day.compact }
}

extension String {
  /// The letters and digits of a text, for a name.
  fileprivate var namePart: String {
    lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }

  /// Lines of at most 75 bytes, each but the first begun with a blank, never cut inside a character.
  fileprivate var folded: String {
    var result = ""
    var count = 0
    for scalar in unicodeScalars {
      let size = UTF8.width(scalar)
      if count + size > 74 {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += size
    }
    return result
  }
}
