internal import Diagnostics

extension Block.Kind {
  /// What stands in a quote, where it begins with `[!NOTE]` or one of its fellows; nil for any other. The mark becomes a
  /// paragraph that says the word.
  static func alert(_ blocks: [Block]) -> Block.Kind? {
    guard let first = blocks.first, case .paragraph(var content) = first.kind, let mark = content.first,
      case .text(let text) = mark.kind,
      let alert = Alert.allCases.first(where: { text.uppercased().hasPrefix($0.mark) })
    else { return nil }
    let rest = text.dropFirst(alert.mark.count).drop(while: \.isWhitespace)
    content[0] = Inline(.text(String(rest)), at: mark.place)
    if rest.isEmpty { content.removeFirst() }
    if case .softBreak? = content.first?.kind { content.removeFirst() }
    let word = Block(
      .paragraph([Inline(.strong([Inline(.text(alert.word), at: mark.place)]), at: mark.place)]), at: first.place)
    let words = content.isEmpty ? [] : [Block(.paragraph(content), at: first.place)]
    return .group(.alert(alert), [word] + words + blocks.dropFirst())
  }
}

extension Alert {
  fileprivate var mark: String { "[!\(rawValue.uppercased())]" }

  fileprivate var word: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
