extension Location {
  /// The keys that a file in this place may have.
  var schema: Schema {
    switch (kind, PackPage(rawValue: id)) {
    case (.packPage, .impactMap): Schemas.impactMap
    case (.packPage, .engagement): Schemas.engagement
    case (.packPage, .insight): Schemas.insight
    default: kind.schema
    }
  }
}

extension Kind {
  /// The keys that a file of this kind may have.
  package var schema: Schema { Schemas.byKind[self] ?? Schemas.page }

  /// The keys that an editor offers, who knows a file's kind and not which page it is.
  package var schemaForEditors: Schema { self == .packPage ? Schemas.anyPackPage : schema }
}

/// The schemas of all kinds, each listed once by its declaration.
private enum Schemas {
  static let page = CommonFacts.schema
  static let impactMap = ImpactMapFacts.schema
  static let engagement = EngagementFacts.schema
  static let insight = InsightFacts.schema

  /// What one page or another of a pack may say.
  static let anyPackPage = Schema(
    page.name,
    [impactMap, engagement, insight].flatMap { schema in schema.keys.filter { page[$0.name] == nil } } + page.keys)

  static let byKind = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, schema(of: $0)) })

  private static func schema(of kind: Kind) -> Schema {
    switch kind {
    case .site: SiteFacts.schema
    case .guidance: GuidanceFacts.schema
    case .home, .sitePage, .packPage, .plain: page
    case .shared: SharedFacts.schema
    case .term: TermFacts.schema
    case .outcome: OutcomeFacts.schema
    case .qualityCharacteristic: QualityCharacteristicFacts.schema
    case .scale: ScaleFacts.schema
    case .matrix: MatrixFacts.schema
    case .caseStudy: CaseStudyFacts.schema
    case .tender: TenderFacts.schema
    case .question: QuestionFacts.schema
    case .clarification: ClarificationFacts.schema
    case .amendment: AmendmentFacts.schema
    case .form: FormFacts.schema
    }
  }
}
