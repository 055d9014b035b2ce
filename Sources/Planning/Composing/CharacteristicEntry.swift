internal import Content
internal import Markdown
internal import Tenders

/// A quality characteristic as an entry of a page: what it looks like, examples, and what it is not.
struct CharacteristicEntry {
  private let characteristic: QualityCharacteristic
  private let text: Document
  private let writing: Writing
  /// A last line, such as where it is asked about.
  var closing: [Inline] = []

  init(_ characteristic: QualityCharacteristic, text: Document, writing: Writing) {
    self.characteristic = characteristic
    self.text = text.prefixingIDs(with: characteristic.id)
    self.writing = writing
  }

  var document: Document {
    var blocks = [writing.heading(characteristic.title, level: 2, of: characteristic.id)]
    blocks += text.withHeadings(from: 3).blocks
    let lists = [
      ("What it looks like", characteristic.features), ("For example", characteristic.examples),
      ("What it is not", characteristic.isNot),
    ]
    for (index, (title, items)) in lists.enumerated() where !items.isEmpty {
      blocks += [
        writing.heading(title, level: 3, of: characteristic.id, part: "List-\(index + 1)"), writing.list(items),
      ]
    }
    if !closing.isEmpty { blocks.append(writing.paragraph(closing)) }
    return Document(
      blocks: [writing.entry(characteristic.id, blocks, at: characteristic.file.place)], footnotes: text.footnotes)
  }
}
