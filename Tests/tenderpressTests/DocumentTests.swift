import Archives
import Foundation
import TestSupport
import Testing

/// The files of a pack beside its pages, made by the real program.
struct DocumentTests {
  private let folder = "site/tenders/day-service"

  @Test func `a pack's archive holds an offline copy in which every link lands`() async throws {
    let workplace = try Workplace(pack: "sound")
    #expect(try await workplace.run("build", "--only", "html,xlsx,zip").code == 0)
    try workplace.unpack("\(folder)/pack.zip", into: "unpacked")
    let pages = try workplace.snapshot("unpacked/day-service/pages")
    #expect(pages["tenders/day-service/index.html"] != nil)
    #expect(pages["404.html"] == nil)
    #expect(workplace.exists("unpacked/day-service/6-impact-map.xlsx"))
    for (path, bytes) in pages where path.hasSuffix(".html") {
      for address in String(decoding: bytes, as: UTF8.self).relativeAddresses {
        let file = URL(fileURLWithPath: "/day-service/pages/\(path)").deletingLastPathComponent()
          .appending(path: address).standardized.path
        #expect(workplace.exists("unpacked" + file), "\(path) links to \(address)")
      }
    }
  }

  @Test func `after a change of one word only what holds it is made again`() async throws {
    let workplace = try Workplace(pack: "sound")
    #expect(try await workplace.run("build").code == 0)
    let before = try workplace.snapshot("site")
    let contract = try workplace.read("content/tenders/day-service/contract.md")
    try workplace.write(contract + "\nSomething was added here.\n", to: "content/tenders/day-service/contract.md")
    #expect(try await workplace.run("build").code == 0)
    let after = try workplace.snapshot("site")
    let changed = Set(after.keys.filter { $0.hasSuffix(".pdf") && after[$0] != before[$0] })
    #expect(
      changed
        == ["4-contract", "9-whole-pack"].reduce(into: []) {
          $0.insert("tenders/day-service/documents/\($1).pdf")
        })
  }

  @Test func `what is for the council alone is in no place that is published`() async throws {
    let workplace = try Workplace(pack: "sound")
    #expect(try await workplace.run("build", "--only", "html,xlsx,zip").code == 0)
    #expect(workplace.exists("private/day-service/scoring-workbook.xlsx"))
    #expect(try workplace.read("private/.gitignore") == "*\n")
    #expect(try workplace.snapshot("site").keys.filter { $0.contains("scoring-workbook") }.isEmpty)
    try workplace.unpack("\(folder)/pack.zip", into: "unpacked")
    #expect(try workplace.snapshot("unpacked").keys.filter { $0.contains("scoring-workbook") }.isEmpty)
  }

  @Test func `what is left out of a build stays, and stays listed`() async throws {
    let workplace = try Workplace(pack: "sound")
    try await workplace.run("build", "--only", "html,xlsx")
    let before = try workplace.snapshot(folder)
    #expect(try await workplace.buildPages().errors.hasPrefix("site: 0 written, "))
    #expect(try workplace.snapshot(folder) == before)
    #expect(try workplace.read("\(folder)/documents/index.html").contains("6-impact-map.xlsx"))
  }

  @Test func `what was never made is not listed`() async throws {
    let workplace = try Workplace(pack: "sound")
    try await workplace.buildPages()
    #expect(try !workplace.read("\(folder)/documents/index.html").contains(".xlsx"))
    #expect(try !workplace.read("\(folder)/index.html").contains("pack.zip"))
  }

  @Test func `a drawing is in documents as it is on pages, without what was left out`() async throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.write(
      "<svg width=\"9\" height=\"9\"><script>alert(1)</script><path d=\"M1 1h5v5z\"/></svg>",
      to: "content/tenders/day-service/map.svg")
    try workplace.append("\n![The way to the door](map.svg)\n", to: "content/tenders/day-service/contract.md")
    #expect(try await workplace.run("build", "--only", "html,odt,docx", "--drafts", "--quiet").code == 0)
    var drawings: [String] = []
    for (path, bytes) in try workplace.snapshot("site").merging(workplace.snapshot("private"), uniquingKeysWith: { $1 })
    {
      if path.hasSuffix(".svg"), path.contains("map.") { drawings.append(String(decoding: bytes, as: UTF8.self)) }
      guard path.hasSuffix(".odt") || path.hasSuffix(".docx") else { continue }
      drawings += try Archive(reading: Array(bytes)).entries.filter { $0.name.hasSuffix(".svg") }
        .map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(drawings.count > 2)
    for drawing in drawings { #expect(!drawing.contains("alert") && drawing.contains("M1 1h5v5z")) }
  }

  @Test func `a picture that no document can print stops the build at its line`() async throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.write(Data("no picture".utf8), to: "content/tenders/day-service/map.png")
    try workplace.append("\n![The way to the door](map.png)\n", to: "content/tenders/day-service/contract.md")
    let run = try await workplace.run("build", "--format", "json")
    #expect(run.code == 1)
    let errors = try run.findings.filter { $0.severity == "error" }
    #expect(errors.map(\.code) == ["D21"])
    #expect(errors.first?.file == "content/tenders/day-service/contract.md")
    #expect(!workplace.exists("site/index.html"))
    #expect(!workplace.exists("private/day-service"))
  }

  @Test func `a sign that no font has is said at its line, and nothing is dropped`() async throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.append("\nCome and sing \u{1F3B6} with us.\n", to: "content/tenders/day-service/contract.md")
    let run = try await workplace.run("build", "--format", "json")
    #expect(run.code == 0)
    #expect(try run.findings.map(\.code).contains("D22"))
    let pdf = try workplace.disk.read("\(folder)/documents/4-contract.pdf")
    let words = try Tool.output("pdftotext", ["in.pdf", "-"], reading: ["in.pdf": pdf])
    #expect(words.replacing(/\s+/, with: " ").contains("Come and sing [multiple musical notes] with us."))
  }

  @Test func `a machine without the typesetter says so before anything is written`() async throws {
    let workplace = try Workplace(pack: "sound")
    let run = try await workplace.run("build", environment: ["TENDERPRESS_ENGINES": "nowhere"])
    #expect(run.code == 2)
    #expect(run.errors.contains("--only html"))
    #expect(!workplace.exists("site"))
    #expect(!workplace.exists("private"))
  }

  @Test func `a list of checksums leads nowhere outside its folder`() async throws {
    let workplace = try Workplace([:])
    try workplace.write("mine", to: "secret.txt")
    let sum = String(repeating: "0", count: 64)
    try workplace.write("\(sum)  ../secret.txt\n\(sum)  /etc/hostname\n", to: "pack/SHA256SUMS")
    let run = try await workplace.run("verify", "pack")
    #expect(run.code == 1)
    #expect(run.output == "REFUSED    ../secret.txt\nREFUSED    /etc/hostname\n")
    #expect(try await workplace.run("verify", "secret.txt").code == 2)
    #expect(try await workplace.run("verify", "nothing").code == 2)
    for list in ["", "nonsense\n", "\(sum)  a.txt\nnonsense\n"] {
      try workplace.write(list, to: "pack/SHA256SUMS")
      #expect(try await workplace.run("verify", "pack").code == 2)
    }
    try workplace.write("\(sum)  pipe\n\(sum)  ../\u{301}z\n\(sum)  link\n", to: "pack/SHA256SUMS")
    try workplace.disk.pipe("pack/pipe")
    try workplace.write("z", to: "\u{301}z")
    try workplace.link("pack/link", to: "../secret.txt")
    #expect(try await workplace.run("verify", "pack").output.matches(of: /REFUSED/).count == 3)
  }

  @Test func `the place of publication may be given when the site is built`() async throws {
    let workplace = try Workplace(pack: "sound")
    try await workplace.buildPages("--base-url", "https://tenders.example.org/council")
    #expect(try workplace.read("site/sitemap.xml").contains("<loc>https://tenders.example.org/council/</loc>"))
    #expect(try await workplace.buildPages("--base-url", "tenders.example.org").code == 2)
    #expect(try await workplace.run("build", "--only", "html,doc").code == 2)
  }
}

extension String {
  /// What the page's links and pictures lead to on the same disk, without fragments.
  fileprivate var relativeAddresses: [String] {
    matches(of: /(?:href|src)="([^"#]+)/).map { String($0.output.1) }
      .filter { $0.firstMatch(of: /^[a-z]+:/) == nil }.compactMap(\.removingPercentEncoding)
  }
}
