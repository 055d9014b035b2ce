import Building
import Diagnostics
import Foundation
import Markdown
import Planning
import System
import Tenders
import TestSupport
import Testing
import TypstOutput

@testable import Planning

/// Prints small documents for tests, with the engine that `make test` installs.
enum Press {
  static func typesetter() throws -> Typesetter {
    Typesetter(try SharedEngine.engine())
  }

  /// A picture of one dot.
  static let dot = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
      ?? Data())

  /// A document of chapters that are written as Markdown. Links to ids lead into it, pictures to `dot.png`.
  static func booklet(
    _ chapters: String..., title: String = "Library", part: String = "Specification", terms: [Booklet.Term] = [],
    review: Bool = false
  ) -> Booklet {
    Booklet(
      title: title, part: part, summary: "Somewhere to read.", organisation: "Testham Council", reference: "TC-1",
      version: "Version 1", date: Day(year: 2027, month: 1, day: 4), facts: [.init(name: "Deadline", words: "noon")],
      access: nil, language: "en-GB", accent: Colour("#0b5d66"),
      chapters: chapters.enumerated().map { index, text in
        Booklet.Chapter(
          id: "chapter-\(index + 1)", title: "Chapter \(index + 1)", summary: nil, language: nil,
          document: document(text, file: "\(index + 1).md"))
      },
      terms: terms, isForm: false, isForReview: review, place: .start(of: "tender.md"))
  }

  static func booklet(of blocks: [Block.Kind]) -> Booklet {
    var booklet = booklet("")
    booklet.chapters[0].document = Document(blocks: blocks.map { Block($0, at: .start(of: "data.md")) })
    return booklet
  }

  static func document(_ text: String, file: String = "1.md") -> Document {
    var findings: [Diagnostic] = []
    let document = Document.parse(SourceText(name: file, text: text), findings: &findings)
    return document.mapInlines { inline in
      switch inline.kind {
      case .link(.written(let target), let title, let words):
        let destination: Destination = target.hasPrefix("#") ? .here(String(target.dropFirst())) : .elsewhere(target)
        return [Inline(.link(destination, title: title, words), at: inline.place)]
      case .image(.written(let target), let title, let words):
        return [Inline(.image(.site(target, fragment: nil), title: title, alternative: words), at: inline.place)]
      default: return nil
      }
    }
  }

  static func pictures(_ more: [String: Picture] = [:]) -> Pictures {
    var pictures = Pictures()
    pictures.files = ["dot.png": Picture(format: .png, bytes: dot, width: 1, height: 1)].merging(more) { $1 }
    return pictures
  }

  struct Printed {
    let source: TypstSource
    let findings: [Diagnostic]
    let result: Result<Typeset, Typesetter.Refusal>

    var pdf: PDF { get throws { PDF(try result.get()) } }
    var refusal: [Diagnostic] { if case .failure(let refusal) = result { refusal.findings } else { [] } }
  }

  static func print(
    _ booklet: Booklet, with typesetter: Typesetter? = nil, look: PrintLook = PrintLook(),
    pictures: Pictures = Press.pictures()
  ) throws -> Printed {
    let typesetter = try typesetter ?? Self.typesetter()
    var findings: [Diagnostic] = []
    let writer = TypstWriter(look: look, signs: typesetter.signs, pictures: pictures)
    let source = writer.source(of: booklet, findings: &findings)
    return Printed(source: source, findings: findings, result: try typesetter.compile(source))
  }

  static func print(_ markdown: String) throws -> Printed { try print(booklet(markdown)) }
}

/// A PDF as the tools of poppler read it.
struct PDF {
  let bytes: [UInt8]
  let pages: Int

  init(_ typeset: Typeset) { (bytes, pages) = (typeset.bytes, typeset.pages) }

  /// The words in the order of reading.
  var text: String { get throws { try run("pdftotext", ["-raw", "in.pdf", "-"]) } }

  /// The words on one line each, without breaks.
  var words: String { get throws { try text.split(whereSeparator: \.isWhitespace).joined(separator: " ") } }

  /// The tree of tags, a tag a line.
  var structure: String { get throws { try run("pdfinfo", ["-struct-text", "in.pdf"]) } }

  var about: String { get throws { try run("pdfinfo", ["in.pdf"]) } }

  /// The bookmarks, as XML.
  var bookmarks: String { get throws { try run("pdftohtml", ["-xml", "-i", "-stdout", "in.pdf"]) } }

  /// What draws the pages, unpacked.
  var contentStreams: String {
    get throws {
      let script = """
        import re, sys, zlib
        for stream in re.findall(rb"stream\\r?\\n(.*?)\\r?\\nendstream", open("in.pdf", "rb").read(), re.S):
            try: sys.stdout.write(zlib.decompress(stream).decode("latin-1"))
            except zlib.error: pass
        """
      return try run("python3", ["-c", script])
    }
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    try Tool.output(program, arguments, reading: ["in.pdf": bytes])
  }
}
