internal import Markdown
internal import Planning

// What stands round the text of every page.

extension ODTStyles {
  /// Automatic styles of headers and footers: where their tab stops are.
  var frameStyles: [XML] {
    [false, true].flatMap { isTurned in
      [ParagraphStyle.header, .footer].map { style -> XML in
        let position = ODTNames.mm(PageLayout(isTurned: isTurned).textWidth)
        return .tag(
          "style:style",
          [
            "style:name": name(style, isTurned), "style:family": "paragraph", "style:parent-style-name": style.odtName,
          ],
          .tag(
            "style:paragraph-properties", [:],
            .tag("style:tab-stops", [:], .tag("style:tab-stop", ["style:position": position, "style:type": "right"]))))
      }
    }
  }

  private func name(_ style: ParagraphStyle, _ isTurned: Bool) -> String {
    style.odtName + (isTurned ? "Turned" : "Upright")
  }

  func layout(_ isTurned: Bool) -> XML {
    let layout = PageLayout(isTurned: isTurned)
    // The header lies inside the page's margin, and its own space makes up for the rest.
    func band(_ space: String, _ height: Double) -> XML {
      .tag(
        "style:header-footer-properties",
        ["fo:min-height": ODTNames.mm(height), "fo:margin-\(space)": ODTNames.mm(height - 5)])
    }
    return .tag(
      "style:page-layout", ["style:name": isTurned ? "LayoutTurned" : "LayoutUpright"],
      properties(layout, top: layout.margin, bottom: layout.margin),
      .tag("style:header-style", [:], band("bottom", layout.top - layout.margin)),
      .tag("style:footer-style", [:], band("top", layout.bottom - layout.margin)))
  }

  var coverLayout: XML {
    let layout = PageLayout(isTurned: false)
    return .tag(
      "style:page-layout", ["style:name": "LayoutCover"], properties(layout, top: layout.top, bottom: layout.bottom))
  }

  private func properties(_ layout: PageLayout, top: Double, bottom: Double) -> XML {
    .tag(
      "style:page-layout-properties",
      [
        "fo:page-width": ODTNames.mm(layout.width), "fo:page-height": ODTNames.mm(layout.height),
        "style:print-orientation": layout.isTurned ? "landscape" : "portrait", "fo:margin-top": ODTNames.mm(top),
        "fo:margin-bottom": ODTNames.mm(bottom), "fo:margin-left": ODTNames.mm(layout.left),
        "fo:margin-right": ODTNames.mm(layout.right),
        "style:writing-mode": officeDocument.language.isRightToLeft ? "rl-tb" : "lr-tb",
      ],
      .tag(
        "style:footnote-sep",
        [
          "style:width": "0.5pt", "style:distance-before-sep": "2mm", "style:distance-after-sep": "2mm",
          "style:adjustment": "left", "style:rel-width": "25%", "style:color": styles.settings.colours.ink,
        ]))
  }

  /// The cover has neither header nor footer.
  var cover: XML {
    .tag(
      "style:master-page",
      ["style:name": "Cover", "style:page-layout-name": "LayoutCover", "style:next-style-name": "Upright"])
  }

  func master(_ layout: PageLayout) -> XML {
    func line(_ style: ParagraphStyle, _ content: [XML]) -> XML {
      .tag("text:p", ["text:style-name": name(style, layout.isTurned)], content)
    }
    let chapter = XML.tag(
      "text:chapter", ["text:display": "name", "text:outline-level": "1"], XML(officeDocument.booklet.part.onOneLine))
    let tab = XML.tag("text:tab")
    let number = XML.tag("text:page-number", ["text:select-page": "current"], XML("1"))
    return .tag(
      "style:master-page",
      [
        "style:name": layout.isTurned ? "Turned" : "Upright",
        "style:page-layout-name": layout.isTurned ? "LayoutTurned" : "LayoutUpright",
      ],
      .tag("style:header", [:], line(.header, [chapter, tab, XML(officeDocument.head)])),
      .tag(
        "style:footer", [:],
        line(
          .footer,
          [XML(officeDocument.foot), tab, XML("Page "), number, XML(" of "), .tag("text:page-count", [:], XML("1"))])))
  }
}
