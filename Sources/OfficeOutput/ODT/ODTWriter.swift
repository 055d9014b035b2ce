internal import Archives
package import Diagnostics
internal import Markdown
package import Planning
internal import Tenders

/// Writes a booklet as an ODT file: one part after another over the same steps.
package struct ODTWriter: Sendable {
  private let style: OfficeStyle

  package init(style: OfficeStyle) { self.style = style }

  /// The file. What a word processor cannot show is a finding, and its words stand in for it.
  package func bytes(of booklet: Booklet, pictures: Pictures, findings: inout [Diagnostic]) -> [UInt8] {
    let officeDocument = OfficeDocument(booklet)
    let styles = DocumentStyles(style, accent: booklet.accent, isForm: booklet.isForm)
    var body = ODTBody(officeDocument: officeDocument, pictures: pictures, styles: styles)
    let content = body.content
    findings += officeDocument.findings + body.findings
    let files = body.media.files
    let entries =
      [
        // First and as it is, so that programs know the file by its beginning.
        Archive.Entry("mimetype", Array(Self.mediaType.utf8), isDeflated: false),
        Archive.Entry("META-INF/manifest.xml", manifest(files).file),
        Archive.Entry("content.xml", content.file),
        Archive.Entry("styles.xml", ODTStyles(officeDocument: officeDocument, styles: styles).xml.file),
        Archive.Entry("meta.xml", meta(officeDocument).file),
      ] + files.map { Archive.Entry("Pictures/\($0.name)", $0.bytes, isDeflated: $0.name.hasSuffix("svg")) }
    return Archive(entries).file
  }

  private static let mediaType = "application/vnd.oasis.opendocument.text"

  private func manifest(_ files: [MediaStore.File]) -> XML {
    let parts =
      [("/", Self.mediaType)] + ["content.xml", "styles.xml", "meta.xml"].map { ($0, "text/xml") }
      + files.map { ("Pictures/\($0.name)", $0.mediaType) }
    return .tag(
      "manifest:manifest",
      ["xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version": "1.3"],
      parts.map { path, kind in
        .tag(
          "manifest:file-entry",
          [
            "manifest:full-path": path, "manifest:version": path == "/" ? "1.3" : nil, "manifest:media-type": kind,
          ])
      })
  }

  private func meta(_ officeDocument: OfficeDocument) -> XML {
    let booklet = officeDocument.booklet
    let moment = booklet.date.map { XML("\($0.iso)T00:00:00") }
    return ODTNames.root(
      "office:document-meta",
      [
        .tag(
          "office:meta", [:],
          .tag("meta:generator", [:], XML("Tenderpress")),
          .tag("dc:title", [:], XML(booklet.fullTitle.onOneLine)),
          .tag("dc:subject", [:], XML((booklet.reference ?? booklet.summary ?? "").onOneLine)),
          .tag("meta:initial-creator", [:], XML(booklet.organisation.onOneLine)),
          .tag("dc:creator", [:], XML(booklet.organisation.onOneLine)),
          moment.map { .tag("meta:creation-date", [:], $0) } ?? .empty,
          moment.map { .tag("dc:date", [:], $0) } ?? .empty,
          .tag("dc:language", [:], XML(officeDocument.language.tag)))
      ])
  }
}

/// What belongs to every part.
enum ODTNames {
  private static let start = "urn:oasis:names:tc:opendocument:xmlns:"

  /// The root of a part.
  static func root(_ name: String, _ content: [XML]) -> XML {
    .tag(
      name,
      [
        "xmlns:office": start + "office:1.0", "xmlns:style": start + "style:1.0", "xmlns:text": start + "text:1.0",
        "xmlns:table": start + "table:1.0", "xmlns:draw": start + "drawing:1.0", "xmlns:meta": start + "meta:1.0",
        "xmlns:fo": start + "xsl-fo-compatible:1.0", "xmlns:svg": start + "svg-compatible:1.0",
        "xmlns:xlink": "http://www.w3.org/1999/xlink", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "office:version": "1.3",
      ], content)
  }

  /// Millimetres.
  static func mm(_ length: Double) -> String { length.short + "mm" }

  /// Points.
  static func pt(_ length: Double) -> String { length.short + "pt" }
}
