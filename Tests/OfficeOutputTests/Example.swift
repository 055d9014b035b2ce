import Content
import Diagnostics
import Foundation
import Markdown
import Tenders

@testable import Planning

/// The content of this project as a plan, and booklets of a few words for what it has not.
enum Example {
  static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../content").standardized

  static func booklets() throws -> [BookletName: Booklet] { try planned().plan.booklets }

  static func planned() throws -> (model: Model, plan: Plan) {
    var findings: [Diagnostic] = []
    let model = Model.assemble(try files(&findings), findings: &findings)
    let assets = try paths().filter { !$0.hasSuffix(".md") && $0 != "site.yml" }.map { path in
      Asset(path: path, place: .start(of: "content/\(path)"))
    }
    return (
      model, Plan.make(model, assets: assets, style: Address("style.css"), drafts: false, findings: &findings)
    )
  }

  static func pictures() throws -> Pictures {
    var pictures = Pictures()
    for path in try paths() where path.hasSuffix(".svg") || path.hasSuffix(".png") {
      pictures.files[path] = Picture(Array(try Data(contentsOf: content.appending(path: path))))
    }
    return pictures
  }

  private static func paths() throws -> [String] {
    let found = FileManager.default.enumerator(at: content, includingPropertiesForKeys: [.isRegularFileKey])
    let files = found?.compactMap { $0 as? URL }.filter { $0.pathExtension != "" } ?? []
    let start = content.path.count + 1
    return files.map { String($0.standardized.path.dropFirst(start)) }.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func files(_ findings: inout [Diagnostic]) throws -> [ContentFile] {
    try paths().filter { $0.hasSuffix(".md") || $0 == "site.yml" }.map { path in
      let bytes = Array(try Data(contentsOf: content.appending(path: path)))
      let source = SourceText.decode(bytes, name: "content/\(path)", findings: &findings)
      return path == "site.yml"
        ? ContentFile(yaml: path, source: source, findings: &findings)
        : ContentFile(path: path, source: source, options: ParseOptions(), findings: &findings)
    }
  }

  /// A booklet whose only chapter is a Markdown text.
  static func booklet(
    _ markdown: String = "Some words.\n", title: String = "A title", chapter: String = "A chapter",
    terms: [Booklet.Term] = [], language: String = "en-GB", forReview: Bool = false
  ) -> Booklet {
    var findings: [Diagnostic] = []
    let source = SourceText(name: "text.md", text: markdown)
    var document = Document.parse(
      source, in: 0..<source.bytes.count, options: ParseOptions(drawsData: false), findings: &findings)
    document = document.mapInlines { inline in
      // As the plan does it: addresses of the web, places in the same document, pictures of the site.
      switch inline.kind {
      case .link(.written(let text), let title, let content):
        let target: Destination = text.hasPrefix("#") ? .here(String(text.dropFirst())) : .elsewhere(text)
        return [Inline(.link(target, title: title, content), at: inline.place)]
      case .image(.written(let text), let title, let words):
        return [Inline(.image(.site(text, fragment: nil), title: title, alternative: words), at: inline.place)]
      default: return nil
      }
    }
    return booklet(document, title: title, chapter: chapter, terms: terms, language: language, forReview: forReview)
  }

  static func booklet(
    _ document: Document, title: String = "A title", chapter: String = "A chapter", terms: [Booklet.Term] = [],
    language: String = "en-GB", forReview: Bool = false
  ) -> Booklet {
    Booklet(
      title: title, part: "A part", summary: "In a line.", organisation: "A council", reference: "A 1",
      version: "Version 1", date: Day("2026-12-04"), facts: [.init(name: "Deadline", words: "noon")], access: nil,
      language: language, accent: Colour("#0b5d66"),
      chapters: [.init(id: "chapter", title: chapter, summary: nil, language: nil, document: document)], terms: terms,
      isForm: false, isForReview: forReview, place: .start(of: "text.md"))
  }
}
