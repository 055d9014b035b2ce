/// What there is to know of a kind of file.
package struct KindDeclaration: Sendable {
  package let spot: Spot
  /// In whose folders it may lie.
  package let holders: [Holder]
  /// The keys that its files may have.
  package let schema: Schema
  package let standing: Standing
  package let shownBy: ShownBy
  package let draft: DraftRule

  fileprivate init(
    _ spot: Spot, of holders: Holder..., schema: Schema, _ standing: Standing, shown: ShownBy,
    draft: DraftRule
  ) {
    (self.spot, self.holders, self.schema) = (spot, holders, schema)
    (self.standing, shownBy, self.draft) = (standing, shown, draft)
  }
}

/// Where a file lies in the folder that holds it.
package enum Spot: Sendable, Hashable {
  /// One file of this name.
  case file(String)
  /// Files in a folder, known by their names.
  case folder(String)
  /// Files in a folder and the folders in it, known by their paths.
  case tree(String)
  /// Files beside those that have a name of their own.
  case beside
  /// Anywhere, in a trial.
  case anywhere
}

/// A folder that holds files of content.
package enum Holder: Sendable, CaseIterable {
  /// The content folder itself, whose files are for the whole site.
  case library
  /// The folder of a tender.
  case tender
}

/// Where readers meet the text of a file.
package enum Standing: Sendable {
  /// It has none: its keys stand round all pages.
  case everyPage
  case ownPage
  /// On a page with others. Links to the file lead to its part of that page.
  case entry
  /// In other texts, which show it. No link leads to it.
  case part
}

/// What brings a text to its readers.
package enum ShownBy: Sendable {
  /// That it is there.
  case beingThere
  /// A tender's key, which picks it. The library's own page shows all that lie in the library.
  case pick(key: String)
  /// A key of a question, which names it.
  case question(key: String)
  /// A show block in another text.
  case showBlock
  /// Its name, which is that of a page.
  case pageName
}

/// What becomes of a file that says `draft: yes`, until somebody asks for drafts.
package enum DraftRule: Sendable {
  /// It has no such key.
  case noKey
  case keptBack
  /// It is kept back, unless something that is published needs it: that is a fault.
  case keptBackUnlessNeeded
  /// Its pack would not hold together without it: the whole tender is a draft, or nothing of it.
  case withItsTender
}

extension Kind {
  package var declaration: KindDeclaration { Registry.declarations[self] ?? Registry.declare(self) }

  /// The keys that a file of this kind may have.
  package var schema: Schema { declaration.schema }

  /// The keys that an editor offers, who knows a file's kind and not which page it is.
  package var schemaForEditors: Schema { self == .packPage ? Registry.anyPackPage : schema }

  /// Whether its files stand on pages beside others of their kind, and are no pages themselves.
  package var isEntry: Bool {
    switch declaration.standing {
    case .entry: true
    case .everyPage, .ownPage, .part: false
    }
  }

  /// What brings one of its files to its readers, to be said to its author, without a full stop.
  package func adviceToShow(_ id: String) -> String {
    switch declaration.shownBy {
    case .beingThere: "Look for what hides its page"
    case .pick(let key): "Add \(id) to \(key): in tender.md"
    case .question(let key): "Write \(key): \(id) in a question"
    case .showBlock: "Show it in another text, with text: \(path(in: .library, named: id, of: "")) in a show block"
    case .pageName:
      "Name it after a page: \(PackPage.allCases.filter(\.canBeWritten).map(\.rawValue).joined(separator: ", "))"
    }
  }

  /// Why nobody reads one of its files, to stand behind its words.
  package var wordsForUnshown: String {
    switch declaration.shownBy {
    case .beingThere: "that no page shows"
    case .pick: "that this tender has not picked"
    case .question: "that no question uses"
    case .showBlock: "that no other text shows"
    case .pageName: "that a pack does not have"
    }
  }

  /// The paths of its files, with words in capitals for the names that authors choose.
  package var paths: [String] { declaration.holders.map { path(in: $0, named: "NAME", of: "ID") } }

  /// The path of a file of this kind.
  package func path(in holder: Holder, named name: String, of tender: String) -> String {
    let inFolder =
      switch declaration.spot {
      case .file(let file): file
      case .folder(let folder), .tree(let folder): "\(folder)/\(name).md"
      case .beside, .anywhere: "\(name).md"
      }
    return holder == .tender ? "\(Holder.tenders)/\(tender)/\(inFolder)" : inFolder
  }
}

extension Holder {
  /// The folder that has a folder for each tender.
  static let tenders = "tenders"

  /// The folders of the library, as messages list them.
  static var libraryFolders: [String] {
    Kind.allCases.filter { $0.declaration.holders.contains(.library) }.compactMap(\.declaration.spot.folder)
  }
}

extension Spot {
  /// The folder whose files it means.
  fileprivate var folder: String? {
    switch self {
    case .folder(let name), .tree(let name): name
    case .file, .beside, .anywhere: nil
    }
  }
}

private enum Registry {
  static let declarations = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, declare($0)) })

  private static let page = CommonFacts.schema

  /// What one page or another of a pack may say.
  static let anyPackPage = Schema(
    page.name,
    PackPage.allCases.flatMap { $0.schema.keys.filter { page[$0.name] == nil } } + page.keys)

  static func declare(_ kind: Kind) -> KindDeclaration {
    switch kind {
    case .site:
      KindDeclaration(
        .file("site.yml"), of: .library, schema: SiteFacts.schema, .everyPage, shown: .beingThere,
        draft: .noKey)
    case .home:
      KindDeclaration(
        .file("index.md"), of: .library, schema: page, .ownPage, shown: .beingThere, draft: .keptBack)
    case .sitePage:
      KindDeclaration(
        .folder("pages"), of: .library, schema: page, .ownPage, shown: .beingThere,
        draft: .keptBack)
    case .guidance:
      KindDeclaration(
        .tree("guidance"), of: .library, schema: GuidanceFacts.schema, .ownPage,
        shown: .beingThere, draft: .keptBack)
    case .term:
      KindDeclaration(
        .folder("glossary"), of: .library, .tender, schema: TermFacts.schema, .entry,
        shown: .beingThere, draft: .keptBack)
    case .outcome:
      KindDeclaration(
        .folder("outcomes"), of: .library, .tender, schema: OutcomeFacts.schema, .entry,
        shown: .pick(key: "outcomes"), draft: .keptBackUnlessNeeded)
    case .qualityCharacteristic:
      KindDeclaration(
        .folder("quality-characteristics"), of: .library, .tender,
        schema: QualityCharacteristicFacts.schema, .entry, shown: .pick(key: "quality-characteristics"),
        draft: .keptBackUnlessNeeded)
    case .scale:
      KindDeclaration(
        .folder("scales"), of: .library, .tender, schema: ScaleFacts.schema, .entry,
        shown: .question(key: "scale"), draft: .keptBackUnlessNeeded)
    case .matrix:
      KindDeclaration(
        .folder("matrices"), of: .library, .tender, schema: MatrixFacts.schema, .entry,
        shown: .question(key: "matrix"), draft: .keptBackUnlessNeeded)
    case .caseStudy:
      KindDeclaration(
        .folder("case-studies"), of: .library, schema: CaseStudyFacts.schema, .ownPage,
        shown: .beingThere, draft: .keptBack)
    case .shared:
      KindDeclaration(
        .folder("shared"), of: .library, schema: SharedFacts.schema, .part, shown: .showBlock,
        draft: .keptBack)
    case .tender:
      KindDeclaration(
        .file("tender.md"), of: .tender, schema: TenderFacts.schema, .ownPage, shown: .beingThere,
        draft: .withItsTender)
    case .question:
      KindDeclaration(
        .folder("questions"), of: .tender, schema: QuestionFacts.schema, .entry, shown: .beingThere,
        draft: .withItsTender)
    case .clarification:
      KindDeclaration(
        .folder("clarifications"), of: .tender, schema: ClarificationFacts.schema, .entry,
        shown: .beingThere, draft: .keptBack)
    case .amendment:
      KindDeclaration(
        .folder("amendments"), of: .tender, schema: AmendmentFacts.schema, .entry,
        shown: .beingThere, draft: .keptBack)
    case .form:
      KindDeclaration(
        .folder("forms"), of: .tender, schema: FormFacts.schema, .entry, shown: .beingThere,
        draft: .keptBack)
    case .packPage:
      KindDeclaration(
        .beside, of: .tender, schema: page, .ownPage, shown: .pageName, draft: .keptBack)
    case .plain:
      KindDeclaration(.anywhere, schema: page, .ownPage, shown: .beingThere, draft: .keptBack)
    }
  }
}

extension PackPage {
  /// The keys that the author's file for the page may have.
  var schema: Schema {
    switch self {
    case .impactMap: ImpactMapFacts.schema
    case .engagement: EngagementFacts.schema
    case .insight: InsightFacts.schema
    case .vision, .specification, .outcomes, .qualityCharacteristics, .shouldWeBid, .howToRespond, .questions,
      .scoring, .timetable, .contract, .monitoring, .clarifications, .documents, .glossary, .print, .checks:
      CommonFacts.schema
    }
  }
}
