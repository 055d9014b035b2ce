internal import Diagnostics
internal import Markdown

// Blocks. On the page itself they flow, and wide ones turn the page; within others they are content in braces.

extension Setting {
  // MARK: On the page

  /// Within others too, where no page is turned.
  mutating func flow(_ blocks: [Block]) {
    for (block, isWide) in zip(blocks, orientations(of: blocks)) {
      if case .form(let form) = block.kind {
        self.form(form, at: block.place)
      } else {
        turn(isWide)
        self.block(block)
      }
    }
  }

  /// Whether each block stands on a page on its side: wide tables, and the heading and short words just before them.
  func orientations(of blocks: [Block]) -> [Bool] {
    var isTurned = false
    // How many paragraphs may still come along; none above a heading.
    var room = 0
    return blocks.reversed().map { block in
      switch block.kind {
      case .group(.screenOnly, _): break
      case .heading: room = 0
      case .paragraph(let words) where isTurned && room > 0 && words.plainText.count < 400: room -= 1
      default: (isTurned, room) = (block.turnsPage, 2)
      }
      return isTurned
    }.reversed()
  }

  /// Turns the page on its side, or back.
  mutating func turn(_ turned: Bool) {
    guard turned != isTurned, depth == 0 else { return }
    line(turned ? "landscape({" : "})")
    isTurned = turned
  }

  // MARK: Within others

  /// Content of the typesetter from blocks.
  mutating func inner(_ blocks: [Block], before: String, after: String, at place: Place) {
    guard depth < Self.deepest else {
      // Never without a container where one is asked for; only deeper ones are opened.
      line(before + "{[]", at: place)
      for block in blocks { flat(block) }
      return line("}" + after, at: place)
    }
    depth += 1
    line(before + "{[]", at: place)
    for block in blocks { self.block(block) }
    line("}" + after, at: place)
    depth -= 1
  }

  /// A block without its container.
  private mutating func flat(_ block: Block) {
    switch block.kind {
    case .quote(let blocks), .group(_, let blocks): for block in blocks { flat(block) }
    case .details(let summary, let blocks):
      content(summary, before: "par(", after: ")", at: block.place)
      for block in blocks { flat(block) }
    case .list(let list): for block in list.items.flatMap(\.blocks) { flat(block) }
    default: self.block(block)
    }
  }

  // MARK: Each kind

  mutating func block(_ block: Block) {
    let place = block.place
    switch block.kind {
    case .paragraph(let words): paragraph(words, at: place)
    case .heading(let heading): self.heading(heading, at: place)
    case .quote(let blocks): inner(blocks, before: "quoted(", after: ")", at: place)
    case .list(let list): self.list(list, at: place)
    case .code(_, let text): line("code-block(\(string(text, at: place, keepsLines: true)))", at: place)
    case .table(let table): self.table(table, at: place)
    case .details(let summary, let blocks): details(summary, blocks, at: place)
    case .group(let group, let blocks): self.group(group, blocks, at: place)
    case .figure(let figure): self.figure(figure, at: place)
    case .form(let form): self.form(form, at: place)
    case .thematicBreak: line("divide", at: place)
    case .show, .html: break
    }
  }

  private mutating func paragraph(_ words: [Inline], at place: Place) {
    if let picture = words.onlyPicture { return self.picture(picture) }
    let mark = markOfItem.map { $0 + " + " } ?? ""
    markOfItem = nil
    content(words, before: "par(\(mark)", after: ")", at: place)
    writeWaitingNotes(at: place)
  }

  /// A heading, at most one level below the last: readers and the law of the format refuse a level left out.
  private mutating func heading(_ heading: Heading, at place: Place) {
    level = min(max(2, heading.level), level + 1)
    bareContent(heading.content, before: "section(\(level), \(label(heading.id)), ", after: ")", at: place)
    writeWaitingNotes(at: place)
  }

  private mutating func list(_ list: List, at place: Place) {
    guard !list.items.isEmpty else { return }
    let isTasks = list.items.contains { $0.done != nil }
    let function = list.start.map { "enum(start: \(max(0, $0)), " } ?? (isTasks ? "task-list(" : "list(")
    line("\(function)tight: \(list.tight),", at: place)
    for item in list.items {
      let start = item.blocks.first?.place ?? place
      guard isTasks else {
        inner(item.blocks, before: "", after: ",", at: start)
        continue
      }
      let mark = "task-mark(\(item.done.map(String.init) ?? "none"))"
      if case .paragraph? = item.blocks.first?.kind {
        markOfItem = mark
        inner(item.blocks, before: "", after: ",", at: start)
      } else {
        inner(item.blocks, before: "par(\(mark)) + ", after: ",", at: start)
      }
    }
    line(")", at: place)
  }

  private mutating func details(_ summary: [Inline], _ blocks: [Block], at place: Place) {
    content(summary, before: "opened(", after: ",", at: place)
    inner(blocks, before: "", after: ")", at: place)
  }

  private mutating func group(_ group: Group, _ blocks: [Block], at place: Place) {
    switch group {
    case .screenOnly: break
    case .passage(let tag):
      let language = LanguageTag(tag)
      if let language { line("passage(\(language.arguments), {[]", at: place) }
      flow(blocks)
      turn(false)
      if language != nil { line("})", at: place) }
    case .voice(let role):
      inner(blocks, before: "voice(\(role.map { string($0, at: place) } ?? "none"), ", after: ")", at: place)
    case .alert: inner(blocks, before: "alert(", after: ")", at: place)
    case .entry(let id, let number): entry(id, number, blocks, at: place)
    }
  }

  /// One of many: its number hangs beside its heading.
  private mutating func entry(_ id: String, _ number: String?, _ blocks: [Block], at place: Place) {
    guard case .heading(let heading)? = blocks.first?.kind else {
      line("anchor(\(label(id)))", at: place)
      return flow(blocks)
    }
    level = min(max(2, heading.level), level + 1)
    let words = number.map { string($0, at: place) } ?? "none"
    bareContent(heading.content, before: "entry(\(level), \(label(id)), \(words), ", after: ")", at: place)
    writeWaitingNotes(at: place)
    flow(Array(blocks.dropFirst()))
  }
}

extension Block {
  /// Whether it begins with something that needs a page on its side.
  fileprivate var turnsPage: Bool {
    switch kind {
    case .table(let table): table.isWide
    case .form(let form): form.sections.first?.fields.first?.isWide ?? false
    default: false
    }
  }
}

extension [Inline] {
  /// The picture that stands alone in a paragraph.
  fileprivate var onlyPicture: Inline? {
    let words = filter { inline in
      if case .text(let text) = inline.kind { return !text.allSatisfy(\.isWhitespace) }
      return inline.kind != .softBreak && inline.kind != .lineBreak
    }
    guard words.count == 1, let first = words.first, case .image = first.kind else { return nil }
    return first
  }
}
