// The words that authors may choose from. The raw value is what stands in the front matter.

package enum Nation: String, Sendable, CaseIterable {
  case england, wales, scotland
  case northernIreland = "northern-ireland"
}

/// How a tender is run.
package enum Procedure: String, Sendable, CaseIterable {
  case open, flexible
  case belowThreshold = "below-threshold"
  case providerSelection = "provider-selection"
  case grant

  package var words: String {
    switch self {
    case .open: "Open: one round, for all who may bid"
    case .flexible: "Flexible: in rounds that we set out here"
    case .belowThreshold: "For a sum below the threshold"
    case .providerSelection: "Provider selection, for health care"
    case .grant: "A grant, and not a contract"
    }
  }
}

/// The rules of law that a tender is under.
package enum Regime: String, Sendable, CaseIterable {
  case full
  case lightTouch = "light-touch"
  case belowThreshold = "below-threshold"
  case providerSelection = "provider-selection"
  case none

  package var words: String {
    switch self {
    case .full: "The full rules of procurement"
    case .lightTouch: "The light-touch rules, which are for services to people"
    case .belowThreshold: "The rules for sums below the threshold"
    case .providerSelection: "The provider selection regime, which is for health care"
    case .none: "No rules of procurement"
    }
  }
}

/// How a bid is sent.
package enum SubmissionWay: String, Sendable, CaseIterable {
  case portal, email, upload

  /// “By email”.
  package var words: String {
    switch self {
    case .email: "By email"
    case .portal: "On the portal"
    case .upload: "By upload"
    }
  }
}

/// How sums stand to VAT.
package enum VAT: String, Sendable, CaseIterable {
  case before, including, exempt

  package var words: String {
    switch self {
    case .before: "before VAT"
    case .including: "including VAT"
    case .exempt: "exempt from VAT"
    }
  }
}

package enum BudgetKind: String, Sendable, CaseIterable {
  case fixed, range, ceiling, open
}

/// How points for price follow from prices.
package enum PriceFormula: String, Sendable, CaseIterable {
  case lowestOverBid = "lowest-over-bid"
  case fixedBudget = "fixed-budget"
  case none
}

/// What a condition of participation is about.
package enum ConditionKind: String, Sendable, CaseIterable {
  case legalFinancial = "legal-financial"
  case technical

  package var words: String {
    switch self {
    case .legalFinancial: "law and money"
    case .technical: "skill and experience"
    }
  }
}

/// How a panel comes from several scores to one.
package enum AssessmentMethod: String, Sendable, CaseIterable {
  case agreed, mean
}

/// Whether people of today's provider would move to the new one.
package enum StaffTransfer: String, Sendable, CaseIterable {
  case applies
  case doesNotApply = "does-not-apply"
  case notKnown = "not-known"

  package var words: String {
    switch self {
    case .applies: "Staff of today's provider may have the right to move to you"
    case .doesNotApply: "Nobody would move"
    case .notKnown: "Not known yet"
    }
  }
}

/// What a bidder does with an attachment.
package enum AttachmentUse: String, Sendable, CaseIterable {
  case read
  case fillIn = "fill-in"
  case sign
}

/// What a page may say that it treats, so that no rule asks for it elsewhere.
package enum Topic: String, Sendable, CaseIterable {
  case consortia, safeguarding, equality
  case dataProtection = "data-protection"
  case activityReview = "activity-review"
  case whyOutcomes = "why-outcomes"
  case scrutiny
  case nextInvolvement = "next-involvement"
  case tupe
}

/// The four parts of well-being.
package enum WellBeing: String, Sendable, CaseIterable {
  case externalConditions = "external-conditions"
  case personalResources = "personal-resources"
  case functioning, feelings

  package var words: String {
    switch self {
    case .externalConditions: "external conditions"
    case .personalResources: "personal resources"
    case .functioning: "functioning"
    case .feelings: "feelings"
    }
  }
}

/// The five ways to well-being.
package enum FiveWays: String, Sendable, CaseIterable {
  case connect
  case beActive = "be-active"
  case takeNotice = "take-notice"
  case keepLearning = "keep-learning"
  case give

  package var words: String {
    switch self {
    case .connect: "Connect"
    case .beActive: "Be active"
    case .takeNotice: "Take notice"
    case .keepLearning: "Keep learning"
    case .give: "Give"
    }
  }
}

/// Whether something keeps harm from happening, catches it early, or deals with it.
package enum Prevention: String, Sendable, CaseIterable {
  case upstream, midstream, downstream

  package var words: String {
    switch self {
    case .upstream: "Upstream: it keeps harm from happening"
    case .midstream: "Midstream: it catches harm early"
    case .downstream: "Downstream: it deals with harm that is there"
    }
  }
}

package enum LimitUnit: String, Sendable, CaseIterable {
  case words, characters, pages
}

/// The dates of a tender, in the order in which they come.
package enum DateKey: String, Sendable, CaseIterable {
  case issued
  case questionsClose = "questions-close"
  case answersBy = "answers-by"
  case deadline, interviews, decision
  case standstillEnds = "standstill-ends"
  case start, end

  package var title: String {
    switch self {
    case .issued: "Tender published"
    case .questionsClose: "Last time to ask questions"
    case .answersBy: "All answers published"
    case .deadline: "Deadline for bids"
    case .interviews: "Meetings with bidders"
    case .decision: "Decision"
    case .standstillEnds: "Standstill ends"
    case .start: "Contract starts"
    case .end: "Contract ends"
    }
  }
}

/// Whether an outcome is about the service or about the community round it.
package enum Level: String, Sendable, CaseIterable {
  case service, community
}

/// What an outcome does good to.
package enum BottomLine: String, Sendable, CaseIterable {
  case social, economic, environmental
}

/// How an indicator is known: by what people say, by what is counted, or by what was done.
package enum EvidenceKind: String, Sendable, CaseIterable {
  case subjective, objective, output
}

/// What a criterion is about: one of the three shares of the whole.
package enum CriterionShare: String, Sendable, CaseIterable {
  case quality, community, price
}

/// The four groups in which a bid is asked about, and the rest.
package enum QuestionGroup: String, Sendable, CaseIterable {
  case serviceOutcomes = "service-outcomes"
  case communityOutcomes = "community-outcomes"
  case coProduction = "co-production"
  case measurement, other

  package var words: String {
    switch self {
    case .serviceOutcomes: "Service outcomes"
    case .communityOutcomes: "Community outcomes"
    case .coProduction: "Co-production"
    case .measurement: "Measuring"
    case .other: "Other questions"
    }
  }
}

/// The columns of an impact map.
package enum ImpactColumn: String, Sendable, CaseIterable {
  case activities, outputs, outcome, indicators, measures

  /// What its author writes in it, for who writes an example.
  var sentence: String { "\(title): the head of this column, or the words in it." }

  /// What it is called where a tender does not say.
  package var title: String {
    switch self {
    case .activities: "What you will do"
    case .outputs: "What will come of it at once"
    case .outcome: "What will change"
    case .indicators: "How you will know"
    case .measures: "How you will measure"
    }
  }
}
