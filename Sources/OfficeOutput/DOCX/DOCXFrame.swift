internal import Markdown
internal import Planning

/// What stands round the text of every page, on a sheet that is upright or on its side.
struct DOCXFrame {
  let officeDocument: OfficeDocument
  let layout: PageLayout

  var headerName: String { "header\(layout.isTurned ? 2 : 1).xml" }
  var footerName: String { "footer\(layout.isTurned ? 2 : 1).xml" }

  /// The chapter on the left, the document on the right.
  var header: XML {
    DOCXNames.root(
      "w:hdr",
      [line("header", [field("STYLEREF 1", officeDocument.booklet.part.onOneLine), tab, run(officeDocument.head)])])
  }

  var footer: XML {
    DOCXNames.root(
      "w:ftr",
      [
        line(
          "footer",
          [
            run(officeDocument.foot), tab, run("Page "), field("PAGE", "1"), run(" of "), field("NUMPAGES", "1"),
          ])
      ])
  }

  /// What a section is: its sheet, its header and footer, numbers beside the lines of a draft.
  func section(_ relations: inout DOCXRelations, isFirst: Bool) -> XML {
    let (header, footer) = (relations.id("header", headerName), relations.id("footer", footerName))
    return .tag(
      "w:sectPr", [:],
      .tag("w:headerReference", ["w:type": "default", "r:id": header]),
      .tag("w:footerReference", ["w:type": "default", "r:id": footer]),
      .tag("w:type", ["w:val": "nextPage"]),
      .tag(
        "w:pgSz",
        ["w:w": twips(layout.width), "w:h": twips(layout.height), "w:orient": layout.isTurned ? "landscape" : nil]),
      .tag(
        "w:pgMar",
        [
          "w:top": twips(layout.top), "w:right": twips(layout.right), "w:bottom": twips(layout.bottom),
          "w:left": twips(layout.left), "w:header": twips(layout.margin), "w:footer": twips(layout.margin),
          "w:gutter": "0",
        ]),
      officeDocument.booklet.isForReview
        ? .tag("w:lnNumType", ["w:countBy": "1", "w:distance": "300", "w:restart": "continuous"]) : .empty,
      // The cover has neither header nor footer.
      isFirst ? .tag("w:titlePg") : .empty,
      officeDocument.language.isRightToLeft ? .tag("w:bidi") : .empty)
  }

  private func line(_ style: String, _ content: [XML]) -> XML {
    .tag(
      "w:p", [:],
      .tag(
        "w:pPr", [:], .tag("w:pStyle", ["w:val": style.prefix(1).uppercased() + style.dropFirst()]),
        .tag("w:tabs", [:], .tag("w:tab", ["w:val": "right", "w:pos": twips(layout.textWidth)]))), XML(content))
  }

  private var tab: XML { .tag("w:r", [:], .tag("w:tab")) }

  private func run(_ words: String) -> XML {
    .tag("w:r", [:], .tag("w:t", ["xml:space": "preserve"], XML(words)))
  }

  private func field(_ instruction: String, _ result: String) -> XML {
    .tag("w:fldSimple", ["w:instr": " \(instruction) "], run(result))
  }

  private func twips(_ millimetres: Double) -> String { "\(Int((millimetres.millimetres * 20).rounded()))" }
}
