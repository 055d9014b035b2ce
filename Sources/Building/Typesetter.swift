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
  package let signs: Signs
  private let engine: Engine
  private let cache: Cache?

  /// Throws where the engine or its fonts are missing. `engines` is the folder they are looked for in, unless the
  /// variable TENDERPRESS_ENGINES names one; `cache` is the folder of what earlier builds made.
  package init(engines: String? = nil, cache: String? = nil, limitInSeconds: Int = 60) throws(SystemFault) {
    engine = try Engine(folder: engines, limitInSeconds: limitInSeconds)
    signs = Signs(fonts: engine.fonts)
    self.cache = cache.map(Cache.init)
  }

  /// Makes a PDF. Several may be made at the same time.
  package func compile(_ source: TypstSource) throws(SystemFault) -> Result<Typeset, Refusal> {
    switch try run(source, .pdf) {
    case .made(let files, let pages): .success(Typeset(bytes: files.first ?? [], pages: pages))
    case let other: .failure(Refusal(findings: findings(other, source)))
    }
  }

  /// At the end of a build: removes what it did not need from the cache.
  package func forgetUnused() { cache?.removeUnused() }

  private func findings(_ outcome: Engine.Outcome, _ source: TypstSource) -> [Diagnostic] {
    switch outcome {
    case .made: []
    case .refused(let complaints):
      complaints.map { .typesetterStopped($0.message, at: source.place(ofLine: $0.line)) }.inReadingOrder()
    case .tookTooLong: [.typesetterTooSlow(engine.limitInSeconds, at: source.place)]
    case .died(let words): [.typesetterDied(words, at: source.place)]
    }
  }

  private func run(_ source: TypstSource, _ product: Engine.Product) throws(SystemFault) -> Engine.Outcome {
    let key = source.key(engine: engine.identity, product: product.rawValue)
    if let kept = cache?.find(key).flatMap(Kept.init) { return .made(kept.files, pages: kept.pages) }
    let outcome = try engine.run(Engine.Job(files: source.allFiles, product: product, date: source.date))
    if case .made(let files, let pages) = outcome { cache?.keep(Kept(files: files, pages: pages).bytes, under: key) }
    return outcome
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
      let outcome = try run(source, .pictures)
      findings += self.findings(outcome, source)
      switch outcome {
      case .made(let files, _):
        let drawn = Dictionary(zip(left, files.map(Dots.init))) { first, _ in first }
        return items.indices.map { drawn[$0] }
      case .refused(let complaints):
        let bad = Set(complaints.compactMap(\.line).map(PictureSheet.item))
        guard !bad.isDisjoint(with: left.indices) else { return items.map { _ in nil } }
        left = left.indices.filter { !bad.contains($0) }.map { left[$0] }
      case .tookTooLong, .died: return items.map { _ in nil }
      }
    }
    return items.map { _ in nil }
  }
}

/// What the cache keeps: a line of numbers, and the files one after another.
private struct Kept {
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
