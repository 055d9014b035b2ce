internal import Foundation

/// What other programs make of our pages: the same documents, each from one HTML file put together from the main parts of
/// the pages that it holds.
struct Rivals {
  /// A document, and where its words come from.
  struct Document {
    /// Its file, without the ending, in the folder of what we make.
    let ours: String
    let formats: [String]
    /// Pages by their folders; `page#heading` is that section alone, `page!heading` all but that section; nil
    /// for all there are.
    let pages: [String]?
    /// The folder of those pages.
    let folder: String

    var name: String { ours.split(separator: "/").last.map(String.init) ?? ours }
  }

  /// The folder of our pages, as they are published.
  let site: String
  /// Where their documents go.
  let output: String
  let weasyprint: String

  /// Our rule that any long word may be broken makes WeasyPrint four times slower. Whoever used it would leave that out.
  private static let kindness = "* { overflow-wrap: normal !important }"

  private func html(_ document: Document) -> String { "\(site)/\(document.folder)/together/\(document.name).html" }

  /// Writes the HTML files that the programs read.
  func prepare(_ documents: [Document]) throws {
    let files = FileManager.default
    guard let style = try files.contentsOfDirectory(atPath: site).first(where: { $0.hasSuffix(".css") }) else {
      throw Failure(words: "there is no style sheet in \(site)")
    }
    try files.createDirectory(atPath: output, withIntermediateDirectories: true)
    for document in documents {
      try files.createDirectory(atPath: "\(site)/\(document.folder)/together", withIntermediateDirectories: true)
      let parts = try (document.pages ?? all(in: document.folder)).map { try part($0, of: document.folder) }
      let text = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8"><title>\(document.name)</title>
        <link rel="stylesheet" href="\(site)/\(style)"><style>\(Self.kindness)</style>
        </head>
        <body><main>\(parts.joined(separator: "\n"))</main></body>
        </html>
        """
      try text.write(toFile: html(document), atomically: false, encoding: .utf8)
    }
  }

  private func all(in folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(site)/\(folder)").sorted()
    return [""] + names.filter { FileManager.default.fileExists(atPath: "\(site)/\(folder)/\($0)/index.html") }
  }

  private func part(_ page: String, of folder: String) throws -> String {
    let names = page.components(separatedBy: CharacterSet(charactersIn: "#!"))
    let path = [site, folder, names[0], "index.html"].filter { !$0.isEmpty }.joined(separator: "/")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let main = text.firstRange(of: /<main[^>]*>/)?.upperBound,
      let end = text.firstRange(of: "</main>")?.lowerBound
    else { throw Failure(words: "\(path) has no main part") }
    let whole = text[main..<end]
    guard names.count > 1 else { return String(whole) }
    guard let start = whole.firstRange(of: "<h2 id=\"\(names[1])\"") else {
      throw Failure(words: "\(path) has no heading \(names[1])")
    }
    let rest = whole[start.upperBound...]
    let sectionEnd = rest.firstRange(of: "<h2")?.lowerBound ?? whole.endIndex
    return page.contains("#")
      ? String(whole[start.lowerBound..<sectionEnd]) : String(whole[..<start.lowerBound] + whole[sectionEnd...])
  }

  /// A command for each file, the longest work first, so that no processor is left waiting at the end.
  func commands(_ documents: [Document]) throws -> [[String]] {
    let files = try documents.flatMap { document in
      let size = try String(contentsOfFile: html(document), encoding: .utf8).utf8.count
      return document.formats.map { (document: document, format: $0, work: $0 == "pdf" ? size * 100 : size) }
    }
    return files.sorted { $0.work > $1.work }.map { document, format, _ in
      let (input, output) = (html(document), file(document, format))
      return format == "pdf"
        ? [weasyprint, "--quiet", "--pdf-variant", "pdf/ua-1", input, output]
        : ["pandoc", "--quiet", "--from", "html", "--to", format, "--output", output, input]
    }
  }

  func file(_ document: Document, _ format: String) -> String { "\(output)/\(document.name).\(format)" }
}
