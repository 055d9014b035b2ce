internal import Diagnostics
internal import Markdown
internal import OfficeOutput
internal import Planning
internal import System
internal import Tenders
internal import TypstOutput

/// What documents are made with. Made before anything is written, so that a machine that lacks something says so first.
struct DocumentCompiler: Sendable {
  /// What was noticed when the looks were read and the pictures drawn.
  let findings: [Diagnostic]
  /// Nil where nothing has to be drawn, so that nobody is asked for a typesetter without need.
  private let typesetter: Typesetter?
  private let pdf: TypstWriter?
  private let odt: ODTWriter
  private let docx: DOCXWriter
  private let pictures: Pictures

  /// Nil where no document is wanted that it would make.
  init?(job: Job, _ loaded: Loaded, _ plan: Plan, accent: Colour?) throws(SystemFault) {
    let wanted = plan.artefacts.filter { $0.recipe.booklet != nil && job.makes($0) }
    guard !wanted.isEmpty else { return nil }
    var findings: [Diagnostic] = []
    let collection = try PictureCollection(loaded.assetFolder, plan, wanted: wanted)
    if collection.hasDrawings || wanted.contains(where: { $0.recipe.output == .pdf }) {
      let folders = try UserFolders(engines: job.engines, content: job.content, in: job.world)
      let engine = try job.world.engine(try folders.engines())
      let typesetter = Typesetter(engine, fonts: loaded.ownFonts, cache: try folders.cache())
      let look = PrintLook(own: loaded.ownTemplates, fonts: loaded.ownFonts)
      let sheet = PictureSheet(look: look, signs: typesetter.signs, accent: accent)
      pictures = try collection.drawn(by: typesetter, on: sheet, findings: &findings)
      pdf = TypstWriter(look: look, signs: typesetter.signs, pictures: pictures)
      self.typesetter = typesetter
    } else {
      (typesetter, pdf, pictures) = (nil, nil, collection.pictures)
    }
    let own = loaded.ownTemplates.first { $0.name.hasSuffix("/" + OfficeStyle.fileName) }
    let style = OfficeStyle(own: own, findings: &findings)
    (odt, docx) = (ODTWriter(style: style), DOCXWriter(style: style))
    self.findings = findings
  }

  /// A booklet in a format. Where it cannot be made, the findings say why and where.
  func made(_ booklet: Booklet, as format: DocumentFormat) throws(SystemFault) -> MadeFile {
    var findings: [Diagnostic] = []
    switch format {
    case .odt: return MadeFile(bytes: odt.bytes(of: booklet, pictures: pictures, findings: &findings), findings)
    case .docx: return MadeFile(bytes: docx.bytes(of: booklet, pictures: pictures, findings: &findings), findings)
    case .pdf: return try typeset(booklet)
    case .xlsx, .csv: preconditionFailure("no format of a booklet")
    }
  }

  private func typeset(_ booklet: Booklet) throws(SystemFault) -> MadeFile {
    guard let pdf, let typesetter else { preconditionFailure("a PDF that nobody asked for") }
    var findings: [Diagnostic] = []
    let source = pdf.source(of: booklet, findings: &findings)
    // What is wrong already would only be said again in the engine's words.
    guard !findings.hasErrors else { return MadeFile(bytes: [], findings) }
    switch try typesetter.compile(source) {
    case .success(let typeset): return MadeFile(bytes: typeset.bytes, pages: typeset.pages, findings)
    case .failure(let refusal): return MadeFile(bytes: [], findings + refusal.findings)
    }
  }

  /// To be called when all is published.
  func finish() { typesetter?.trimCache() }
}

extension Output {
  /// Whether its documents show pictures at all.
  fileprivate var holdsPictures: Bool {
    switch self {
    case .pdf, .odt, .docx: true
    case .html, .xlsx, .csv, .zip: false
    }
  }

  /// Whether figures have to be drawn for it, as pictures.
  fileprivate var holdsFiguresAsPictures: Bool {
    switch self {
    case .odt, .docx: true
    case .pdf, .html, .xlsx, .csv, .zip: false
    }
  }
}

/// The pictures that documents hold: those of authors, and what figures look like where a format cannot draw.
private struct PictureCollection {
  /// As they were read.
  private(set) var pictures = Pictures()
  private var toDraw: [(item: PictureSheet.Item, place: Place)] = []
  /// Whether anything has to be drawn by the typesetter.
  var hasDrawings: Bool { !toDraw.isEmpty }
  /// What each of them is drawn for: a figure, or an SVG file by its address.
  private var uses: [Use] = []

  private enum Use {
    case figure(Figure)
    case file(String)
  }

  init(_ folder: AssetFolder, _ plan: Plan, wanted: [Artefact]) throws(SystemFault) {
    for artefact in wanted where artefact.recipe.output.holdsPictures {
      guard let name = artefact.recipe.booklet, let booklet = plan.booklet(name) else { continue }
      let documents = booklet.chapters.map(\.document)
      for inline in documents.flatMap(\.allInlines) {
        guard case .image(.site(let address, _), _, _) = inline.kind, pictures.files[address] == nil,
          let asset = plan.assets[address]
        else { continue }
        add(Picture(try folder.bytes(asset.path)), at: address, place: inline.place)
      }
      guard artefact.recipe.output.holdsFiguresAsPictures else { continue }
      for block in documents.flatMap(\.allBlocks) { add(block) }
    }
  }

  /// A picture that cannot be read stays away; the writers say so where it stands.
  private mutating func add(_ picture: Picture?, at address: String, place: Place) {
    pictures.files[address] = picture
    guard let picture, picture.format == .svg else { return }
    toDraw.append((.drawing(bytes: picture.bytes), place))
    uses.append(.file(address))
  }

  private mutating func add(_ block: Block) {
    guard case .figure(let figure) = block.kind, !toDraw.contains(where: { $0.item == .figure(figure) }) else { return }
    toDraw.append((.figure(figure), block.place))
    uses.append(.figure(figure))
  }

  func drawn(
    by typesetter: Typesetter, on sheet: PictureSheet, findings: inout [Diagnostic]
  ) throws(SystemFault) -> Pictures {
    guard hasDrawings else { return pictures }
    var pictures = pictures
    for (use, dots) in zip(uses, try typesetter.draw(toDraw, on: sheet, findings: &findings)) {
      guard let dots else { continue }
      switch use {
      case .file(let address): pictures.files[address]?.png = dots.bytes
      case .figure(let figure):
        pictures.figures[figure] = Picture(format: .png, bytes: dots.bytes, width: dots.width, height: dots.height)
      }
    }
    return pictures
  }
}
