// What an engine hands back is looked at before anybody publishes it.

extension Engine.Product {
  /// More pages than any pack has.
  private static let mostPages = 20_000

  /// Why these files cannot be what was asked for; nil where they can.
  package func doubt(_ files: [[UInt8]], pages: Int) -> String? {
    guard (1...Self.mostPages).contains(pages) else { return "it says that it made \(pages) pages" }
    switch self {
    case .pdf:
      guard files.count == 1, let file = files.first, file.isPDF else { return "what it made is no PDF" }
      guard file.pdfPages == pages else { return "it says that it made \(pages) pages, and its file says otherwise" }
    case .pictures:
      guard files.count == pages else { return "it made \(files.count) pictures and says \(pages)" }
      guard files.allSatisfy(\.isPNG) else { return "what it made are no pictures" }
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate var isPDF: Bool {
    starts(with: "%PDF-".utf8) && suffix(1024).contains("%%EOF".utf8)
  }

  /// How many pages a PDF's own lists of them count: the largest count, since lists may hold lists.
  fileprivate var pdfPages: Int? {
    let (list, end, count) = (Array("/Type/Pages".utf8), Array("endobj".utf8), Array("/Count ".utf8))
    var largest: Int?
    var rest = self[...]
    while let mark = rest.firstRange(of: list) {
      rest = rest[mark.upperBound...]
      let object = rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)]
      guard
        let digits = object.firstRange(of: count).map({ object[$0.upperBound...].prefix { $0 >= 0x30 && $0 <= 0x39 } })
      else { continue }
      largest = Swift.max(largest ?? 0, Int(String(decoding: digits, as: UTF8.self)) ?? 0)
    }
    return largest
  }

  /// A picture with a size.
  fileprivate var isPNG: Bool {
    func number(_ place: Int) -> Int { dropFirst(place).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
    return starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && count > 33
      && (1...100_000).contains(number(16)) && (1...100_000).contains(number(20))
  }
}
