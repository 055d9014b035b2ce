internal import Diagnostics
internal import Markdown
internal import Planning

extension DOCXBody {
  private static let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
  private static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  private static let svg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

  /// A figure made from data; in words where there is no picture of it.
  mutating func figure(_ figure: Figure, at source: Place, _ place: LayoutContext) -> XML {
    let picture = pictures.figures[figure]
    var result: XML
    switch media.hang(picture, atMost: place.width, place.height, filling: true) {
    case .success(let print):
      let image = drawing(print, name: figure.title.onOneLine, description: figure.description.onOneLine, place)
      result = .tag("w:p", [:], .tag("w:pPr", [:], .tag("w:keepNext")), image)
    case .failure(let fault):
      if picture != nil { findings.append(.pictureNotShown(figure.title, fault.words, at: source)) }
      result = paragraph(place.style, [.words("\(figure.title). \(figure.description)", Face())], place)
    }
    if let caption = figure.caption { result += paragraph(.hint, [.words(caption, Face())], place) }
    return result
  }

  /// A picture in a line of text, with its words for those who do not see it.
  mutating func drawing(_ print: MediaStore.Print, name: String, description: String, _ place: LayoutContext) -> XML {
    let dots = relation("image", "media/\(print.file.name)", place)
    let lines = print.drawing.map { relation("image", "media/\($0.name)", place) }
    let id = "\(nextID())"
    let size: KeyValuePairs<String, String?> = ["cx": emu(print.width), "cy": emu(print.height)]
    let extensions = lines.map { lines -> XML in
      let blip = XML.tag("asvg:svgBlip", ["xmlns:asvg": Self.svg, "r:embed": lines])
      return .tag(
        "a:extLst", [:], .tag("a:ext", ["uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"], blip))
    }
    let picture = XML.tag(
      "pic:pic", ["xmlns:pic": Self.picture],
      .tag("pic:nvPicPr", [:], .tag("pic:cNvPr", ["id": id, "name": print.file.name]), .tag("pic:cNvPicPr")),
      .tag(
        "pic:blipFill", [:], .tag("a:blip", ["r:embed": dots], extensions ?? .empty),
        .tag("a:stretch", [:], .tag("a:fillRect"))),
      .tag(
        "pic:spPr", [:],
        .tag("a:xfrm", [:], .tag("a:off", ["x": "0", "y": "0"]), .tag("a:ext", size)),
        .tag("a:prstGeom", ["prst": "rect"], .tag("a:avLst"))))
    let title = name.isEmpty ? nil : name
    return .tag(
      "w:r", [:],
      .tag(
        "w:drawing", [:],
        .tag(
          "wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"],
          .tag("wp:extent", size),
          .tag("wp:docPr", ["id": id, "name": "Picture \(id)", "descr": description, "title": title]),
          .tag(
            "a:graphic", ["xmlns:a": Self.main], .tag("a:graphicData", ["uri": Self.picture], picture)))))
  }

  /// Millimetres as Office counts: 36,000 to each.
  private func emu(_ millimetres: Double) -> String { "\(Int((millimetres * 36_000).rounded()))" }
}
