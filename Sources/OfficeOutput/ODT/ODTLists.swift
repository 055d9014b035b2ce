internal import Markdown

// A list holds only paragraphs and lists. What else an item has, such as a table, stands between two parts of the list,
// the second of which goes on where the first stopped.

extension ODTBody {
  private enum Part {
    case item(Item)
    case outside(XML)
  }

  private struct Item {
    /// Nil in a list without numbers.
    let number: Int?
    /// Whether it goes on with an item that has its mark already.
    let goesOn: Bool
    let content: [XML]
  }

  private static let deepest = 9

  mutating func list(_ list: List, _ place: LayoutContext) -> XML {
    var result = XML.empty
    var items: [Item] = []
    var first: String?
    func close(_ body: inout ODTBody) {
      guard !items.isEmpty else { return }
      let id = body.objects.unused("list")
      result += Self.tag(items, of: list, id: id, continuing: first)
      first = first ?? id
      items = []
    }
    for part in parts(list, place) {
      switch part {
      case .item(let item): items.append(item)
      case .outside(let block):
        close(&self)
        result += block
      }
    }
    close(&self)
    return result
  }

  /// Some items of a list, of which the first to have a number says it.
  private static func tag(_ items: [Item], of list: List, id: String? = nil, continuing first: String? = nil) -> XML {
    let numbered = items.firstIndex { !$0.goesOn }
    let tags = items.enumerated().map { index, item in
      let number = index == numbered ? item.number.map { "\(max($0, 0))" } : nil
      return item.goesOn
        ? XML.tag("text:list-header", [:], item.content)
        : .tag("text:list-item", ["text:start-value": number], item.content)
    }
    return .tag("text:list", ["xml:id": id, "text:style-name": style(list), "text:continue-list": first], tags)
  }

  private static func style(_ list: List) -> String {
    list.isOfTasks ? "Boxes" : list.start == nil ? "Bullets" : "Numbers"
  }

  private mutating func parts(_ list: List, _ place: LayoutContext) -> [Part] {
    var inner = place
    inner.depth += 1
    inner.style = place.isInNote ? .footnote : .list
    inner.width = max(place.width - 7, 20)
    return list.items.enumerated().flatMap { index, item in
      parts(item, number: list.start.map { $0 + index }, inner)
    }
  }

  private mutating func parts(_ item: List.Item, number: Int?, _ place: LayoutContext) -> [Part] {
    var parts: [Part] = []
    var own: [XML] = []
    var isOpen = false
    func close() {
      guard !own.isEmpty else { return }
      // What goes on after a table has no mark of its own.
      parts.append(.item(Item(number: number, goesOn: isOpen, content: own)))
      (own, isOpen) = ([], true)
    }
    for (index, block) in item.blocks.enumerated() {
      let task = index == 0 ? item.done.map { InlineRun.words($0 ? "☑ " : "☐ ", Face()) } : nil
      switch block.kind {
      case .paragraph(let content):
        own.append(paragraph(place.style, [task].compactMap(\.self) + content.runs(), place))
      case .list(let list) where place.depth < Self.deepest:
        var items: [Item] = []
        func closeInner() {
          if !items.isEmpty { own.append(Self.tag(items, of: list)) }
          items = []
        }
        for part in self.parts(list, place) {
          switch part {
          case .item(let item): items.append(item)
          case .outside(let block):
            closeInner()
            close()
            parts.append(.outside(block))
          }
        }
        closeInner()
      case .list(let list):
        close()
        parts += self.parts(list, place)
      default:
        close()
        parts.append(.outside(self.block(block, place)))
      }
    }
    if item.blocks.isEmpty { own.append(paragraph(place.style, [], place)) }
    close()
    return parts
  }
}
