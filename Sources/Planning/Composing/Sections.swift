internal import Markdown

extension Document {
  /// Adds what data makes, section by section. Where an author has a section of the same heading, it goes to the end of
  /// that, so that no page has two of one heading.
  mutating func addSections(of data: Document) {
    var rest = Document(blocks: [], footnotes: data.footnotes)
    // What data adds has no heading that an author could have written.
    let headings = Set(blocks.compactMap { $0.heading?.id })
    for section in data.blocks.sections {
      guard let id = section.title.map(headingID), headings.contains(id), let index = end(ofSection: id) else {
        rest.blocks += section.blocks
        continue
      }
      blocks.insert(contentsOf: section.blocks.withoutHeading, at: index)
    }
    append(rest)
  }

  /// Where the section of an author's heading ends: before the next heading of its level or a higher one.
  private func end(ofSection id: String) -> Int? {
    guard let start = blocks.firstIndex(where: { $0.heading?.id == id }), let level = blocks[start].heading?.level
    else {
      return nil
    }
    let next = blocks[(start + 1)...].firstIndex { block in block.heading.map { $0.level <= level } ?? false }
    return next ?? blocks.endIndex
  }
}

extension [Block] {
  /// The blocks cut before each heading of level 2, and before each entry that has one; the first part may have none.
  fileprivate var sections: [(title: String?, blocks: [Block])] {
    reduce(into: []) { sections, block in
      let heading = block.heading ?? block.entryHeading
      if heading?.level == 2 || sections.isEmpty {
        sections.append((heading?.content.plainText, [block]))
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
  }

  /// A section's blocks without its heading. An entry stays one, as links lead to it.
  fileprivate var withoutHeading: [Block] {
    guard let first, case .group(let group, let inner) = first.kind, first.entryHeading != nil else {
      return Array(dropFirst())
    }
    return [Block(.group(group, Array(inner.dropFirst())), at: first.place)] + dropFirst()
  }
}

extension Block {
  fileprivate var heading: Heading? {
    if case .heading(let heading) = kind { heading } else { nil }
  }

  /// The heading that an entry begins with.
  fileprivate var entryHeading: Heading? {
    if case .group(.entry, let inner) = kind { inner.first?.heading } else { nil }
  }
}
