package import Diagnostics

/// tender.md: the facts of a tender.
package struct TenderFacts: Declared {
  package static let name = "tender.md"

  package let title: Written<String>
  package let reference: Written<String>
  package let buyer: Written<String>
  package let contact: Written<ContactFacts>
  package let stage: Written<Stage>
  package let procedure: Written<Procedure>
  package let regime: Written<Regime>
  package let regimeReason: Written<String>
  package let reserved: Written<ReservedFacts>
  package let cpv: Written<[Located<String>]>
  package let notices: Written<[NoticeFacts]>
  package let ocid: Written<String>
  package let submission: Written<SubmissionFacts>
  /// What a lot may say otherwise.
  package let contract: ContractFacts
  package let events: Written<[EventFacts]>
  package let stages: Written<[StageFacts]>
  package let breakPoints: Written<[BreakPointFacts]>
  package let lots: Written<[LotFacts]>
  package let lotRules: Written<LotRulesFacts>
  package let lotsReason: Written<String>
  package let qualityCharacteristics: Written<[Located<String>]>
  package let gates: Written<[GateFacts]>
  package let conditions: Written<[ConditionFacts]>
  package let assessment: Written<AssessmentFacts>
  package let evaluators: Written<[EvaluatorFacts]>
  package let measures: Written<[MeasureFacts]>
  package let staffTransfer: Written<StaffTransfer>
  package let attachments: Written<[AttachmentFacts]>
  package let awards: Written<[AwardFacts]>
  package let stopped: Written<StoppedFacts>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    title = read("title", .words, .published, .summary, "What is bought, as people would say it.")
    reference = read("reference", .words, .published, .summary, "The council's own number for the tender.")
    buyer = read("buyer", .words, .published, .summary, "The council that buys.")
    contact = read("contact", .group, .published, .summary, "Whom bidders ask.")
    stage = read("stage", .choice, .always, .summary, "Where the tender stands. A draft may be unfinished.")
    procedure = read("procedure", .choice, .published, .on(.contract), "How the tender is run.")
    regime = read("regime", .choice, .published, .on(.contract), "The rules of law that it is under.")
    regimeReason = read("regime-reason", .words, .optional, .on(.contract), "Why it is under these rules.")
    reserved = read("reserved", .group, .optional, .summary, "Who alone may bid, where that is so.")
    cpv = read("cpv", .list(of: .words), .optional, .on(.contract), "Codes of the common procurement vocabulary.")
    notices = read("notices", .groups(), .optional, .on(.documents), "Notices that you published elsewhere.")
    ocid = read("ocid", .words, .optional, .on(.documents), "The identifier of the procurement in open data.")
    submission = read("submit", .group, .published, .on(.howToRespond), "How and where bids are sent.")
    let value = ContractFacts.value(&read)
    let budget = ContractFacts.budget(&read)
    let dates = ContractFacts.dates(&read)
    events = read("events", .groups(), .optional, .on(.timetable), "Meetings and workshops for bidders.")
    stages = read("stages", .groups(), .optional, .on(.timetable), "Stages, where there is more than one.")
    let term = ContractFacts.term(&read)
    breakPoints = read(
      "break-points", .groups(), .optional, .on(.contract), "When both sides look back, and may change or end it.")
    lots = read("lots", .groups(), .optional, .summary, "Parts that can be bid for alone.")
    lotRules = read("lot-rules", .group, .optional, .on(.contract), "For how many lots one may bid, and win.")
    lotsReason = read("lots-reason", .words, .optional, .on(.contract), "Why it is divided into lots, or is not.")
    let outcomes = ContractFacts.outcomes(&read)
    qualityCharacteristics = read(
      "quality-characteristics", .list(of: .reference(.qualityCharacteristic)), .optional, .on(.qualityCharacteristics),
      "How the service should be provided, by the names of their files.")
    let criteria = ContractFacts.criteria(&read)
    gates = read("gates", .groups(), .optional, .on(.scoring), "What a bid must pass, whatever its marks.")
    conditions = read("conditions", .groups(), .optional, .on(.scoring), "What a bidder must be or have.")
    let price = ContractFacts.price(&read)
    assessment = read("assessment", .group, .optional, .on(.scoring), "How the panel comes to its scores.")
    evaluators = read("evaluators", .groups(), .optional, .on(.scoring), "Who scores the bids, by their roles.")
    measures = read("measures", .groups(), .optional, .on(.monitoring), "What the contract is measured by.")
    staffTransfer = read("tupe", .choice, .optional, .on(.contract), "Whether staff would move to a new provider.")
    attachments = read("attachments", .groups(), .optional, .on(.documents), "Files of others that belong to the pack.")
    awards = read("award", .groups(), .optional, .from(.awarded, on: .summary), "Who won, and what; for each lot.")
    stopped = read("stopped", .group, .optional, .from(.stopped, on: .summary), "When and why the tender was stopped.")
    common = CommonFacts(&read, on: .summary)
    contract = ContractFacts(
      value: value, budget: budget, dates: dates, term: term, outcomes: outcomes, criteria: criteria, price: price)
  }
}

/// What is agreed for a tender as a whole, or for one of its lots.
package struct ContractFacts: Sendable {
  package let value: Written<ValueFacts>
  package let budget: Written<BudgetFacts>
  package let dates: Written<DatesFacts>
  package let term: Written<ContractTermFacts>
  package let outcomes: Written<[ChosenOutcomeFacts]>
  package let criteria: Written<[CriterionFacts]>
  package let price: Written<PriceFacts>

  static func value(_ read: inout Reading) -> Written<ValueFacts> {
    read("value", .group, .published, .summary, "What the contract is worth.")
  }

  static func budget(_ read: inout Reading) -> Written<BudgetFacts> {
    read("budget", .group, .optional, .summary, "What may be spent.")
  }

  static func dates(_ read: inout Reading) -> Written<DatesFacts> {
    read("dates", .group, .published, .on(.timetable), "The dates, as year-month-day. Times are UK times.")
  }

  static func term(_ read: inout Reading) -> Written<ContractTermFacts> {
    read("term", .group, .optional, .on(.contract), "How long the contract lasts.")
  }

  static func outcomes(_ read: inout Reading) -> Written<[ChosenOutcomeFacts]> {
    read(
      "outcomes", .groups(.group(orJust: "id")), .optional, .on(.outcomes), "The outcomes, by the names of their files."
    )
  }

  static func criteria(_ read: inout Reading) -> Written<[CriterionFacts]> {
    read("criteria", .groups(), .optional, .on(.scoring), "What is scored. Weights add up to 100.")
  }

  static func price(_ read: inout Reading) -> Written<PriceFacts> {
    read("price", .group, .optional, .on(.scoring), "What bidders price, and how points follow from it.")
  }
}

/// A lot, as it is written: what it does not say is the tender's.
package struct LotFacts: Declared {
  package static let name = "a lot"

  package let id: Written<String>
  package let title: Written<String>
  package let contract: ContractFacts
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    id = read("id", .id, .always, .elsewhere("links, and files for programs"), "A short name for it, never used again.")
    title = read("title", .words, .always, .summary, "What it is called.")
    let value: Written<ValueFacts> = read("value", .group, .optional, .summary, "What its contract is worth.")
    let budget = ContractFacts.budget(&read)
    let dates: Written<DatesFacts> = read("dates", .group, .optional, .on(.timetable), "Its own dates.")
    let outcomes = ContractFacts.outcomes(&read)
    let criteria = ContractFacts.criteria(&read)
    let term = ContractFacts.term(&read)
    let price = ContractFacts.price(&read)
    contract = ContractFacts(
      value: value, budget: budget, dates: dates, term: term, outcomes: outcomes, criteria: criteria, price: price)
  }
}

package struct ContactFacts: Declared {
  package static let name = "contact"

  package let role: Written<String>
  package let email: Written<String>
  package let phone: Written<String>
  package let access: Written<String>

  package init(_ read: inout Reading) {
    role = read("role", .words, .always, .summary, "The role that answers; no name.")
    email = read("email", .email, .always, .summary, "Where questions go.")
    phone = read("phone", .words, .optional, .summary, "A number to call.")
    access = read("access", .words, .optional, .summary, "How to ask for another format, or for help to answer.")
  }
}

package struct ReservedFacts: Declared {
  package static let name = "reserved"

  package let to: Written<String>
  package let reason: Written<String>

  package init(_ read: inout Reading) {
    to = read("to", .words, .optional, .summary, "Who alone may bid.")
    reason = read("reason", .words, .optional, .summary, "Why, and by what law.")
  }
}

package struct NoticeFacts: Declared {
  package static let name = "a notice"

  package let code: Written<String>
  package let reference: Written<String>
  package let url: Written<String>
  package let date: Written<Moment>

  package init(_ read: inout Reading) {
    code = read("code", .words, .always, .on(.documents), "The kind of notice, such as UK4.")
    reference = read("reference", .words, .optional, .on(.documents), "Its number.")
    url = read("url", .webAddress, .optional, .on(.documents), "Where it can be read.")
    date = read("date", .moment, .optional, .on(.documents), "When it was published.")
  }
}

package struct SubmissionFacts: Declared {
  package static let name = "submit"

  package let how: Written<SubmissionWay>
  package let place: Written<String>
  package let url: Written<String>
  package let account: Written<Bool>

  package init(_ read: inout Reading) {
    how = read("how", .choice, .always, .on(.howToRespond), "How a bid is sent.")
    place = read("where", .words, .optional, .on(.howToRespond), "Where: an address, or the portal's name.")
    url = read("url", .webAddress, .optional, .on(.howToRespond), "A link to it.")
    account = read("account", .flag, .optional, .on(.howToRespond), "Whether bidders need an account.")
  }
}

package struct ValueFacts: Declared {
  package static let name = "value"

  package let total: Written<Money>
  package let perYear: Written<Money>
  package let vat: Written<VAT>
  package let extensionsIncluded: Written<Bool>

  package init(_ read: inout Reading) {
    total = read("total", .money, .optional, .summary, "The sum for the whole contract.")
    perYear = read("per-year", .money, .optional, .summary, "The sum for a year.")
    vat = read("vat", .choice, .optional, .summary, "Whether VAT is in it.")
    extensionsIncluded = read(
      "extensions-included", .flag, .optional, .on(.contract), "Whether the total counts extensions in.")
  }
}

package struct BudgetFacts: Declared {
  package static let name = "budget"

  package let kind: Written<BudgetKind>
  package let from: Written<Money>
  package let to: Written<Money>
  package let reason: Written<String>

  package init(_ read: inout Reading) {
    kind = read("kind", .choice, .always, .summary, "Whether it is fixed, a range, a ceiling, or open.")
    from = read("from", .money, .optional, .summary, "The least, or the fixed sum.")
    to = read("to", .money, .optional, .summary, "The most.")
    reason = read("reason", .words, .optional, .on(.contract), "Why the budget is as it is.")
  }
}

package struct DatesFacts: Declared {
  package static let name = "dates"

  private let moments: [DateKey: Written<Moment>]
  /// Meetings with bidders, each a day of its own.
  package let interviews: Written<[Located<Moment>]>

  package init(_ read: inout Reading) {
    var moments: [DateKey: Written<Moment>] = [:]
    var interviews: Written<[Located<Moment>]>?
    for key in DateKey.allCases {
      if key == .interviews {
        interviews = read("interviews", .list(of: .moment), .optional, .on(.timetable), "\(key.title).")
      } else {
        moments[key] = read(key.rawValue, .moment, .optional, .on(.timetable), "\(key.title).")
      }
    }
    self.moments = moments
    self.interviews = interviews ?? Written(nil, at: read.place, key: read.place)
  }

  package subscript(key: DateKey) -> Located<Moment>? { moments[key]?.located }

  /// All moments under a key; more than one only for meetings.
  package func all(_ key: DateKey) -> [Located<Moment>] {
    key == .interviews ? interviews.items : [self[key]].compactMap(\.self)
  }
}

extension Written where Output == DatesFacts {
  package subscript(key: DateKey) -> Located<Moment>? { value?[key] }
}

package struct EventFacts: Declared {
  package static let name = "an event"

  package let title: Written<String>
  package let from: Written<Moment>
  package let to: Written<Moment>
  package let place: Written<String>
  package let audience: Written<String>

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .on(.timetable), "What it is.")
    from = read("from", .moment, .always, .on(.timetable), "When it begins.")
    to = read("to", .moment, .optional, .on(.timetable), "When it ends.")
    place = read("where", .words, .optional, .on(.timetable), "Where it is.")
    audience = read("for", .words, .optional, .on(.timetable), "Whom it is for.")
  }
}

package struct StageFacts: Declared {
  package static let name = "a stage"

  package let id: Written<String>
  package let title: Written<String>
  package let shortlist: Written<String>
  package let deadline: Written<Moment>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    id = read("id", .id, .always, .elsewhere("files for programs"), "A short name for it, never used again.")
    title = read("title", .words, .always, .on(.timetable), "What it is called.")
    shortlist = read("shortlist", .words, .optional, .on(.timetable), "How many go on, and how they are chosen.")
    deadline = read("deadline", .moment, .optional, .on(.timetable), "Until when answers are sent.")
  }
}

/// How long a contract lasts.
package struct ContractTermFacts: Declared {
  package static let name = "term"

  package let months: Written<Int>
  package let extensions: Written<[Located<Int>]>

  package init(_ read: inout Reading) {
    months = read("months", .whole, .always, .on(.contract), "How many months.")
    extensions = read(
      "extensions", .list(of: .whole), .optional, .on(.contract), "By how many months it may be extended.")
  }
}

package struct BreakPointFacts: Declared {
  package static let name = "a break point"

  package let date: Written<Moment>
  package let month: Written<Int>
  package let what: Written<String>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    date = read("date", .moment, .optional, .on(.contract), "When it is, if the day is known.")
    month = read("month", .whole, .optional, .on(.contract), "In which month of the contract.")
    what = read("what", .words, .always, .on(.contract), "What happens then.")
  }
}

package struct LotRulesFacts: Declared {
  package static let name = "lot-rules"

  package let bidFor: Written<String>
  package let win: Written<String>

  package init(_ read: inout Reading) {
    bidFor = read("bid-for", .words, .optional, .on(.contract), "For how many lots one may bid.")
    win = read("win", .words, .optional, .on(.contract), "How many one may win.")
  }
}

package struct ChosenOutcomeFacts: Declared {
  package static let name = "an outcome of the tender"

  package let id: Written<String>
  package let level: Written<Level>
  package let baseline: Written<String>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    id = read("id", .reference(.outcome), .always, .on(.outcomes), "The name of its file.")
    level = read("level", .choice, .optional, .on(.outcomes), "Its level in this tender, where it is another.")
    baseline = read("baseline", .words, .optional, .on(.outcomes), "Where things stand today.")
  }
}

package struct CriterionFacts: Declared {
  package static let name = "a criterion"

  package let id: Written<String>
  package let title: Written<String>
  package let weight: Written<Weight>
  package let kind: Written<CriterionShare>
  package let parts: Written<[PartFacts]>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    id = read("id", .id, .always, .elsewhere("links, and files for programs"), "A short name for it, never used again.")
    title = read("title", .words, .always, .on(.scoring), "What it is called.")
    weight = read("weight", .weight, .published, .on(.scoring), "How much of 100 it counts.")
    kind = read("kind", .choice, .always, .on(.scoring), "What kind of thing is scored.")
    parts = read("parts", .groups(), .optional, .on(.scoring), "Its parts, whose weights add up to its own.")
  }

  package struct PartFacts: Declared {
    package static let name = "a part of a criterion"

    package let id: Written<String>
    package let title: Written<String>
    package let weight: Written<Weight>
    package let place: Place

    package init(_ read: inout Reading) {
      place = read.place
      id = read("id", .id, .always, .elsewhere("links, and files for programs"), "A short name for it.")
      title = read("title", .words, .always, .on(.scoring), "What it is called.")
      weight = read("weight", .weight, .published, .on(.scoring), "How much of 100 it counts.")
    }
  }
}

package struct GateFacts: Declared {
  package static let name = "a gate"

  package let id: Written<String>
  package let title: Written<String>
  package let asks: Written<String>
  package let consequence: Written<String>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    id = read("id", .id, .always, .elsewhere("the fields of forms"), "A short name for it, never used again.")
    title = read("title", .words, .always, .on(.scoring), "What it is about, in a few words.")
    asks = read("asks", .words, .optional, .on(.scoring), "The question, as bidders read it.")
    consequence = read("consequence", .words, .optional, .on(.scoring), "What happens to a bid that fails.")
  }
}

package struct ConditionFacts: Declared {
  package static let name = "a condition"

  package let id: Written<String>
  package let kind: Written<ConditionKind>
  package let asks: Written<String>
  package let minimum: Written<String>
  package let evidence: Written<String>
  package let consequence: Written<String>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    id = read("id", .id, .always, .elsewhere("the fields of forms"), "A short name for it, never used again.")
    kind = read("kind", .choice, .optional, .on(.scoring), "Whether it is about law and money, or about skill.")
    asks = read("asks", .words, .optional, .on(.scoring), "What is asked.")
    minimum = read("minimum", .words, .optional, .on(.scoring), "The least that is enough.")
    evidence = read("evidence", .words, .optional, .on(.scoring), "What shows it.")
    consequence = read(
      "consequence", .words, .optional, .on(.scoring), "What happens to a bidder who does not meet it.")
  }
}

package struct PriceFacts: Declared {
  package static let name = "price"

  package let formula: Written<PriceFormula>
  package let basis: Written<String>
  package let schedule: Written<[LineFacts]>
  package let example: Written<[ExampleFacts]>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    formula = read("formula", .choice, .optional, .on(.scoring), "How points follow from prices.")
    basis = read("basis", .words, .optional, .on(.scoring), "What the price is that is compared.")
    schedule = read("schedule", .groups(), .optional, .on(.howToRespond), "The lines that bidders price.")
    example = read("example", .groups(), .optional, .on(.scoring), "Invented bids with their points.")
  }

  package struct LineFacts: Declared {
    package static let name = "a line of the schedule"

    package let line: Written<String>
    package let unit: Written<String>
    package let quantity: Written<String>
    package let place: Place

    package init(_ read: inout Reading) {
      place = read.place
      line = read("line", .words, .always, .on(.howToRespond), "What is priced.")
      unit = read("unit", .words, .optional, .on(.howToRespond), "For one of what.")
      quantity = read("quantity", .words, .optional, .on(.howToRespond), "How many.")
    }
  }

  package struct ExampleFacts: Declared {
    package static let name = "a line of the example"

    package let bidder: Written<String>
    package let price: Written<Money>
    package let points: Written<String>
    package let place: Place

    package init(_ read: inout Reading) {
      place = read.place
      bidder = read("bidder", .words, .always, .on(.scoring), "An invented bidder.")
      price = read("price", .money, .always, .on(.scoring), "Its price.")
      points = read("points", .words, .optional, .on(.scoring), "The points that it gets.")
    }
  }
}

package struct AssessmentFacts: Declared {
  package static let name = "assessment"

  package let method: Written<AssessmentMethod>
  package let moderation: Written<String>
  package let rounding: Written<String>
  package let tieBreak: Written<String>
  package let minimum: Written<String>
  package let consequence: Written<String>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    method = read("method", .choice, .optional, .on(.scoring), "Whether the panel agrees a score, or takes the mean.")
    moderation = read("moderation", .words, .optional, .on(.scoring), "How it comes to one score.")
    rounding = read("rounding", .words, .optional, .on(.scoring), "How points are rounded.")
    tieBreak = read("tie-break", .words, .optional, .on(.scoring), "What decides between equal bids.")
    minimum = read("minimum", .words, .optional, .on(.scoring), "The least that a bid must reach.")
    consequence = read("consequence", .words, .optional, .on(.scoring), "What happens to a bid that does not.")
  }
}

package struct EvaluatorFacts: Declared {
  package static let name = "an evaluator"

  package let role: Written<String>
  package let livedExperience: Written<Bool>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    role = read("role", .words, .always, .on(.scoring), "The role, or how many people of which role.")
    livedExperience = read("lived-experience", .flag, .optional, .on(.scoring), "Whether they use such services.")
  }
}

package struct MeasureFacts: Declared {
  package static let name = "a measure"

  package let indicator: Written<String>
  package let baseline: Written<String>
  package let target: Written<String>
  package let howOften: Written<String>
  package let by: Written<String>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    indicator = read("indicator", .words, .always, .on(.monitoring), "The indicator: outcome/indicator.")
    baseline = read("baseline", .words, .optional, .on(.monitoring), "Where it stands today.")
    target = read("target", .words, .optional, .on(.monitoring), "What is hoped for.")
    howOften = read("how-often", .words, .optional, .on(.monitoring), "How often it is looked at.")
    by = read("by", .words, .optional, .on(.monitoring), "Who measures it.")
  }
}

package struct AttachmentFacts: Declared {
  package static let name = "an attachment"

  package let file: Written<String>
  package let title: Written<String>
  package let use: Written<AttachmentUse>
  package let issuedBy: Written<String>
  package let isAccessible: Written<Bool>
  package let instead: Written<String>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    file = read("file", .words, .always, .on(.documents), "Its name in the folder attachments.")
    title = read("title", .words, .always, .on(.documents), "What it is called.")
    use = read("for", .choice, .optional, .on(.documents), "What a bidder does with it.")
    issuedBy = read("issued-by", .words, .optional, .on(.documents), "Who made it.")
    isAccessible = read("accessible", .flag, .optional, .on(.documents), "Whether everybody can read it.")
    instead = read("instead", .words, .optional, .on(.documents), "What people can have in its place.")
  }
}

package struct AwardFacts: Declared {
  package static let name = "an award"

  package let lot: Written<String>
  package let supplier: Written<String>
  package let value: Written<Money>
  package let signed: Written<Moment>
  package let bids: Written<Int>
  package let notice: Written<String>
  package let place: Place

  package init(_ read: inout Reading) {
    place = read.place
    let shown = Shown.from(.awarded, on: .summary)
    lot = read("lot", .id, .optional, shown, "The lot that it is for.")
    supplier = read("supplier", .words, .always, shown, "Who won.")
    value = read("value", .money, .optional, shown, "What the contract is worth.")
    signed = read("signed", .moment, .optional, shown, "When it was signed.")
    bids = read("bids", .whole, .optional, shown, "How many bids there were.")
    notice = read("notice", .words, .optional, shown, "The notice of the award.")
  }
}

package struct StoppedFacts: Declared {
  package static let name = "stopped"

  package let date: Written<Moment>
  package let reason: Written<String>

  package init(_ read: inout Reading) {
    let shown = Shown.from(.stopped, on: .summary)
    date = read("date", .moment, .always, shown, "When.")
    reason = read("reason", .words, .always, shown, "Why.")
  }
}
