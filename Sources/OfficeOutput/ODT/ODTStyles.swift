internal import Markdown
internal import Planning

/// The part that names the styles, and says what stands round the text of every page.
struct ODTStyles {
  let officeDocument: OfficeDocument
  let styles: DocumentStyles

  var xml: XML {
    ODTNames.root(
      "office:document-styles",
      [
        ODTStyles.fonts(styles),
        .tag(
          "office:styles", [:],
          [defaults] + ParagraphStyle.allCases.map(paragraph) + [
            link, contentsLink, noteMark, bullets, boxes, numbers, notes, lines,
          ]),
        .tag("office:automatic-styles", [:], frameStyles + [layout(false), layout(true), coverLayout]),
        .tag(
          "office:master-styles", [:], cover, master(PageLayout(isTurned: false)), master(PageLayout(isTurned: true))),
      ])
  }

  /// The fonts by the first name of each list, with those that stand in for it.
  static func fonts(_ styles: DocumentStyles) -> XML {
    var seen: Set<String> = []
    let lists = [ParagraphFormat.Font.text, .headings, .code].map { ($0, styles.names($0)) }.filter {
      seen.insert($0.1[0]).inserted
    }
    return .tag(
      "office:font-face-decls", [:],
      lists.map { font, names in
        .tag(
          "style:font-face",
          [
            "style:name": names[0], "svg:font-family": names.map { "'\($0)'" }.joined(separator: ", "),
            "style:font-family-generic": font == .text ? "roman" : font == .headings ? "swiss" : "modern",
            "style:font-pitch": font == .code ? "fixed" : "variable",
          ])
      })
  }

  private var defaults: XML {
    let language = officeDocument.language
    return .tag(
      "style:default-style", ["style:family": "paragraph"],
      .tag(
        "style:paragraph-properties",
        [
          "style:writing-mode": language.isRightToLeft ? "rl-tb" : "lr-tb",
          "fo:text-align": language.isRightToLeft ? "right" : "left", "fo:widows": "2", "fo:orphans": "2",
          "style:tab-stop-distance": "12.5mm",
        ]),
      .tag(
        "style:text-properties",
        [
          "fo:language": language.code, "fo:country": language.region ?? "none",
          "style:language-complex": language.isRightToLeft ? language.code : "none",
          "style:country-complex": language.isRightToLeft ? language.region ?? "none" : "none", "fo:hyphenate": "false",
        ]))
  }

  private func paragraph(_ name: ParagraphStyle) -> XML {
    let format = styles[name]
    return .tag(
      "style:style",
      [
        "style:name": name.odtName, "style:display-name": name.displayName, "style:family": "paragraph",
        "style:parent-style-name": name == .text ? nil : ParagraphStyle.text.odtName,
        "style:next-style-name": format.outline == nil ? nil : ParagraphStyle.text.odtName, "style:class": "text",
      ],
      .tag(
        "style:paragraph-properties",
        [
          "fo:margin-top": ODTNames.pt(format.before), "fo:margin-bottom": ODTNames.pt(format.after),
          "fo:margin-left": ODTNames.pt(format.left), "fo:margin-right": ODTNames.pt(format.right),
          "fo:text-indent": "0mm",
          "fo:line-height": "\(Int((format.leading * 100).rounded()))%",
          "fo:keep-with-next": format.keepsWithNext ? "always" : "auto",
          "fo:break-before": format.startsPage ? "page" : "auto",
          "fo:border-top": border(format.above), "fo:padding-top": padding(format.above),
          "fo:border-bottom": border(format.below), "fo:padding-bottom": padding(format.below),
          "fo:border-left": border(format.beside), "fo:padding-left": padding(format.beside),
          // Two paragraphs with the same line beside them share it; with a line above them they do not.
          "style:join-border": format.beside == nil ? "false" : "true",
          "text:number-lines": format.numbersLines ? "true" : "false", "text:line-number": "0",
        ], tabs(name)),
      .tag(
        "style:text-properties",
        [
          "style:font-name": styles.names(format.font)[0], "style:font-name-complex": styles.names(format.font)[0],
          "fo:font-size": ODTNames.pt(format.size), "style:font-size-complex": ODTNames.pt(format.size),
          "fo:color": format.colour,
          "fo:font-weight": format.isStrong ? "bold" : "normal",
          "style:font-weight-complex": format.isStrong ? "bold" : "normal",
          "fo:font-style": format.isEmphasis ? "italic" : "normal",
          "style:font-style-complex": format.isEmphasis ? "italic" : "normal",
        ]))
  }

  private func tabs(_ name: ParagraphStyle) -> XML {
    guard [.contents1, .contents2].contains(name) else { return .empty }
    let position = ODTNames.mm(PageLayout(isTurned: false).textWidth - styles[name].left * 25.4 / 72)
    return .tag("style:tab-stops", [:], .tag("style:tab-stop", ["style:position": position, "style:type": "right"]))
  }

  private func border(_ line: ParagraphFormat.Line?) -> String? {
    line.map { "\(ODTNames.pt($0.width)) solid \($0.colour)" }
  }

  private func padding(_ line: ParagraphFormat.Line?) -> String? { line.map { ODTNames.pt($0.space) } }

  private var link: XML {
    .tag(
      "style:style", ["style:name": "Link", "style:family": "text"],
      .tag(
        "style:text-properties",
        [
          "fo:color": "#1b4f9c", "style:text-underline-style": "solid", "style:text-underline-width": "auto",
          "style:text-underline-color": "font-color",
        ]))
  }

  /// In the contents everything is a link, and needs no sign of it.
  private var contentsLink: XML {
    .tag(
      "style:style", ["style:name": "ContentsLink", "style:family": "text"],
      .tag(
        "style:text-properties", ["fo:color": styles.settings.colours.ink, "style:text-underline-style": "none"]))
  }

  private var noteMark: XML {
    .tag(
      "style:style", ["style:name": "NoteMark", "style:family": "text"],
      .tag("style:text-properties", ["style:text-position": "super 65%"]))
  }

  // MARK: Lists

  private var bullets: XML {
    .tag(
      "text:list-style", ["style:name": "Bullets"],
      (1...10).map { level in
        .tag(
          "text:list-level-style-bullet",
          ["text:level": "\(level)", "text:bullet-char": level.isMultiple(of: 2) ? "–" : "•"], indent(level))
      })
  }

  /// For tasks, whose boxes are words of theirs: a list without marks.
  private var boxes: XML {
    .tag(
      "text:list-style", ["style:name": "Boxes"],
      (1...10).map { level in
        .tag(
          "text:list-level-style-number", ["text:level": "\(level)", "style:num-format": ""], indent(level, "nothing"))
      })
  }

  private var numbers: XML {
    .tag(
      "text:list-style", ["style:name": "Numbers"],
      (1...10).map { level in
        .tag(
          "text:list-level-style-number",
          ["text:level": "\(level)", "style:num-format": "1", "style:num-suffix": "."], indent(level))
      })
  }

  private func indent(_ level: Int, _ follower: String = "listtab") -> XML {
    let left = ODTNames.pt(18 * Double(level))
    return .tag(
      "style:list-level-properties", ["text:list-level-position-and-space-mode": "label-alignment"],
      .tag(
        "style:list-level-label-alignment",
        [
          "text:label-followed-by": follower, "text:list-tab-stop-position": left, "fo:text-indent": "-15pt",
          "fo:margin-left": left,
        ]))
  }

  // MARK: Notes and lines

  private var notes: XML {
    .tag(
      "text:notes-configuration",
      [
        "text:note-class": "footnote", "text:default-style-name": ParagraphStyle.footnote.odtName,
        "text:citation-style-name": "NoteMark", "text:citation-body-style-name": "NoteMark", "style:num-suffix": " ",
        "style:num-format": "1", "text:start-value": "0", "text:footnotes-position": "page",
        "text:start-numbering-at": "document",
      ])
  }

  private var lines: XML {
    .tag(
      "text:linenumbering-configuration",
      [
        "text:number-lines": officeDocument.booklet.isForReview ? "true" : "false", "text:count-empty-lines": "false",
        "text:increment": "1", "text:offset": "6mm", "style:num-format": "1", "text:number-position": "left",
      ])
  }
}

extension ParagraphStyle {
  /// LibreOffice finds its own functions by these names.
  var odtName: String {
    switch self {
    case .text: "Standard"
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: "Heading_20_\(rawValue.suffix(1))"
    case .contents1, .contents2: "Contents_20_\(rawValue.suffix(1))"
    case .contentsTitle: "Contents_20_Heading"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  var displayName: String? { odtName.contains("_20_") ? odtName.replacing("_20_", with: " ") : nil }
}
