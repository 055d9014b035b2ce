internal import Markdown
internal import Planning
internal import Tenders

/// The parts that say what the file is.
struct DOCXPackage {
  let officeDocument: OfficeDocument
  let styles: DocumentStyles

  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  func contentTypes(_ pictures: [MediaStore.File]) -> XML {
    let kinds = ["document.main": "document", "styles": "styles", "numbering": "numbering", "settings": "settings"]
    let parts =
      kinds.sorted { $0.key < $1.key }.map { ("word/\($0.value).xml", Self.word + $0.key + "+xml") }
      + ["footnotes", "fontTable"].map { ("word/\($0).xml", "\(Self.word)\($0)+xml") }
      + ["1", "2"].flatMap { number in
        ["header", "footer"].map { ("word/\($0)\(number).xml", "\(Self.word)\($0)+xml") }
      }
      + [
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
      ]
    var endings: [(String, String)] = []
    for picture in pictures {
      let ending = String(picture.name.split(separator: ".").last ?? "")
      if !endings.contains(where: { $0.0 == ending }) { endings.append((ending, picture.mediaType)) }
    }
    let defaults =
      [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
      ] + endings
    return .tag(
      "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"],
      defaults.map { .tag("Default", ["Extension": $0.0, "ContentType": $0.1]) }
        + parts.map { .tag("Override", ["PartName": "/" + $0.0, "ContentType": $0.1]) })
  }

  var relations: XML {
    let kinds = [
      ("\(DOCXNames.relations)/officeDocument", "word/document.xml"),
      ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
      ("\(DOCXNames.relations)/extended-properties", "docProps/app.xml"),
    ]
    return .tag(
      "Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"],
      kinds.enumerated().map { .tag("Relationship", ["Id": "r\($0 + 1)", "Type": $1.0, "Target": $1.1]) })
  }

  var core: XML {
    let booklet = officeDocument.booklet
    let date = booklet.date.map { day in
      ["created", "modified"].map {
        XML.tag("dcterms:\($0)", ["xsi:type": "dcterms:W3CDTF"], XML("\(day.iso)T00:00:00Z"))
      }
    }
    return .tag(
      "cp:coreProperties",
      [
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      ],
      [
        .tag("dc:title", [:], XML(booklet.fullTitle.onOneLine)),
        .tag("dc:subject", [:], XML((booklet.reference ?? booklet.summary ?? "").onOneLine)),
        .tag("dc:creator", [:], XML(booklet.organisation.onOneLine)),
        .tag("dc:language", [:], XML(officeDocument.language.tag)),
      ] + (date ?? []))
  }

  var app: XML {
    .tag(
      "Properties", ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"],
      .tag("Application", [:], XML("Tenderpress")),
      .tag("Company", [:], XML(officeDocument.booklet.organisation.onOneLine)))
  }

  var settings: XML {
    DOCXNames.root(
      "w:settings",
      [
        .tag("w:zoom", ["w:percent": "100"]),
        .tag("w:defaultTabStop", ["w:val": "720"]),
        .tag("w:characterSpacingControl", ["w:val": "doNotCompress"]),
        .tag(
          "w:footnotePr", [:], .tag("w:footnote", ["w:id": "-1"]), .tag("w:footnote", ["w:id": "0"])),
        .tag(
          "w:compat", [:],
          .tag(
            "w:compatSetting",
            ["w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"])),
        .tag("w:themeFontLang", ["w:val": officeDocument.language.tag]),
        .tag("w:decimalSymbol", ["w:val": "."]),
        .tag("w:listSeparator", ["w:val": ","]),
      ])
  }

  /// Which font stands in for one that is missing.
  var fonts: XML {
    var seen: Set<String> = []
    let lists = [ParagraphFormat.Font.text, .headings, .code].map { ($0, styles.names($0)) }.filter {
      seen.insert($0.1[0]).inserted
    }
    return DOCXNames.root(
      "w:fonts",
      lists.map { font, names in
        .tag(
          "w:font", ["w:name": names[0]],
          names.count > 1 ? .tag("w:altName", ["w:val": names.dropFirst().joined(separator: ",")]) : .empty,
          .tag("w:family", ["w:val": font == .text ? "roman" : font == .headings ? "swiss" : "modern"]),
          .tag("w:pitch", ["w:val": font == .code ? "fixed" : "variable"]))
      })
  }
}
