import DataOutput
import Diagnostics
import Foundation
import Planning
import Tenders
import TestSupport
import Testing

struct PackJSONTests {
  /// pack.json as text, with what is known of one document.
  private func text(_ id: String, _ texts: [String: String], sized: Bool = false) throws -> String {
    var findings: [Diagnostic] = []
    let model = Read.model(texts)
    var plan = Plan.make(model, assets: [], style: Address("style.css"), drafts: true, findings: &findings)
    if sized {
      let facts = FileFacts(size: 1234, pages: nil, sha256: String(repeating: "0a", count: 32))
      plan = plan.with(facts: plan.artefacts.reduce(into: [:]) { $0[$1.address] = facts })
    }
    let tender = try #require(model.tender(id))
    return PackJSON(tender, model: model, plan: plan).text
  }

  private func pack(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `it holds what the tender says under the author's keys`() throws {
    let text = try text("mental-health-day-service", try Read.texts(in: "content"), sized: true)
    let pack = try pack(text)
    #expect(pack["id"] as? String == "mental-health-day-service")
    #expect((pack["dates"] as? [String: Any])?["deadline"] as? String == "2027-02-19T12:00Z")
    #expect((pack["value"] as? [String: Any])?["per-year"] as? Int == 450_000)
    let questions = try #require(pack["questions"] as? [[String: Any]])
    #expect(
      questions.count == 10 && questions[7]["id"] as? String == "who-decides" && questions[7]["number"] as? Int == 8)
    #expect((questions[7]["text"] as? String)?.contains("who will decide about money") == true)
    let outcomes = try #require(pack["outcomes"] as? [[String: Any]])
    #expect(outcomes.count == 10 && outcomes[0]["baseline"] != nil && outcomes[0]["proxies"] != nil)
    #expect((outcomes[0]["text"] as? String)?.contains("what keeping well means to them") == true)
    #expect((pack["glossary"] as? [[String: Any]])?.contains { $0["term"] as? String == "Outcome" } == true)
    let documents = try #require(pack["documents"] as? [[String: Any]])
    #expect(documents.contains { $0["name"] as? String == "6-impact-map.xlsx" && $0["size"] as? Int == 1234 })
    #expect(!documents.contains { ($0["name"] as? String)?.hasPrefix("scoring-workbook") == true })
    #expect((pack["text"] as? String)?.contains("noon on Friday 19 February 2027") == true)
  }

  @Test func `numbers are exact, and keys stand in the order of the schema`() throws {
    var texts = try Read.texts(in: Read.packs + "/two-lots")
    let path = "tenders/young-people/tender.md"
    texts[path] = texts[path]?.replacing("per-year: 220000", with: "per-year: 220000.10").replacing(
      "title: Support for young people\nsummary:", with: "summary:"
    ).replacing("stage: open\n", with: "stage: open\ntitle: Support\n").replacing("weight: 35", with: "weight: 33.3333")
    let text = try text("young-people", texts)
    #expect(text.contains("\"per-year\": 220000.10"))
    #expect(text.contains("\"weight\": 33.3333"))
    #expect(text.hasPrefix("{\n  \"id\": \"young-people\",\n  \"title\": \"Support\",\n  \"reference\": \"0417\",\n"))
    let lots = try #require(try pack(text)["lots"] as? [[String: Any]])
    #expect(lots.map { $0["title"] as? String } == ["North Testham", "South Testham"])
    // What a lot does not say, the tender says for it; of the dates, each by itself.
    #expect((lots[0]["criteria"] as? [Any])?.count == 3)
    func dates(_ lot: [String: Any]) -> [String: Any] { lot["dates"] as? [String: Any] ?? [:] }
    #expect(dates(lots[0])["deadline"] as? String == "2027-04-23T12:00+01:00")
    #expect(dates(lots[1])["deadline"] as? String == "2027-04-30T12:00+01:00")
    #expect(dates(lots[1])["issued"] as? String == "2027-01-11" && dates(lots[1])["start"] as? String == "2027-10-01")
    let terms = lots.map { ($0["term"] as? [String: Any])?["extensions"] as? [Int] }
    #expect(terms == [[24], [12]])
    let lines = lots.map { (($0["price"] as? [String: Any])?["schedule"] as? [Any])?.count }
    #expect(lines == [3, 2])
  }

  @Test func `what is the council's own business stays out`() throws {
    var texts = try Read.texts(in: "content")
    let path = "tenders/mental-health-day-service/tender.md"
    texts[path] = texts[path]?.replacing(
      "tupe: applies\n",
      with:
        "tupe: applies\nowner: secret-owner\naccepts:\n  - {rule: W01, value: x, reason: secret-reason, by: Lead, date: 2026-01-01}\n"
    )
    texts["outcomes/keeping-well.md"] = texts["outcomes/keeping-well.md"]?.replacing(
      "consent: true", with: "consent: false")
    let text = try text("mental-health-day-service", texts)
    #expect(!text.contains("secret-") && !text.contains("I can tell when a bad week is coming"))
  }

  @Test func `hostile texts are still JSON`() throws {
    let words = "Quote \\\" slash \\\\ \\u0001 \\u2028 </script> ŵ 😀"
    let text = try text(
      "t",
      [
        "site.yml": "title: S\norganisation: C\n",
        "tenders/t/tender.md": "---\nstage: draft\ntitle: \"\(words)\"\nextra: {z: 1, a: [x, {y: n}]}\n---\n\(words)\n",
      ])
    #expect((try pack(text)["title"] as? String)?.hasPrefix("Quote \" slash \\  \u{2028} </script> ŵ 😀") == true)
    #expect(text.contains("\"extra\": {\n    \"z\": \"1\",\n    \"a\": [\n"))
  }

  @Test func `a text is its words, and what has none leaves no gap`() throws {
    let words = "Why?\n\n***\n\n- one\n- two\n\n![](a.png)\n\nEnd."
    let pack = try pack(
      text(
        "t", ["site.yml": "title: S\norganisation: C\n", "tenders/t/tender.md": "---\nstage: draft\n---\n\(words)\n"]))
    #expect(pack["text"] as? String == "Why?\n\n- one\n- two\n\nEnd.")
  }

  @Test(arguments: [
    ("mental-health-day-service", "content"), ("young-people", Read.packs + "/two-lots"),
    ("advice", Read.packs + "/awarded"), ("transport", Read.packs + "/awarded"),
  ])
  func `every pack is what its schema says`(_ id: String, _ folder: String) throws {
    let schema = try pack(PackSchema().text)
    let pack = try pack(try text(id, try Read.texts(in: folder), sized: true))
    #expect(Schema(schema).faults(in: pack) == [])
  }

  @Test func `the schema finds what is wrong`() throws {
    let schema = Schema(try pack(PackSchema().text))
    var pack = try pack(try text("young-people", try Read.texts(in: Read.packs + "/two-lots")))
    pack["stage"] = "opened"
    pack["value"] = ["total": "660000"]
    pack["made-up"] = 1
    pack["questions"] = nil
    #expect(
      schema.faults(in: pack).sorted() == [
        "made-up: not a key", "questions: missing", "stage: not one of the words", "value/total: not a number",
      ])
  }
}

/// As much of JSON Schema as ours uses.
private struct Schema {
  let node: [String: Any]

  init(_ node: [String: Any]) { self.node = node }

  func faults(in value: Any, at path: String = "") -> [String] {
    func name(_ key: String) -> String { path.isEmpty ? key : "\(path)/\(key)" }
    var faults: [String] = []
    if let words = node["enum"] as? [String], !words.contains(value as? String ?? "") {
      faults.append("\(path): not one of the words")
    }
    if let pattern = node["pattern"] as? String, let text = value as? String {
      if (try? Regex(pattern).firstMatch(in: text)) == nil { faults.append("\(path): not like \(pattern)") }
    }
    switch node["type"] as? String {
    case "string": if !(value is String) { faults.append("\(path): not a string") }
    case "number", "integer": if value is String || !(value is NSNumber) { faults.append("\(path): not a number") }
    case "boolean": if !(value is Bool) { faults.append("\(path): not a flag") }
    case "array":
      guard let items = value as? [Any], let item = node["items"] as? [String: Any] else {
        return ["\(path): not a list"]
      }
      faults += items.enumerated().flatMap { Schema(item).faults(in: $0.element, at: name("\($0.offset)")) }
    case "object":
      guard let members = value as? [String: Any], let properties = node["properties"] as? [String: Any] else {
        return ["\(path): not a group"]
      }
      for key in node["required"] as? [String] ?? [] where members[key] == nil {
        faults.append("\(name(key)): missing")
      }
      for (key, member) in members {
        guard let property = properties[key] as? [String: Any] else {
          faults.append("\(name(key)): not a key")
          continue
        }
        faults += Schema(property).faults(in: member, at: name(key))
      }
    default: break
    }
    return faults
  }
}
