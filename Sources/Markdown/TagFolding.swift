internal import Diagnostics

/// Inlines with their HTML tags folded into the tree: `a <sup>b</sup>` becomes a text and a superscript.
struct TagFolder {
  private struct Frame {
    let name: String
    let attributes: [String: String]
    let place: Place
    var content: [Inline] = []
  }

  let keepsHTML: Bool
  /// How many tags may be open at once.
  private let limit: Int
  /// Where a tag was passed over because of the limit.
  private(set) var cut: Place?
  private var frames: [Frame] = []
  private var content: [Inline] = []

  init(keepsHTML: Bool, limit: Int) { (self.keepsHTML, self.limit) = (keepsHTML, limit) }

  /// How many tags are open.
  var depth: Int { frames.count }

  mutating func add(_ inlines: [Inline]) {
    if frames.isEmpty { content += inlines } else { frames[frames.count - 1].content += inlines }
  }

  mutating func fold(html: String, at place: Place, dropped: inout DroppedTags) {
    guard !keepsHTML else { return add([Inline(.html(html), at: place)]) }
    for token in HTMLTokens(html) {
      switch token {
      case .comment: break
      case .text(let text): add([Inline(.text(text), at: place)])
      case .open("br", _): add([Inline(.lineBreak, at: place)])
      case .open(let name, let attributes):
        let opensFrame = Self.isKept(name, attributes) || name == "span" || HTMLTokens.wordless.contains(name)
        if !opensFrame {
          dropped.add(name, at: place)
        } else if frames.count < limit {
          frames.append(Frame(name: name, attributes: attributes, place: place))
        } else {
          cut = cut ?? place
        }
      case .close(let name):
        // The tag that opened it has been reported where it was not kept.
        if let depth = frames.lastIndex(where: { $0.name == name }) { close(to: depth, dropped: &dropped) }
      }
    }
  }

  mutating func finish(dropped: inout DroppedTags) -> [Inline] {
    close(to: 0, dropped: &dropped, finished: false)
    return content
  }

  private static func isKept(_ name: String, _ attributes: [String: String]) -> Bool {
    switch name {
    case "sup", "sub", "abbr": true
    case "span": attributes["lang"]?.isEmpty == false
    default: false
    }
  }

  /// Closes the frames down to one. Only that one was closed by its author; the rest, and at the end of a text all of
  /// them, were left open and give only their words.
  private mutating func close(to depth: Int, dropped: inout DroppedTags, finished: Bool = true) {
    while frames.count > depth {
      let frame = frames.removeLast()
      let isClosed = finished && frames.count == depth
      guard isClosed, Self.isKept(frame.name, frame.attributes) else {
        dropped.add(frame.name, at: frame.place)
        if !isClosed || !HTMLTokens.wordless.contains(frame.name) { add(frame.content) }
        continue
      }
      add([Inline(Self.kind(frame.name, frame.attributes, frame.content), at: frame.place)])
    }
  }

  private static func kind(_ name: String, _ attributes: [String: String], _ content: [Inline]) -> Inline.Kind {
    switch name {
    case "sup": .superscript(content)
    case "sub": .subscript(content)
    case "abbr": .abbreviation(title: attributes["title"] ?? "", content)
    default: .passage(language: attributes["lang"] ?? "", content)
    }
  }
}

/// Blocks with their HTML folded into the tree: what stands between `<details>` and `</details>` becomes one block, and
/// the words of other tags become paragraphs.
struct DetailsFolder {
  private struct Frame {
    let place: Place
    var summary: [Inline] = []
    var blocks: [Block] = []
  }

  /// How many details may be open at once.
  private let limit: Int
  /// Where details were passed over because of the limit, and how many of those are still open.
  private(set) var cut: Place?
  private var passedOver = 0
  private var frames: [Frame] = []
  private var blocks: [Block] = []

  init(limit: Int) { self.limit = limit }

  /// How many details are open.
  var depth: Int { frames.count }

  mutating func add(_ block: Block) {
    if frames.isEmpty { blocks.append(block) } else { frames[frames.count - 1].blocks.append(block) }
  }

  mutating func fold(html: String, at place: Place, dropped: inout DroppedTags) {
    var words = ""
    for token in HTMLTokens(html) {
      switch token {
      case .comment: break
      case .text(let text): words += text
      case .open("br", _): words += " "
      case .open("summary", _) where !frames.isEmpty: flush(&words, at: place)
      case .close("summary") where !frames.isEmpty:
        frames[frames.count - 1].summary = Self.inlines(words, at: place)
        words = ""
      case .open("details", _):
        flush(&words, at: place)
        openDetails(at: place)
      case .close("details"):
        flush(&words, at: place)
        if passedOver > 0 { passedOver -= 1 } else { closeDetails() }
      case .open(let name, _):
        dropped.add(name, at: place)
        if !Self.staysInLine.contains(name) { flush(&words, at: place) }
      case .close(let name):
        if !Self.staysInLine.contains(name) { flush(&words, at: place) }
      }
    }
    flush(&words, at: place)
  }

  mutating func finish(findings: inout [Diagnostic]) -> [Block] {
    while let frame = frames.last {
      findings.append(.openDetails(at: frame.place))
      closeDetails()
    }
    return blocks
  }

  private static let staysInLine: Set = ["a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup", "u"]

  private mutating func openDetails(at place: Place) {
    guard frames.count < limit else {
      cut = cut ?? place
      passedOver += 1
      return
    }
    frames.append(Frame(place: place))
  }

  private mutating func closeDetails() {
    guard let frame = frames.popLast() else { return }
    let summary = frame.summary.isEmpty ? [Inline(.text("Details"), at: frame.place)] : frame.summary
    add(Block(.details(summary: summary, frame.blocks), at: frame.place))
  }

  private mutating func flush(_ words: inout String, at place: Place) {
    let content = Self.inlines(words, at: place)
    if !content.isEmpty { add(Block(.paragraph(content), at: place)) }
    words = ""
  }

  private static func inlines(_ words: String, at place: Place) -> [Inline] {
    let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? [] : [Inline(.text(text), at: place)]
  }
}
