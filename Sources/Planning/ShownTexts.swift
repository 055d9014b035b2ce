internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// Which texts readers meet, and which they should not meet yet.
struct ShownTexts {
  let model: Model
  private let written: [String: WrittenFile]

  init(_ model: Model) {
    self.model = model
    written = Dictionary(model.files.map { ($0.file.path, $0) }) { first, _ in first }
  }

  /// Texts that nobody would read, even if nothing were kept back. While a reference leads nowhere or a file breaks off
  /// nobody knows what they would have named; and before the first question nobody knows what it will use.
  func unshown(unless findings: [Diagnostic]) -> [Diagnostic] {
    guard !model.site.isTrial, !findings.hasErrors else { return [] }
    let list = PageList(model: model, drafts: true, isOffline: false, rules: [])
    let onPages = list.pages.flatMap(\.texts).map(\.key.path)
    var shown: Set<String> = []
    var waiting = onPages
    while let path = waiting.popLast() {
      if shown.insert(path).inserted, let text = written[path] { waiting += text.file.body.shownTexts }
    }
    let asksNothing = model.tenders.allSatisfy(\.questions.isEmpty)
    return model.files.filter { text in
      guard !shown.contains(text.file.path), text.facts.isDraft.value != true else { return false }
      return switch text.location.kind.declaration.shownBy {
      case .question: !asksNothing
      case .beingThere: text.location.kind != .site
      case .pick, .showBlock, .pageName: true
      }
    }.map(Diagnostic.textNotShown)
  }

  /// What says that it is a draft and stands on a page all the same, since the page would not be whole without it.
  func draftsInUse(on pages: PlannedPages) -> [Diagnostic] {
    var told: Set<String> = []
    return pages.flatMap { page in
      page.texts.compactMap { text in
        guard let file = written[text.key.path], file.facts.isDraft.value == true,
          told.insert(text.key.path).inserted
        else { return nil }
        return .draftInUse(file, on: page)
      }
    }
  }
}

extension Document {
  /// The paths of the texts that its show blocks name.
  fileprivate var shownTexts: [String] {
    allBlocks.compactMap { block in
      if case .show(let directive) = block.kind { directive["text"]?.value } else { nil }
    }
  }
}
