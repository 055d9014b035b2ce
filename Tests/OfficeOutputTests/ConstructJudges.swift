import Diagnostics
import HTMLOutput
import Markdown
import Planning
import TestSupport
import Testing

/// The words and the numbers of lists are the same in every format, as programs that others made read them.
@Suite(.serialized) struct ConstructJudges {
  @Test func `LibreOffice prints the words and numbers of every construct`() throws {
    let files = Construct.all.flatMap { construct in
      let made = Made(Example.booklet(construct.text))
      return [(construct, made.odt, "odt"), (construct, made.docx, "docx")]
    }
    let printed = try Judges.printed(byLibreOffice: files.map { (bytes: $0.1, ending: $0.2) })
    for (file, printed) in zip(files, printed) {
      #expect(file.0.part(of: printed.words) == file.0.read, "\(file.2):\n\(file.0.markdown)")
    }
  }

  @Test func `pandoc reads the words and numbers of every construct on a page`() throws {
    for construct in Construct.all {
      var findings: [Diagnostic] = []
      let source = SourceText(name: "a.md", text: construct.text)
      let document = Document.parse(source, options: ParseOptions(drawsData: false), findings: &findings)
      let html = HTMLWriter(address: .page()).html(document)
      let words = try Judges.text(ofPandoc: Array(html.utf8), "html")
      let read = construct.part(of: words).map { $0.replacing("₂", with: "2") }
      #expect(read == construct.read, "\(construct.markdown)")
    }
  }
}
