internal import Diagnostics
package import Tenders

/// A tender's dates as a calendar file (RFC 5545), so that people can put them beside their own.
package struct Calendar {
  private let tender: Tender
  private let host: String

  package init(_ tender: Tender, site: Site) {
    self.tender = tender
    host = site.baseURL?.value.split(separator: "/").dropFirst().first.map(String.init) ?? "tenderpress.invalid"
  }

  package var text: String {
    // The clock is nobody's business here: the stamp is the day of publication.
    let stamp =
      (tender.date(.issued) ?? tender.date(.deadline)).map { $0.day.compact + "T000000Z" } ?? "20200101T000000Z"
    let events = Timetable(tender).entries.enumerated().map { index, entry in
      ["BEGIN:VEVENT", "UID:\(tender.id)-\(entry.key.rawValue)-\(index)@\(host)", "DTSTAMP:\(stamp)"]
        + entry.moment.calendarLines
        + ["SUMMARY:\("\(tender.title): \(entry.title)".calendarEscaped)", "END:VEVENT"]
    }
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tenderpress//EN"] + events.flatMap(\.self) + ["END:VCALENDAR"]
    return lines.map { $0.folded + "\r\n" }.joined()
  }
}

extension Moment {
  /// A day as a day; a time in Greenwich time, which needs no table of zones.
  fileprivate var calendarLines: [String] {
    guard let utc = inGreenwich else { return ["DTSTART;VALUE=DATE:\(day.compact)"] }
    return ["DTSTART:\(utc)", "DTEND:\(utc)"]
  }
}

extension Day {
  fileprivate var compact: String { iso.filter { $0 != "-" } }
}

extension String {
  fileprivate var calendarEscaped: String {
    var result = String.UnicodeScalarView()
    for scalar in replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: "\\".unicodeScalars + [scalar])
      case "\n", "\r": result.append(contentsOf: "\\n".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
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
