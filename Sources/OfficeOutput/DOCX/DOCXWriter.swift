internal import Archives
package import Diagnostics
internal import Markdown
package import Planning

/// Writes a booklet as a DOCX file: one part after another over the same steps.
package struct DOCXWriter: Sendable {
  private let style: OfficeStyle

  package init(style: OfficeStyle) { self.style = style }

  /// The file. What a word processor cannot show is a finding, and its words stand in for it.
  package func bytes(of booklet: Booklet, pictures: Pictures, findings: inout [Diagnostic]) -> [UInt8] {
    let officeDocument = OfficeDocument(booklet)
    let styles = DocumentStyles(style, accent: booklet.accent, isForm: booklet.isForm)
    var body = DOCXBody(officeDocument: officeDocument, pictures: pictures, styles: styles)
    let document = body.document
    findings += officeDocument.findings + body.findings
    let package = DOCXPackage(officeDocument: officeDocument, styles: styles)
    let entries =
      [
        Archive.Entry("[Content_Types].xml", package.contentTypes(body.media.files).file),
        Archive.Entry("_rels/.rels", package.relations.file),
        Archive.Entry("docProps/core.xml", package.core.file),
        Archive.Entry("docProps/app.xml", package.app.file),
        Archive.Entry("word/document.xml", document.file),
        Archive.Entry("word/_rels/document.xml.rels", body.relations.xml.file),
        Archive.Entry("word/footnotes.xml", body.footnotes.file),
        Archive.Entry("word/_rels/footnotes.xml.rels", body.noteRelations.xml.file),
        Archive.Entry("word/numbering.xml", body.numbering.file),
        Archive.Entry("word/styles.xml", DOCXStyles(styles: styles, language: officeDocument.language).xml.file),
        Archive.Entry("word/settings.xml", package.settings.file),
        Archive.Entry("word/fontTable.xml", package.fonts.file),
      ]
      + [false, true].flatMap { isTurned -> [Archive.Entry] in
        let frame = DOCXFrame(officeDocument: officeDocument, layout: PageLayout(isTurned: isTurned))
        return [
          Archive.Entry("word/\(frame.headerName)", frame.header.file),
          Archive.Entry("word/\(frame.footerName)", frame.footer.file),
        ]
      }
      + body.media.files.map {
        Archive.Entry("word/media/\($0.name)", $0.bytes, isDeflated: $0.name.hasSuffix("svg"))
      }
    return Archive(entries).file
  }
}

extension Archive {
  /// The bytes of an archive whose names are the program's own.
  var file: [UInt8] {
    do throws(ArchiveFault) { return try bytes() } catch { preconditionFailure("an archive of our own: \(error)") }
  }
}

/// What belongs to every part.
enum DOCXNames {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  static let word2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  /// The root of a part.
  static func root(_ name: String, _ content: [XML]) -> XML {
    .tag(
      name,
      [
        "xmlns:w": word, "xmlns:r": relations, "xmlns:wp": drawing, "xmlns:mc": compatibility, "xmlns:w14": word2010,
        "mc:Ignorable": "w14",
      ], content)
  }
}

/// What a part points to, by ids.
struct DOCXRelations: Sendable {
  private var targets: [(kind: String, target: String, isOutside: Bool)] = []

  /// The id of a target; the same one for the same target.
  mutating func id(_ kind: String, _ target: String, isOutside: Bool = false) -> String {
    let known = targets.firstIndex { $0.kind == kind && $0.target == target }
    if known == nil { targets.append((kind, target, isOutside)) }
    return "r\((known ?? targets.count - 1) + 1)"
  }

  var xml: XML {
    .tag(
      "Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"],
      targets.enumerated().map { index, relation in
        .tag(
          "Relationship",
          [
            "Id": "r\(index + 1)", "Type": "\(DOCXNames.relations)/\(relation.kind)", "Target": relation.target,
            "TargetMode": relation.isOutside ? "External" : nil,
          ])
      })
  }
}
