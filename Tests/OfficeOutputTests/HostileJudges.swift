import Testing

@testable import Planning

/// What nobody should write and somebody will, before programs that others made.
@Suite(.serialized) struct HostileJudges {
  private let files = HostileDocumentTests.bad.map { (name: $0.name, booklet: $0.booklet, made: Made($0.booklet)) }

  @Test func `LibreOffice makes pages of all of it`() throws {
    let all = files.flatMap { file in
      [(file.name, "odt", file.made.odt), (file.name, "docx", file.made.docx)]
    }
    for (file, printed) in zip(all, try Judges.printed(byLibreOffice: all.map { (bytes: $0.2, ending: $0.1) })) {
      #expect((1..<60).contains(printed.pages.count), "\(file.0).\(file.1) has \(printed.pages.count) pages")
    }
  }

  @Test func `pandoc finds all words of all of it`() throws {
    for (name, booklet, made) in files {
      let (odt, docx) = (
        try Judges.text(ofPandoc: made.odt, "odt"), try Judges.text(ofPandoc: made.docx, "docx")
      )
      #expect(words(of: booklet, withTableHeads: false).firstMissing(from: odt) == nil, "\(name).odt")
      // Its table of 60 columns and its many levels are divided.
      guard name != "150 columns" else { continue }
      #expect(words(of: booklet).firstMissing(from: docx) == nil, "\(name).docx")
    }
  }
}
