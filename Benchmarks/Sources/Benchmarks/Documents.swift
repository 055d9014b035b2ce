/// The documents of the example that other programs can make too. The spreadsheets, the data and the archive, which they
/// cannot, are in our time alone.
extension Rivals.Document {
  private static let tender = "mental-health-day-service"

  static let all = pack + guidance

  private static let pack = [
    published("1-invitation", ["", "should-we-bid", "how-to-respond!Response", "timetable", "clarifications"]),
    published(
      "2-specification",
      ["vision", "specification", "outcomes", "quality-characteristics", "insight", "engagement"]),
    published("3-scoring", ["questions", "scoring"]),
    published("4-contract", ["contract", "monitoring"]),
    published(
      "5-response-form", ["how-to-respond#Response", "questions", "impact-map#Map"], formats: ["pdf", "odt", "docx"]),
    published("8-monitoring-form", ["monitoring#Monitoring-form"], formats: ["odt", "docx"]),
    published("9-whole-pack", ["print"]),
    Self(
      ours: "private/\(tender)/review-copy", formats: ["odt", "docx"], pages: ["print"], folder: "tenders/\(tender)"),
  ]

  private static let guidance = ["commissioners", "councillors", "providers"].map { audience in
    Self(ours: "site/guidance/guidance-for-\(audience)", formats: ["pdf"], pages: nil, folder: "guidance/\(audience)")
  }

  private static func published(_ name: String, _ pages: [String], formats: [String] = ["pdf"]) -> Self {
    Self(
      ours: "site/tenders/\(tender)/documents/\(name)", formats: formats, pages: pages, folder: "tenders/\(tender)")
  }
}
