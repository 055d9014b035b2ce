internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// Outcomes with their indicators, level by level: a tender's framework, or the library of all.
struct OutcomesFramework {
  let outcomes: Indexed<Outcome>
  let writing: Writing
  /// The page that it stands on.
  let page: Address

  /// `text` gives each outcome's text.
  func document(_ text: (Outcome) -> Document) -> Document {
    var document = Document(
      blocks: [
        writing.heading("All outcomes at a glance", id: "glance"), writing.block(.figure(Figures.framework(outcomes))),
        glance,
      ] + gaps)
    for level in Level.allCases {
      let chosen = outcomes.filter { $0.level == level }
      guard !chosen.isEmpty else { continue }
      document.blocks.append(writing.heading("\(level.words) outcomes", id: "level-\(level.rawValue)"))
      for outcome in chosen { document.append(entry(outcome, text(outcome))) }
    }
    return document
  }

  private var glance: Block {
    let rows = outcomes.map { outcome in
      [
        writing.link("\(number(outcome)). \(outcome.title)", at: page, outcome.id), writing.text(outcome.level.words),
        writing.text(lines(outcome)),
      ]
    }
    return writing.table("Outcomes by level and bottom line", ["Outcome", "Level", "Bottom line"], rows)
  }

  /// What no outcome is about is said, so that readers can tell what was missed.
  private var gaps: [Block] {
    let lines = BottomLine.allCases.filter { line in !outcomes.contains { $0.bottomLines.contains(line) } }
    let levels = Level.allCases.filter { level in !outcomes.contains { $0.level == level } }
    let missing = lines.map { $0.words.lowercased() } + levels.map { "for the \($0.rawValue)" }
    return missing.map { writing.paragraph("No outcome is \($0) yet.") }
  }

  private func entry(_ outcome: Outcome, _ text: Document) -> Document {
    let text = text.prefixingIDs(with: outcome.id)
    var blocks = [writing.heading(outcome.title, level: 3, of: outcome.id)]
    let facts = (kind(of: outcome) + [outcome.baseline.map { "Before: \($0.withStop)" }]).compactMap(\.self)
    if !facts.isEmpty { blocks.append(writing.paragraph(facts.joined(separator: " "))) }
    blocks += text.withHeadings(from: 4).blocks + indicators(of: outcome)
    blocks += outcome.voices.map { writing.voice($0.words, by: $0.role) }
    blocks += proxies(of: outcome)
    if !outcome.sources.isEmpty {
      let sources = outcome.sources.map { [$0.title, $0.reference].compactMap(\.self).joined(separator: ": ") }
      blocks += [
        writing.heading("Where it comes from", level: 4, of: outcome.id, part: "Sources"), writing.list(sources),
      ]
    }
    let number = String(number(outcome))
    if let data = outcome.dataCollected { blocks.append(writing.paragraph("What is measured today: \(data)")) }
    return Document(
      blocks: [writing.entry(outcome.id, number: number, blocks, at: outcome.file.place)], footnotes: text.footnotes)
  }

  private func indicators(of outcome: Outcome) -> [Block] {
    guard !outcome.indicators.isEmpty else { return [] }
    let rows = outcome.indicators.map { indicator in
      let how = [indicator.measure, indicator.howOften, indicator.measuredBy.map { "By: \($0)" }].compactMap(\.self)
      return [
        indicator.text, indicator.evidence?.words ?? notWrittenYet,
        how.isEmpty ? notWrittenYet : how.joined(separator: ". "),
      ]
    }
    return [
      writing.table("Signs that it is happening", ["Indicator", "Felt or counted", "How it is measured"], rows)
    ]
  }

  /// What kind of change it is, a sentence a fact.
  private func kind(of outcome: Outcome) -> [String?] {
    let facts = outcome.facts
    let (parts, ways) = (
      facts.wellBeing.items.map(\.value.words), facts.fiveWays.items.map(\.value.words.loweringFirst)
    )
    return [
      lines(outcome).isEmpty ? nil : "Bottom line: \(lines(outcome).lowercased()).",
      parts.isEmpty ? nil : "Well-being: \(parts.joinedInWords).",
      ways.isEmpty ? nil : "Five ways to well-being: \(ways.joinedInWords).",
      facts.prevention.value.map { "\($0.words)." },
    ]
  }

  /// Sums of money that stand for it, one in a line each.
  private func proxies(of outcome: Outcome) -> [Block] {
    let lines = outcome.facts.proxies.items.map { proxy in
      let sum = [proxy.value.value?.words, proxy.unit.value].compactMap(\.self).joined(separator: " for ")
      let facts = [
        sum + (proxy.year.value.map { ", in prices of \($0)" } ?? ""),
        proxy.accruesTo.value.map { "Who saves it: \($0)" },
        proxy.includes.isWritten ? "It counts in: \(proxy.includes.items.map(\.value).joinedInWords)" : nil,
        proxy.source.value.map { "Source: \($0)" },
      ]
      return facts.compactMap(\.self).filter { !$0.isEmpty }.map(\.withStop).joined(separator: " ")
    }
    guard !lines.isEmpty else { return [] }
    return [
      writing.heading("Sums of money that stand for it", level: 4, of: outcome.id, part: "Proxies"),
      writing.list(lines),
    ]
  }

  private func number(_ outcome: Outcome) -> Int { (outcomes.position(of: outcome.id) ?? 0) + 1 }

  private func lines(_ outcome: Outcome) -> String { outcome.bottomLines.map(\.words).joinedInWords }
}

extension EvidenceKind {
  fileprivate var words: String {
    switch self {
    case .subjective: "Felt"
    case .objective: "Seen or counted"
    case .output: "Counted: what was done"
    }
  }
}
