internal import Markdown

extension DOCXBody {
  /// Word knows no deeper lists.
  private static let deepest = 8
  /// Word's largest number for a list to begin with.
  private static let largestStart = 32_767

  mutating func list(_ list: List, _ place: LayoutContext) -> XML {
    let level = min(place.depth, Self.deepest)
    var id = list.isOfTasks ? 2 : 1
    if let start = list.start, !list.isOfTasks {
      lists.append((min(max(start, 0), Self.largestStart), level))
      id = lists.count + 2
    }
    var inner = place
    inner.depth += 1
    inner.style = place.isInNote ? .footnote : .list
    inner.width = max(place.width - 7, 20)
    return XML(list.items.map { item($0, (id, level), inner) })
  }

  private mutating func item(_ item: List.Item, _ number: (id: Int, level: Int), _ place: LayoutContext) -> XML {
    let task = item.done.map { [InlineRun.words($0 ? "☑ " : "☐ ", Face())] } ?? []
    var rest = item.blocks[...]
    var first = task
    if case .paragraph(let content) = rest.first?.kind {
      first += content.runs()
      rest = rest.dropFirst()
    }
    var result = paragraph(place.style, first, place, list: number)
    for block in rest {
      // What follows in the same item stands below its words, without a mark of its own.
      if case .paragraph(let content) = block.kind {
        result += paragraph(place.style, content.runs(), place, indent: Self.indent(number.level))
      } else {
        result += self.block(block, place)
      }
    }
    return result
  }

  private static func indent(_ level: Int) -> Double { 18 * Double(level + 1) }

  /// The part that says what lists look like: bullets, numbers, and where each numbered list begins.
  var numbering: XML {
    let bullets = ["•", "–", "•", "–", "•", "–", "•", "–", "•"]
    let kinds = [
      kind(0, bullets.map { ("bullet", $0) }), kind(1, (1...9).map { ("decimal", "%\($0).") }),
      // For tasks, whose boxes are words of theirs.
      kind(2, (1...9).map { _ in ("none", "") }),
    ]
    let marks = [(1, 0), (2, 2)].map { id, kind in
      XML.tag("w:num", ["w:numId": "\(id)"], .tag("w:abstractNumId", ["w:val": "\(kind)"]))
    }
    let numbers = lists.enumerated().map { index, list in
      XML.tag(
        "w:num", ["w:numId": "\(index + 3)"], .tag("w:abstractNumId", ["w:val": "1"]),
        .tag("w:lvlOverride", ["w:ilvl": "\(list.level)"], .tag("w:startOverride", ["w:val": "\(list.start)"])))
    }
    return DOCXNames.root("w:numbering", kinds + marks + numbers)
  }

  private func kind(_ id: Int, _ levels: [(format: String, text: String)]) -> XML {
    .tag(
      "w:abstractNum", ["w:abstractNumId": "\(id)"],
      [.tag("w:multiLevelType", ["w:val": "hybridMultilevel"])]
        + levels.enumerated().map { level, mark in
          .tag(
            "w:lvl", ["w:ilvl": "\(level)"], .tag("w:start", ["w:val": "1"]),
            .tag("w:numFmt", ["w:val": mark.format]),
            mark.format == "none" ? .tag("w:suff", ["w:val": "nothing"]) : .empty,
            .tag("w:lvlText", ["w:val": mark.text]),
            .tag("w:lvlJc", ["w:val": "left"]),
            .tag(
              "w:pPr", [:], .tag("w:ind", ["w:left": Self.indent(level).twentieths, "w:hanging": "300"])))
        })
  }
}
