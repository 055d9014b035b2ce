package import Diagnostics
internal import Digests
package import System
package import TypstOutput

/// A document as it was typeset.
package struct Typeset: Sendable, Hashable {
  package let bytes: [UInt8]
  package let pages: Int
}

/// Compiles sources with the engine, and keeps what was made from one build to the next.
package struct Typesetter: Sendable {
  /// Why there is no document.
  package struct Refusal: Error {
    package let findings: [Diagnostic]
  }

  /// The signs that the engine's fonts have.
  package let signs: GlyphCoverage
  private let engine: Engine
  private let cache: Cache?

  /// `cache` is what earlier builds made.
  package init(_ engine: Engine, fonts: OwnFonts = .none, cache: Cache? = nil) {
    (self.engine, self.cache) = (engine.with(fonts: fonts.files), cache)
    signs = GlyphCoverage(fonts: engine.fonts, own: fonts)
  }

  /// Makes a PDF. Several may be made at the same time. What the engine has against the source is a refusal; an engine
  /// that fails, hangs or lies is the machine's fault.
  package func compile(_ source: TypstSource) throws(SystemFault) -> Result<Typeset, Refusal> {
    switch try run(source, .pdf) {
    case .success(let made): .success(Typeset(bytes: made.files.first ?? [], pages: made.pages))
    case .failure(let complaints): .failure(Refusal(findings: complaints.findings(source)))
    }
  }

  /// At the end of a build: keeps the cache from growing for ever.
  package func trimCache() { cache?.trim() }

  private func run(
    _ source: TypstSource, _ product: Engine.Product
  ) throws(SystemFault) -> Result<Product, Complaints> {
    let key = source.key(engine: engine.identity, product: product.rawValue)
    if let kept = cache?.find(key).flatMap(Product.init), product.doubt(kept.files, pages: kept.pages) == nil {
      return .success(kept)
    }
    switch try engine.run(Engine.Job(files: source.allFiles, product: product, date: source.date)) {
    case .made(let files, let pages):
      let made = Product(files: files, pages: pages)
      cache?.keep(made.bytes, under: key)
      return .success(made)
    case .refused(let complaints): return .failure(Complaints(list: complaints))
    case .tookTooLong: throw .engineTooSlow(engine.limitInSeconds, at: source.place)
    case .died(let words): throw .engineDied(words, at: source.place)
    }
  }
}

/// What an engine has against a source.
private struct Complaints: Error {
  let list: [Engine.Complaint]

  func findings(_ source: TypstSource) -> [Diagnostic] {
    list.map { complaint in
      .typesetterStopped(
        complaint.message, at: source.place(ofLine: complaint.line),
        look: complaint.look.flatMap { source.place(ofLine: $0.line, inLook: $0.file) })
    }.inReadingOrder()
  }
}

extension SystemFault {
  fileprivate static func engineTooSlow(_ seconds: Int, at place: Place) -> SystemFault {
    SystemFault(
      .engineFailed, "the typesetter was stopped, since it took longer than \(seconds) seconds for a document",
      file: place.file,
      help:
        "Nothing has been changed. Run it again when this machine has less to do. If it happens again, look for a very long table or a very large picture."
    )
  }

  fileprivate static func engineDied(_ words: String, at place: Place) -> SystemFault {
    SystemFault(
      .engineFailed, "the typesetter broke down: \(words)", file: place.file,
      help:
        "Nothing has been changed. Run it again. If it happens again, run tools/install once more, or look for a very large picture."
    )
  }
}

// Pictures of drawings.

extension Typesetter {
  /// A picture in twice the dots of a screen, as a PNG.
  package struct Dots: Sendable, Hashable {
    package let bytes: [UInt8]
    package let width: Int
    package let height: Int

    fileprivate init(_ png: [UInt8]) {
      func number(_ place: Int) -> Int { png.dropFirst(place).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
      (bytes, width, height) = (png, number(16), number(20))
    }
  }

  /// Draws everything in one process. Nil for what cannot be drawn, which is told at its place.
  package func draw(
    _ items: [(item: PictureSheet.Item, place: Place)], on sheet: PictureSheet, findings: inout [Diagnostic]
  ) throws(SystemFault) -> [Dots?] {
    var left = Array(items.indices)
    while !left.isEmpty {
      let source = sheet.source(of: left.map { items[$0] })
      switch try run(source, .pictures) {
      case .success(let made):
        let drawn = Dictionary(zip(left, made.files.map(Dots.init))) { first, _ in first }
        return items.indices.map { drawn[$0] }
      case .failure(let complaints):
        findings += complaints.findings(source)
        let bad = Set(complaints.list.compactMap(\.line).map(PictureSheet.item))
        guard !bad.isDisjoint(with: left.indices) else { return items.map { _ in nil } }
        left = left.indices.filter { !bad.contains($0) }.map { left[$0] }
      }
    }
    return items.map { _ in nil }
  }
}

/// What an engine made; kept as a line of numbers, and the files one after another.
private struct Product {
  let files: [[UInt8]]
  let pages: Int

  init(files: [[UInt8]], pages: Int) { (self.files, self.pages) = (files, pages) }

  init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: .lineFeed) else { return nil }
    let numbers = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    guard let pages = numbers.first, numbers.dropFirst().allSatisfy({ $0 >= 0 }),
      numbers.dropFirst().reduce(end + 1, +) == bytes.count
    else { return nil }
    var rest = bytes[(end + 1)...]
    var files: [[UInt8]] = []
    for size in numbers.dropFirst() {
      files.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    self.init(files: files, pages: pages)
  }

  var bytes: [UInt8] {
    let numbers = [pages] + files.map(\.count)
    return Array((numbers.map(String.init).joined(separator: " ") + "\n").utf8) + files.flatMap(\.self)
  }
}
