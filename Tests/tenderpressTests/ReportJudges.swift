import TestSupport
import Testing

/// Reports on checks, opened by a word processor.
struct ReportJudges {
  @Test func `word processors open the report, and find in it what the page says`() async throws {
    let workplace = try Workplace(
      pack: "sound",
      changing: [
        "content/tenders/day-service/tender.md": ReportTests.faulty
      ])
    try await workplace.run("build", "--drafts", "--only", "odt,docx")
    for ending in ["odt", "docx"] {
      let report = try workplace.disk.read("private/checks/day-service/report.\(ending)")
      let words = try Tool.output(
        "sh",
        [
          "-c",
          """
          soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to pdf report.\(ending) >/dev/null
          pdftotext report.pdf - && rm -r profile
          """,
        ], reading: ["report.\(ending)": report]
      ).replacing(#/\s+/#, with: " ")
      for expected in [
        "What the checks found", "Price counts for 45%", "This is not legal advice", "Checked against rule W02",
        "For a person to judge.", "Nobody says what can be paid",
      ] {
        #expect(words.contains(expected), "\(ending): \(expected)")
      }
    }
  }
}
