internal import Markdown

// A list holds only paragraphs and lists. What else an item has, such as a table, stands between two parts of the list,
// the second of which goes on where the first stopped.

extension ODTBody {
  private enum Part {
    case item(XML)
    case outside(XML)
  }

  private static let deepest = 9

  mutating func list(_ list: List, _ place: LayoutContext) -> XML {
    var result = XML.empty
    var items: [XML] = []
    var first: String?
    func close(_ body: inout ODTBody) {
      guard !items.isEmpty else { return }
      let id = body.objects.unused("list")
      result += .tag(
        "text:list",
        ["xml:id": id, "text:style-name": Self.style(list), "text:continue-list": first], items)
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

  private static func style(_ list: List) -> String {
    list.isOfTasks ? "Boxes" : list.start == nil ? "Bullets" : "Numbers"
  }

  private mutating func parts(_ list: List, _ place: LayoutContext) -> [Part] {
    var inner = place
    inner.depth += 1
    inner.style = place.isInNote ? .footnote : .list
    inner.width = max(place.width - 7, 20)
    return list.items.enumerated().flatMap { index, item in
      parts(item, start: index == 0 ? list.start : nil, inner)
    }
  }

  private mutating func parts(_ item: List.Item, start: Int?, _ place: LayoutContext) -> [Part] {
    var parts: [Part] = []
    var own: [XML] = []
    var isOpen = false
    func close() {
      guard !own.isEmpty else { return }
      // What goes on after a table has no mark of its own.
      let start = start.map { "\(max($0, 0))" }
      parts.append(
        .item(isOpen ? .tag("text:list-header", [:], own) : .tag("text:list-item", ["text:start-value": start], own)))
      (own, isOpen) = ([], true)
    }
    for (index, block) in item.blocks.enumerated() {
      let task = index == 0 ? item.done.map { InlineRun.words($0 ? "☑ " : "☐ ", Face()) } : nil
      switch block.kind {
      case .paragraph(let content):
        own.append(paragraph(place.style, [task].compactMap(\.self) + content.runs(), place))
      case .list(let list) where place.depth < Self.deepest:
        for part in self.parts(list, place) {
          switch part {
          case .item(let item): own.append(.tag("text:list", ["text:style-name": Self.style(list)], item))
          case .outside(let block):
            close()
            parts.append(.outside(block))
          }
        }
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
