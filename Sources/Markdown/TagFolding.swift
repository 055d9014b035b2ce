internal import Diagnostics

/// Inlines with their HTML tags folded into the tree: `a <sup>b</sup>` becomes a text and a superscript.
struct TagFolder {
  private struct Frame {
    let tag: HTMLTag
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
  /// Where a tag that begins or ends a paragraph was left out: what follows does not stand on the same line.
  private var waitingBreak: Place?

  init(keepsHTML: Bool, limit: Int) { (self.keepsHTML, self.limit) = (keepsHTML, limit) }

  /// How many tags are open.
  var depth: Int { frames.count }

  mutating func add(_ inlines: [Inline]) {
    guard !inlines.isEmpty else { return }
    let isFirst = frames.last?.content.isEmpty ?? content.isEmpty
    let lineBreak = waitingBreak.flatMap { isFirst ? nil : Inline(.lineBreak, at: $0) }
    waitingBreak = nil
    let added = [lineBreak].compactMap(\.self) + inlines
    if frames.isEmpty { content += added } else { frames[frames.count - 1].content += added }
  }

  mutating func fold(html: String, at place: Place, dropped: inout DroppedTags) {
    guard !keepsHTML else { return add([Inline(.html(html), at: place)]) }
    for token in HTMLTokens(html) { fold(token, at: place, dropped: &dropped) }
  }

  mutating func fold(_ token: HTMLTokens.Token, at place: Place, dropped: inout DroppedTags) {
    switch token {
    case .comment: break
    case .text(let text): add([Inline(.text(text), at: place)])
    case .open(let tag): open(tag, at: place, dropped: &dropped)
    case .close(let name):
      // The tag that opened it has been reported where it was not kept.
      if let depth = frames.lastIndex(where: { $0.tag.name == name }) { close(to: depth, dropped: &dropped) }
      if !HTMLTag.staysInLine(name) { waitingBreak = place }
    }
  }

  private mutating func open(_ tag: HTMLTag, at place: Place, dropped: inout DroppedTags) {
    guard tag.name != "br" else { return add([Inline(.lineBreak, at: place)]) }
    guard tag.isKept || tag.name == "span" || tag.isWordless else {
      dropped.add(tag, at: place)
      if !HTMLTag.staysInLine(tag.name) { waitingBreak = place }
      return
    }
    if frames.count < limit {
      frames.append(Frame(tag: tag, place: place))
    } else {
      cut = cut ?? place
    }
  }

  mutating func finish(dropped: inout DroppedTags) -> [Inline] {
    close(to: 0, dropped: &dropped, finished: false)
    return content
  }

  /// Closes the frames down to one. Only that one was closed by its author; the rest, and at the end of a text all of
  /// them, were left open and give only their words.
  private mutating func close(to depth: Int, dropped: inout DroppedTags, finished: Bool = true) {
    while frames.count > depth {
      let frame = frames.removeLast()
      let isClosed = finished && frames.count == depth
      guard isClosed, let kind = frame.tag.kind(of: frame.content) else {
        dropped.add(frame.tag, at: frame.place)
        if !isClosed || !frame.tag.isWordless { add(frame.content) }
        continue
      }
      add([Inline(kind, at: frame.place)])
    }
  }
}

extension HTMLTag {
  /// Whether it says something that a tree can hold.
  fileprivate var isKept: Bool { kind(of: []) != nil }

  fileprivate func kind(of content: [Inline]) -> Inline.Kind? {
    switch name {
    case "sup": .superscript(content)
    case "sub": .subscript(content)
    case "abbr": .abbreviation(title: attributes["title"] ?? "", content)
    case "span": attributes["lang"].flatMap { $0.isEmpty ? nil : .passage(language: $0, content) }
    default: nil
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
    var line = newLine
    for token in HTMLTokens(html) {
      switch token {
      case .open(let tag) where tag.name == "summary" && !frames.isEmpty: endParagraph(&line, at: place, &dropped)
      case .close("summary") where !frames.isEmpty:
        frames[frames.count - 1].summary = words(&line, &dropped)
      case .open(let tag) where tag.name == "details":
        endParagraph(&line, at: place, &dropped)
        openDetails(at: place)
      case .close("details"):
        endParagraph(&line, at: place, &dropped)
        if passedOver > 0 { passedOver -= 1 } else { closeDetails() }
      case .open(let tag) where !HTMLTag.staysInLine(tag.name):
        dropped.add(tag, at: place)
        endParagraph(&line, at: place, &dropped)
      case .close(let name) where !HTMLTag.staysInLine(name): endParagraph(&line, at: place, &dropped)
      case .text, .open, .close, .comment: line.fold(token, at: place, dropped: &dropped)
      }
    }
    endParagraph(&line, at: place, &dropped)
  }

  mutating func finish(findings: inout [Diagnostic]) -> [Block] {
    while let frame = frames.last {
      findings.append(.openDetails(at: frame.place))
      closeDetails()
    }
    return blocks
  }

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

  /// What stands between two tags that each begin a paragraph.
  private var newLine: TagFolder { TagFolder(keepsHTML: false, limit: limit - frames.count) }

  private mutating func endParagraph(_ line: inout TagFolder, at place: Place, _ dropped: inout DroppedTags) {
    let content = words(&line, &dropped)
    if !content.isEmpty { add(Block(.paragraph(content), at: place)) }
  }

  private mutating func words(_ line: inout TagFolder, _ dropped: inout DroppedTags) -> [Inline] {
    defer { line = newLine }
    cut = cut ?? line.cut
    return line.finish(dropped: &dropped).withSingleBlanks
  }
}

extension [Inline] {
  /// The same words with one blank in the place of many, and none at the ends, as HTML means them.
  fileprivate var withSingleBlanks: [Inline] {
    var isAfterBlank = true
    func closeUp(_ inlines: [Inline]) -> [Inline] {
      inlines.mapping { inline in
        guard case .text(let text) = inline.kind else { return nil }
        var words = ""
        for character in text {
          let isBlank = character.isWhitespace && character != "\u{A0}"
          if !isBlank { words.append(character) } else if !isAfterBlank { words.append(" ") }
          isAfterBlank = isBlank
        }
        return words.isEmpty ? [] : [Inline(.text(words), at: inline.place)]
      }
    }
    var content = closeUp(self)
    while let last = content.last, [last].sayNothing { content.removeLast() }
    guard let last = content.last, case .text(let text) = last.kind, text.last == " " else { return content }
    return content.dropLast() + [Inline(.text(String(text.dropLast())), at: last.place)]
  }
}

/// Tags that were left out, so that a text full of them gives one finding for those that are first met together, and no
/// wall. What only their attributes say is told each by itself.
struct DroppedTags {
  private var places: [String: [Place]] = [:]
  private var lost: [Diagnostic] = []

  mutating func add(_ tag: HTMLTag, at place: Place) {
    places[tag.name, default: []].append(place)
    lost += tag.words.map { .lostWords($0, in: "the tag <\(tag.name)>, which is left out", at: place) }
  }

  var findings: [Diagnostic] {
    let names = places.keys.sorted {
      (places[$0]?.first?.range.lowerBound ?? 0, $0) < (places[$1]?.first?.range.lowerBound ?? 0, $1)
    }
    let groups = Dictionary(grouping: names) {
      Group(place: places[$0]?.first, isWordless: HTMLTag.wordless.contains($0))
    }
    let dropped = groups.compactMap { group, names -> Diagnostic? in
      guard let place = group.place else { return nil }
      return .droppedTags(names, count: names.map { places[$0]?.count ?? 0 }.max() ?? 1, at: place)
    }
    return dropped.inReadingOrder() + lost
  }

  /// Tags that are told of together.
  private struct Group: Hashable {
    let place: Place?
    let isWordless: Bool
  }
}
