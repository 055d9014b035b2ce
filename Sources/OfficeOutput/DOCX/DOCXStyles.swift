internal import Markdown

/// The part that names the styles. Those that Word knows keep Word's names, so that its own functions find them.
struct DOCXStyles {
  let styles: DocumentStyles
  let language: LanguageTag

  var xml: XML {
    DOCXNames.root(
      "w:styles",
      [defaults]
        + ParagraphStyle.allCases.map(paragraph)
        + [
          .tag(
            "w:style", ["w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"],
            name("Default Paragraph Font"), .tag("w:uiPriority", ["w:val": "1"]), .tag("w:semiHidden")),
          character(
            "Hyperlink", "Hyperlink", [.tag("w:color", ["w:val": "1B4F9C"]), .tag("w:u", ["w:val": "single"])]),
          character("FootnoteReference", "footnote reference", [.tag("w:vertAlign", ["w:val": "superscript"])]),
          character("PlaceholderText", "Placeholder Text", [colour(styles.settings.colours.quiet)]),
          character("CodeText", "Code Text", [fonts(.code)]),
          tableNormal, table,
        ])
  }

  private var defaults: XML {
    .tag(
      "w:docDefaults", [:],
      .tag(
        "w:rPrDefault", [:],
        .tag(
          "w:rPr", [:], fonts(.text), .tag("w:sz", ["w:val": half(styles[.text].size)]),
          .tag("w:szCs", ["w:val": half(styles[.text].size)]),
          .tag(
            "w:lang",
            ["w:val": language.tag, "w:eastAsia": "en-GB", "w:bidi": language.isRightToLeft ? language.tag : "ar-SA"]))),
      .tag("w:pPrDefault"))
  }

  private func paragraph(_ style: ParagraphStyle) -> XML {
    let format = styles[style]
    return .tag(
      "w:style", ["w:type": "paragraph", "w:default": style == .text ? "1" : nil, "w:styleId": style.wordID],
      name(style.wordName),
      style == .text ? .empty : .tag("w:basedOn", ["w:val": ParagraphStyle.text.wordID]),
      format.outline == nil ? .empty : .tag("w:next", ["w:val": ParagraphStyle.text.wordID]),
      .tag("w:uiPriority", ["w:val": "9"]),
      .tag("w:qFormat"),
      .tag("w:pPr", [:], paragraphProperties(format)),
      .tag("w:rPr", [:], runProperties(format)))
  }

  private func paragraphProperties(_ format: ParagraphFormat) -> [XML] {
    func side(_ name: String, _ line: ParagraphFormat.Line?) -> XML {
      guard let line else { return .empty }
      return .tag(
        name,
        [
          "w:val": "single", "w:sz": "\(max(2, Int((line.width * 8).rounded())))",
          "w:space": "\(min(31, Int(line.space.rounded())))", "w:color": line.colour.withoutHash,
        ])
    }
    return [
      format.keepsWithNext ? .tag("w:keepNext") : .empty,
      format.outline != nil ? .tag("w:keepLines") : .empty,
      format.startsPage ? .tag("w:pageBreakBefore") : .empty,
      format.numbersLines ? .empty : .tag("w:suppressLineNumbers"),
      .tag("w:pBdr", [:], side("w:top", format.above), side("w:left", format.beside), side("w:bottom", format.below)),
      .tag(
        "w:spacing",
        [
          "w:before": format.before.twentieths, "w:after": format.after.twentieths,
          "w:line": "\(Int((format.leading * 240).rounded()))", "w:lineRule": "auto",
        ]),
      .tag("w:ind", ["w:left": format.left.twentieths, "w:right": format.right.twentieths]),
      format.outline.map { .tag("w:outlineLvl", ["w:val": "\($0 - 1)"]) } ?? .empty,
    ].map { $0 == .tag("w:pBdr") ? .empty : $0 }
  }

  private func runProperties(_ format: ParagraphFormat) -> [XML] {
    [
      fonts(format.font),
      format.isStrong ? .tag("w:b") + .tag("w:bCs") : .empty,
      format.isEmphasis ? .tag("w:i") + .tag("w:iCs") : .empty,
      colour(format.colour),
      .tag("w:sz", ["w:val": half(format.size)]),
      .tag("w:szCs", ["w:val": half(format.size)]),
    ]
  }

  private func character(_ id: String, _ name: String, _ properties: [XML]) -> XML {
    .tag(
      "w:style", ["w:type": "character", "w:styleId": id], self.name(name), .tag("w:uiPriority", ["w:val": "99"]),
      .tag("w:rPr", [:], properties))
  }

  private var tableNormal: XML {
    .tag(
      "w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"], name("Normal Table"),
      .tag("w:uiPriority", ["w:val": "99"]), .tag("w:semiHidden"),
      .tag("w:tblPr", [:], cellMargins(left: 0, right: 0)))
  }

  /// Rules between rows, none between columns.
  private var table: XML {
    func rule(_ side: String, _ size: Int, _ colour: String) -> XML {
      .tag("w:\(side)", ["w:val": "single", "w:sz": "\(size)", "w:space": "0", "w:color": colour.withoutHash])
    }
    let (ink, rules) = (styles.settings.colours.ink, styles.settings.colours.rules)
    return .tag(
      "w:style", ["w:type": "table", "w:styleId": "Rules"], name("Rules"), .tag("w:basedOn", ["w:val": "TableNormal"]),
      .tag("w:uiPriority", ["w:val": "59"]),
      .tag(
        "w:tblPr", [:],
        .tag("w:tblBorders", [:], rule("top", 8, ink), rule("bottom", 4, rules), rule("insideH", 4, rules)),
        cellMargins(left: 0, right: 160)),
      .tag(
        "w:tblStylePr", ["w:type": "firstRow"], .tag("w:tcPr", [:], .tag("w:tcBorders", [:], rule("bottom", 6, ink)))))
  }

  private func cellMargins(left: Int, right: Int) -> XML {
    .tag(
      "w:tblCellMar", [:], .tag("w:top", ["w:w": "0", "w:type": "dxa"]),
      .tag("w:left", ["w:w": "\(left)", "w:type": "dxa"]), .tag("w:bottom", ["w:w": "0", "w:type": "dxa"]),
      .tag("w:right", ["w:w": "\(right)", "w:type": "dxa"]))
  }

  private func fonts(_ font: ParagraphFormat.Font) -> XML {
    let name = styles.names(font)[0]
    return .tag("w:rFonts", ["w:ascii": name, "w:hAnsi": name, "w:eastAsia": name, "w:cs": name])
  }

  private func name(_ name: String) -> XML { .tag("w:name", ["w:val": name]) }

  private func colour(_ hex: String) -> XML { .tag("w:color", ["w:val": hex.withoutHash]) }

  private func half(_ points: Double) -> String { "\(Int((points * 2).rounded()))" }
}

extension ParagraphStyle {
  var wordID: String {
    switch self {
    case .text: "Normal"
    case .summary: "Subtitle"
    case .contentsTitle: "TOCHeading"
    case .contents1: "TOC1"
    case .contents2: "TOC2"
    case .list: "ListParagraph"
    case .footnote: "FootnoteText"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  fileprivate var wordName: String {
    switch self {
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: "heading \(wordID.suffix(1))"
    case .contents1, .contents2: "toc \(wordID.suffix(1))"
    case .contentsTitle: "TOC Heading"
    case .list: "List Paragraph"
    case .footnote: "footnote text"
    case .caption, .header, .footer: rawValue
    case .alert: "Alert"
    case .voiceBy: "Voice By"
    case .detailsTitle: "Details Title"
    case .cellName: "Cell Name"
    case .cellHead: "Cell Head"
    default: wordID
    }
  }
}

extension Double {
  /// Points in twentieths, as Word counts.
  var twentieths: String { "\(Int((self * 20).rounded()))" }
}

extension String {
  /// `15191a`
  var withoutHash: String { String(drop { $0 == "#" }).uppercased() }
}
