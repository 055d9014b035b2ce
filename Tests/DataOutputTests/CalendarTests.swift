import DataOutput
import Foundation
import Tenders
import TestSupport
import Testing

struct CalendarTests {
  private let pack = Read.packs + "/two-lots"
  private let path = "tenders/young-people/tender.md"

  /// The calendar of two lots, with some words of its tender.md changed.
  private func text(_ changes: [(String, String)] = []) throws -> String {
    var texts = try Read.texts(in: pack)
    for (old, new) in changes {
      let was = try #require(texts[path])
      try #require(was.contains(old))
      texts[path] = was.replacing(old, with: new)
    }
    let model = Read.model(texts)
    return Calendar(try #require(model.tender("young-people")), site: model.site).text
  }

  private func events(_ changes: [(String, String)] = []) throws -> [String: [String: String]] {
    let events = try Self.events(of: text(changes))
    return Dictionary(uniqueKeysWithValues: events.map { ($0["UID"] ?? "", $0) })
  }

  /// The properties of each event, unfolded; a name with its parameters.
  private static func events(of text: String) -> [[String: String]] {
    let lines = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    return lines.split { $0 == "BEGIN:VEVENT" }.dropFirst().map { event in
      let pairs = event.prefix { $0 != "END:VEVENT" }.map { line in
        line.split(separator: ":", maxSplits: 1).map(String.init)
      }
      return Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { "\($0) and \($1)" }
    }
  }

  @Test func `it is what RFC 5545 asks for`() throws {
    let text = try text()
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.hasSuffix("\r\nEND:VCALENDAR\r\n"))
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(!text.replacing("\r\n", with: "").contains { $0.isNewline })
    let events = Self.events(of: text)
    #expect(!events.isEmpty && Set(events.map { $0["UID"] }).count == events.count)
    let moment = #/\d{8}T\d{6}Z/#
    for event in events {
      // Once each, and the day of the newest amendment on them all.
      #expect(event["DTSTAMP"] == "20270201T000000Z" && event["LAST-MODIFIED"] == "20270201T000000Z")
      #expect(event["SEQUENCE"] == "1" && event["SUMMARY"]?.isEmpty == false)
      #expect(event["URL"] == "https://tenders.testham.example/tenders/young-people/timetable/")
      if let start = event["DTSTART"] {
        #expect(start.wholeMatch(of: moment) != nil && event["DTSTART;VALUE=DATE"] == nil)
        // An end is of the kind of the beginning, and later.
        if let end = event["DTEND"] { #expect(end.wholeMatch(of: moment) != nil && end > start) }
        #expect(event["DTEND;VALUE=DATE"] == nil)
      } else {
        let start = try #require(event["DTSTART;VALUE=DATE"])
        #expect(start.wholeMatch(of: #/\d{8}/#) != nil && event["DTEND"] == nil)
        if let end = event["DTEND;VALUE=DATE"] { #expect(end > start) }
      }
    }
  }

  @Test func `dates, lots, stages, meetings and break points are in it, by what names them`() throws {
    let events = try events()
    #expect(
      events.keys.map { $0.replacing("young-people.", with: "").replacing("@tenders.testham.example", with: "") }
        .sorted() == [
          "answers-by", "break-points.month-12", "break-points.second-review-activities-and-indicators-may-be-changed",
          "deadline", "decision", "end", "events.meet-young-people-in-the-north",
          "events.online-talk-about-both-lots", "interviews.2027-05-05", "interviews.2027-05-06", "issued",
          "lots.south.break-points.month-12", "lots.south.deadline", "lots.south.end", "lots.south.start",
          "questions-close", "stages.full-bid.deadline", "stages.short-answer.deadline", "standstill-ends", "start",
        ])
    #expect(events["young-people.issued@tenders.testham.example"]?["SUMMARY"]?.hasSuffix("Tender published") == true)
    func event(_ name: String) throws -> [String: String] {
      try #require(events["young-people.\(name)@tenders.testham.example"])
    }
    #expect(try event("deadline")["DTSTART"] == "20270423T110000Z")
    #expect(try event("deadline")["DTEND"] == nil)
    #expect(
      try event("deadline")["SUMMARY"]
        == "Support for young people: Deadline for bids\\, unless your lot has its own")
    #expect(try event("lots.south.deadline")["DTSTART"] == "20270430T110000Z")
    #expect(
      try event("lots.south.deadline")["SUMMARY"] == "Support for young people: South Testham: Deadline for bids")
    // Worked out from the start, of the lot where it has its own.
    #expect(try event("break-points.month-12")["DTSTART;VALUE=DATE"] == "20280901")
    #expect(try event("lots.south.break-points.month-12")["DTSTART;VALUE=DATE"] == "20281001")
    let meeting = try event("events.meet-young-people-in-the-north")
    #expect(meeting["DTSTART"] == "20270120T173000Z" && meeting["DTEND"] == "20270120T190000Z")
    #expect(meeting["LOCATION"] == "Northgate Hall\\, Testham" && meeting["DESCRIPTION"] == "For: Anyone who may bid")
    #expect(try event("stages.short-answer.deadline")["DTSTART"] == "20270226T120000Z")
  }

  @Test func `what moves keeps its name, and so does all the rest when something is added`() throws {
    let names = Set(try events().keys)
    let moved = try events([
      ("questions-close: 2027-02-05T17:00", "questions-close: 2027-02-04"),
      ("    from: 2027-01-20T17:30\n    to: 2027-01-20T19:00\n", "    from: 2027-01-21T17:30\n"),
      ("  - date: 2029-03-01\n", "  - date: 2029-04-01\n"),
    ])
    #expect(Set(moved.keys) == names)
    let more = try events([
      ("interviews: [", "interviews: [2027-05-04, "),
      (
        "events:\n",
        "events:\n  - {title: Meet young people in the north, from: 2027-01-28T17:30}\n  - {title: Walk, from: 2027-01-12}\n"
      ),
      ("break-points:\n", "break-points:\n  - {month: 6, what: A first look}\n"),
    ])
    #expect(Set(more.keys).isSuperset(of: names) && more.count == names.count + 5)
    #expect(
      more["young-people.events.meet-young-people-in-the-north@tenders.testham.example"]?["DTSTART"]
        == "20270120T173000Z")
  }

  @Test(arguments: [
    ("from: 2027-03-01, to: 2027-03-03", ["DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270304"]),
    ("from: 2027-03-01, to: 2027-03-01", ["DTSTART;VALUE=DATE:20270301"]),
    ("from: 2027-03-01", ["DTSTART;VALUE=DATE:20270301"]),
    ("from: 2027-12-31T18:00, to: 2027-12-31", ["DTSTART:20271231T180000Z", "DTEND:20280101T000000Z"]),
    ("from: 2027-06-01T18:00, to: 2027-06-01T17:00", ["DTSTART:20270601T170000Z"]),
    ("from: 2027-06-01T18:00, to: 2027-06-01T18:00", ["DTSTART:20270601T170000Z"]),
    ("from: 2027-03-01, to: 2027-03-02T12:00", ["DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270303"]),
  ])
  func `an end is of the kind of its beginning and comes after it`(_ times: String, _ lines: [String]) throws {
    let model = Read.model([
      "site.yml": "title: S\norganisation: C\n",
      "tenders/t/tender.md": "---\nstage: draft\nevents: [{title: Walk, \(times)}]\n---\n",
    ])
    let text = Calendar(try #require(model.tender("t")), site: model.site).text
    #expect(text.components(separatedBy: "\r\n").filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") } == lines)
    // Nobody knows where the site will be.
    #expect(!text.contains("URL:") && text.contains("UID:t.events.walk@"))
  }

  @Test func `of meetings at one time the first that is written has the plain name`() throws {
    let meetings = ["B", "C", "A"].map { "{title: Walk, from: 2027-03-02, where: \($0)}" }.joined(separator: ", ")
    let model = Read.model([
      "site.yml": "title: S\norganisation: C\n",
      "tenders/t/tender.md":
        "---\nstage: draft\nevents: [\(meetings), {title: Walk, from: 2027-03-01, where: D}]\n---\n",
    ])
    let events = Self.events(of: Calendar(try #require(model.tender("t")), site: model.site).text)
    #expect(events.map { $0["LOCATION"] } == ["D", "B", "C", "A"])
    #expect(
      events.map { $0["UID"] }
        == ["walk", "walk.2027-03-02", "walk.20270302", "walk.20270302.a"].map {
          "t.events.\($0)@tenderpress.invalid"
        })
  }

  @Test func `what authors write cannot begin another line or another value`() throws {
    let words = #"a, b; c \\ d\nBEGIN:VEVENT"#
    let model = Read.model([
      "site.yml": "title: S\norganisation: C\n",
      "tenders/t/tender.md":
        "---\nstage: draft\ntitle: \"\(words)\"\nevents: [{title: Walk, from: 2027-03-01, where: \"\(words)\", for: \"\(words)\"}]\n---\n",
    ])
    let text = Calendar(try #require(model.tender("t")), site: model.site).text.replacing("\r\n ", with: "")
    let lines = text.components(separatedBy: "\r\n")
    let safe = #"a\, b\; c \\ d\nBEGIN:VEVENT"#
    #expect(lines.contains("SUMMARY:\(safe): Walk"), "\(lines)")
    #expect(lines.contains("LOCATION:\(safe)"))
    #expect(lines.contains("DESCRIPTION:For: \(safe)"))
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
  }

  /// A line of 75 bytes stays one, and no sign is cut.
  @Test(arguments: [(0, 1), (1, 2), (73, 2), (74, 3)])
  func `lines are folded at 75 bytes`(more: Int, count: Int) throws {
    // “SUMMARY:” and “: Walk” take 14 bytes.
    let title = String(repeating: "x", count: 60 + more)
    let model = Read.model([
      "site.yml": "title: S\norganisation: C\n",
      "tenders/t/tender.md": "---\nstage: draft\ntitle: \(title)\nevents: [{title: Walk, from: 2027-03-01}]\n---\n",
    ])
    let lines = Calendar(try #require(model.tender("t")), site: model.site).text.components(separatedBy: "\r\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("SUMMARY:") })
    #expect(lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.count == count - 1)
    #expect(
      lines[start...].prefix(count).map { $0.hasPrefix(" ") ? String($0.dropFirst()) : $0 }.joined()
        == "SUMMARY:\(title): Walk")
  }
}
