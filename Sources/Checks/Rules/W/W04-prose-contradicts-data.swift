internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

extension Rule {
  /// What a sentence says of a weight, a date, a sum, a limit or a number is what the data says. Only a sentence that
  /// names the datum itself is told: a false alarm costs more than a miss.
  static let proseContradictsData = Rule(
    "W04", "prose-contradicts-data", .warning, source: Source.act23, until: .published
  ) {
    tender, context in
    let data = Data(tender.scoringData + tender.timeData + tender.contractData, lots: tender.lots.map(\.title))
    let questions = Dictionary(tender.questions.map { ($0.file.path, $0.title) }) { first, _ in first }
    let (names, years, outdated) = (
      tender.publisherWords(context.subject.model.site), tender.years, tender.outdatedFiles
    )
    return tender.proseFiles.flatMap { file -> [Diagnostic] in
      let data = data.onPage(of: questions[file.path] == nil ? nil : file.path)
      let reader = StatementReader(file, about: questions[file.path]) { path, format in
        let drawn = tender.draw(path, as: format)
        return if case .words(let words) = drawn { words } else { nil }
      }
      var places: Set<Place> = []
      return reader.sentences.flatMap { sentence -> [Claim] in
        let wrong = sentence.claims(about: data).filter { !$0.isRight }
        return wrong.isEmpty || !sentence.speaksOfThis(names: names, years: years) ? [] : wrong
      }.filter { !outdated.contains(file.path) && places.insert($0.place).inserted }
        .compactMap { finding($0, in: file, context) }
    }
  }

  private static func finding(_ claim: Claim, in file: ContentFile, _ context: RuleContext) -> Diagnostic? {
    guard !claim.isRight, let fact = claim.quantity.nearest(claim.facts) else { return nil }
    let written = file.source.text(in: claim.place.range).filter { !"*_".contains($0) }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // Where an escape stands in a text, the place is that of the whole.
    let said = written.count <= 60 ? written : claim.words
    let words = claim.datum.kind == .count ? "there are \(said)" : "\(claim.datum.naming.subject) \(said)"
    let right =
      claim.datum.kind == .count
      ? "there are \(fact.words)" : "\(fact.place.fileName) says \(claim.rightWords ?? fact.words)"
    return context.finding(
      "this says \(words); \(right)", value: words, at: claim.place,
      help: fact.path.map { "Correct one of the two. If you write {{\($0)}} here, it is drawn in and stays right." }
        ?? "Correct one of the two.",
      related: [.init(claim.datum.kind == .count ? right : "here it is \(fact.words)", at: fact.place)]
    ).meaning(fact.path.map { "{{\($0)}}" }, for: file.source.text(in: claim.place.range)) { _, _ in false }
  }
}

extension Tender {
  /// What its council wrote for it alone, and what still holds. Guidance and the library speak of other things.
  fileprivate var proseFiles: [ContentFile] {
    [file] + pages.map(\.file) + questions.map(\.file) + clarifications.map(\.file)
  }

  /// A clarification that was answered before the last change may say what was so then; any page may name what changed.
  fileprivate var outdatedFiles: Set<String> {
    let lastChange = amendments.map { $0.date?.day.ordinal ?? .max }.max() ?? .min
    return Set(clarifications.filter { $0.newest <= lastChange }.map(\.file.path))
  }

  fileprivate func publisherWords(_ site: Site) -> Set<String> {
    let names = [buyer, site.organisation, title].compactMap(\.self) + lots.map(\.title) + evaluatorsWords
    return Set(names.flatMap { $0.lowercased().split { !$0.isLetter }.map(String.init) })
  }

  private var evaluatorsWords: [String] { facts.evaluators.items.compactMap { $0.role.value } }

  /// The years that its own dates fall in.
  fileprivate var years: Set<Int> {
    Set(Timetable(self).entries.map(\.moment.day.year))
  }
}

extension Place {
  /// `tender.md`
  fileprivate var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
}
