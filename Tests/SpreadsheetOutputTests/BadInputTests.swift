import Diagnostics
import Foundation
import FoundationXML
import SpreadsheetOutput
import Tenders
import TestSupport
import Testing

/// What people write, and what somebody may write on purpose.
struct BadInputTests {
  static let formulas = [
    "=HYPERLINK(\"http://evil.example\",\"Click\")", "+1", "-1", "@x", "=cmd|' /C calc'!A0", "\t=1",
  ]

  /// A small tender in which every text is `words`; a question to a scale, a matrix and an outcome.
  func tender(_ words: String, stage: String = "open", lines: String = "", scale: Bool = true) throws -> Tender {
    let text = words.yaml
    return try Read.tender(
      "t",
      [
        "site.yml": "title: Site\norganisation: Council\n",
        "outcomes/o.md":
          "---\ntitle: \(text)\nlevel: service\nindicators:\n  - {id: i, text: \(text), measure: \(text), by: \(text)}\n---\nText\n",
        "scales/s.md":
          "---\ntitle: \(text)\nlevels:\n  - {score: 1, title: \(text), descriptor: \(text)}\n  - {score: 0, title: None}\n---\n",
        "matrices/m.md":
          "---\ntitle: \(text)\ncolumns: [\(text), \(text)]\nrows:\n  - {principle: \(text), question: \(text), levels: [\(text), \(text)]}\n---\n",
        "tenders/t/questions/q.md":
          "---\ntitle: \(text)\ncriterion: quality\n\(stage == "draft" ? "" : "weight: 60\n")\(scale ? "scale: s\n" : "")matrix: m\nminimum: 1\n---\nText\n",
        "tenders/t/tender.md": """
        ---
        title: \(text)
        reference: \(text)
        buyer: \(text)
        contact: {role: \(text), email: a@b.example, access: \(text)}
        stage: \(stage)
        outcomes: [o]
        criteria:
          - {id: quality, title: \(text), kind: quality\(stage == "draft" ? "" : ", weight: 60")}
          - {id: price, title: \(text), kind: price\(stage == "draft" ? "" : ", weight: 40")}
        gates:
          - {id: g, title: \(text), asks: \(text), consequence: \(text)}
        price:
          formula: lowest-over-bid
          basis: \(text)
          schedule:
            - {line: \(text), unit: \(text), quantity: 2}
        evaluators:
          - {role: \(text), lived-experience: yes}
          - {role: \(text)}
        \(lines)
        ---
        Text
        """,
      ])
  }

  func workbooks(_ tender: Tender, _ findings: inout [Diagnostic]) -> [String: Workbook] {
    [
      "map": ImpactMapWorkbook(tender).workbook(findings: &findings),
      "price": PriceWorkbook(tender).workbook(findings: &findings),
      "scoring": ScoringWorkbook(tender).workbook(findings: &findings),
    ]
  }

  @Test(arguments: formulas) func `what looks like a formula stays text`(_ words: String) throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    for (name, workbook) in workbooks(try tender(words), &findings) {
      _ = try office.write(workbook, name)
      let parts = try office.parts(name)
      for (part, xml) in parts {
        for match in xml.matches(of: #/<f>([^<]*)<\/f>/#) {
          // A role is part of its sheet's name, which stands in quotation marks.
          let formula = match.1.replacing(#/'[^']*'/#, with: "")
          #expect(!formula.contains("HYPERLINK") && !formula.contains("calc") && !formula.contains("@x"), "\(part)")
        }
      }
      let count = workbook.texts.count { $0 == words }
      #expect(count > 1, "\(name)")
    }
  }

  @Test(arguments: [
    "\"Quotes\" & 'marks' <b>bold</b> ]]> &amp;", "First\nsecond\r\nthird", "A\u{1}B\u{B}C\u{1F}D\u{FFFE}E",
    "_x0041_ and _x000D_",
    "عربي Cymraeg ŵ 日本 👩‍👩‍👧 \u{202E}turned", "&P &F &\"Wingdings\"", "   ", "[]:*?/\\'", "History", "''", "{{value}}",
  ])
  func `any text makes a file that opens and says it`(_ words: String) throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    for (name, workbook) in workbooks(try tender(words), &findings) {
      _ = try office.write(workbook, name)
      let parts = try office.parts(name)
      #expect(parts.count > 8)
      for (part, xml) in parts {
        let parser = XMLParser(data: Data(xml.utf8))
        #expect(parser.parse(), "\(part): \(parser.parserError.map { "\($0)" } ?? "")")
      }
    }
  }

  @Test func `a text that is too long for a cell is said, and goes on visibly`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let words = String(repeating: "A word 😀 ", count: 5_000)
    let workbook = ImpactMapWorkbook(try tender(words)).workbook(findings: &findings)
    #expect(!findings.isEmpty && findings.allSatisfy { $0.code.id == "D30" && $0.severity == .warning })
    let long = workbook.texts.filter { $0.utf16.count > 30_000 }
    #expect(long.allSatisfy { $0.utf16.count <= 32_767 && $0.hasSuffix("Read it in the pack.)") } && !long.isEmpty)
    _ = try office.write(workbook)
  }

  @Test func `forty columns fit`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let columns = (1...40).map { "Column \($0)" }.joined(separator: ", ")
    let tender = try Read.tender(
      "young-people", in: "Tests/tenderpressTests/Packs/two-lots",
      changing: [
        "matrices/co-production.md": { _ in
          "---\ntitle: Wide\ncolumns: [\(columns)]\nrows:\n  - {principle: One, levels: [\(columns)]}\n---\n"
        }
      ])
    let workbook = ScoringWorkbook(tender).workbook(findings: &findings)
    #expect(workbook.sheet("Wide")?.columns.count == 41)
    _ = try office.write(workbook)
    #expect(try office.parts().values.contains { $0.contains("'Wide'!$B$3:$AO$3") })
  }

  @Test func `sheets have names that Excel takes, each its own`() {
    var names = SheetNames()
    let wishes = [
      "", "'", "History", "history", "[]:*?/\\", "a/b", "a b", "A B", "'quoted'", String(repeating: "x", count: 200),
      String(repeating: "word ", count: 40), String(repeating: "👩‍👩‍👧", count: 20), "line\nbreak", "tab\tand\u{0}null",
      "\u{202E}x",
      "Read me", "Read me", "Read me",
    ]
    let made = wishes.map { names.name($0) }
    #expect(Set(made.map { $0.lowercased() }).count == made.count)
    for name in made {
      #expect((1...31).contains(name.utf16.count))
      #expect(!name.contains { "[]:*?/\\\n\t\0".contains($0) })
      #expect(!name.hasPrefix("'") && !name.hasSuffix("'") && name.lowercased() != "history")
    }
    #expect(made[5] == "a b" && made[15] == "Read me" && made[16] == "Read me (2)")
  }

  @Test func `a draft without weights, evaluators or a scale has its workbooks`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let draft = try tender("Words", stage: "draft", scale: false)
    for (name, workbook) in workbooks(draft, &findings) { _ = try office.write(workbook.filledIn().calculated(), name) }
    let scoring = ScoringWorkbook(draft).workbook(findings: &findings)
    #expect(scoring.texts.contains { $0 == "Not written yet" })
    #expect(scoring.texts.contains { $0.contains("names no scale") })
    let bare = try Read.tender(
      "t", ["site.yml": "title: S\norganisation: C\n", "tenders/t/tender.md": "---\nstage: draft\n---\n"])
    for (name, workbook) in workbooks(bare, &findings) {
      _ = try office.write(workbook.filledIn().calculated(), "bare-\(name)")
    }
    let names = ScoringWorkbook(bare).workbook(findings: &findings).sheets.map(\.name)
    #expect(
      names == [
        "Read me", "Bidders", "Scales", "1 Evaluator 1", "2 Evaluator 2", "3 Evaluator 3", "Moderation", "Points",
      ])
    #expect(findings.isEmpty)
  }

  @Test func `a quantity and a rounding that nobody can reckon with are findings`() throws {
    var findings: [Diagnostic] = []
    let tender = try Read.tender(
      "young-people", in: "Tests/tenderpressTests/Packs/two-lots",
      changing: [
        "tenders/young-people/tender.md": {
          $0.replacing("To two decimal places, at the end", with: "As usual").replacing(
            "quantity: 3", with: "quantity: about 30")
        }
      ])
    let price = PriceWorkbook(tender).workbook(findings: &findings)
    #expect(findings.map(\.code.id) == Array(repeating: "D32", count: 5))
    let row = try #require(price.row("Staff", on: "Price North Testham"))
    #expect(price.sheet("Price North Testham")?.rows[row][2].style.isInput == true)
    findings = []
    _ = ScoringWorkbook(tender).workbook(findings: &findings)
    #expect(findings.map(\.code.id) == ["D31"])
  }

  @Test func `three hundred gates and five hundred questions make a file that opens`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let gates = (1...300).map { "  - {id: g\($0), title: Gate \($0)}" }.joined(separator: "\n")
    var texts = [
      "site.yml": "title: S\norganisation: C\n",
      "tenders/t/tender.md":
        "---\nstage: draft\ncriteria:\n  - {id: c, title: C, kind: quality, weight: 100}\ngates:\n\(gates)\n---\n",
    ]
    for number in 1...500 {
      texts["tenders/t/questions/q\(number).md"] = "---\ncriterion: c\nweight: 0.2\nminimum: 0.1\n---\nText\n"
    }
    let workbook = ScoringWorkbook(try Read.tender("t", texts)).workbook(findings: &findings)
    #expect(!findings.isEmpty && findings.allSatisfy { $0.code.id == "D33" })
    #expect(workbook.texts.contains("Too much to work out in one cell"))
    _ = try office.write(workbook)
    for xml in try office.parts().values {
      for match in xml.matches(of: #/<f>([^<]*)<\/f>/#) { #expect(match.1.utf16.count <= 8192) }
    }
  }

  @Test func `nothing can be typed into but inputs, and reasons have room`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let workbook = ScoringWorkbook(try Read.example()).workbook(findings: &findings)
    _ = try office.write(workbook)
    let parts = try office.parts()
    let sheets = parts.filter { $0.key.hasPrefix("xl/worksheets/sheet") }
    #expect(sheets.count == workbook.sheets.count)
    for (name, xml) in sheets {
      #expect(xml.contains("<sheetProtection sheet=\"1\""), "\(name)")
      #expect(!xml.contains("password"), "\(name)")
    }
    #expect(
      parts["xl/styles.xml"]?.matches(of: #/<protection locked="0"\/>/#).count
        == CellStyle.allCases.count(where: \.isInput))
  }
}

extension String {
  /// As a double-quoted scalar.
  fileprivate var yaml: String {
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE: "\\u" + String(format: "%04x", scalar.value)
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
