internal import Tenders

/// The list of the guidance page before-you-publish.
enum Checklist {
  struct Part: Sendable {
    let title: String
    let lines: [ChecklistLine]
  }

  static let parts: [Part] = [whyAndWhat, timeAndEffort, standardForms, scoring, contract, reading, lastLooks]

  private static let whyAndWhat = Part(
    title: "Why and what",
    lines: [
      .partly("The vision says what is different this time, why, and what we hope for.", by: "L03"),
      .checked("It says how people were involved, and when they will be next.", by: "Q07", unless: noEngagement),
      .partly("Outcomes are short. None of them is a target, a task or a count in disguise.", by: "O05"),
      .checked("Service outcomes and community outcomes stand apart.", by: "O04", unless: noOutcomes),
      .checked("Social, economic and environmental gains are all there.", by: "O03", unless: noOutcomes),
      .checked("We can say where each outcome came from, and who said so.", by: "O07", "O08", unless: noOutcomes),
      .partly("Quality characteristics say how the service should work. Each has a question.", by: "Q01"),
      .checked(
        "Co-production has a local meaning, with examples, and with what it is not.", by: "Q02", unless: noCoProduction),
      .partly(
        "Words that matter are in the glossary: outcome, indicator, output, co-production, well-being.", by: "L01"),
      .partly(
        "Other wishes are spelled out: bids by groups, working with partners, lasting after the money ends.", by: "T13"),
      .partly("The specification leaves activities open.", by: "O15"),
    ])

  private static let timeAndEffort = Part(
    title: "Time and effort",
    lines: [
      .partly("Bidders have six weeks at least. We asked some of them whether that is enough.", by: "T01", "T02"),
      .checked(
        "No deadline falls on a weekend, on a holiday or early on a Monday.", by: "T05", holdsAsUsual: false,
        unless: noKnownDeadline),
      .checked("Our answers come a week or more before the deadline.", by: "T04", unless: noAnswerDay),
      .partly("We counted the words that a full answer takes. It suits the size of the contract.", by: "T06"),
      .partly("Nothing is asked twice.", by: "T11"),
      .person("Someone from a small group read the pack, and we mended what made them sigh."),
    ])

  private static let standardForms = Part(
    title: "Standard forms",
    lines: [
      .partly(
        "We read all the standard text again, money rules included. What stood in the way was changed or taken out.",
        by: "T10"),
      .partly("No form asks for policies that have nothing to do with the work.", by: "T09"),
      .partly("Nothing is left over from another tender: no \"TBC\", no drafting notes, no old names.", by: "T16"),
      .partly("No old terms are left in, such as PQQ, MEAT or OJEU.", by: "T12"),
    ])

  private static let scoring = Part(
    title: "Scoring",
    lines: [
      .checked("Points add up to 100, and price has no more than 40.", by: "W01", "W02", unless: noCriteria),
      .checked("Community outcomes have a question and points of their own.", by: "W05", unless: noCriteria),
      .checked("Co-production has a question and real points.", by: "W06", unless: noCriteria),
      .checked("Each level of the scale is described.", by: "W07", unless: noScale),
      .checked("It says what happens to a bid that fails a gate or a condition.", by: "W08", unless: noGate),
      .partly("People who use the service are on the panel. Their scores count the same.", by: "W14"),
      .partly("The price formula has a worked example.", by: "W11"),
    ])

  private static let contract = Part(
    title: "Contract and after",
    lines: [
      .checked(
        "Break points have dates. Bidders can see what may change at them.", by: "C01", "C02", unless: noBreakPoint),
      .partly("The monitoring form is in the pack. It asks about change.", by: "C05"),
      .checked("Indicators have a way of measuring and someone who measures.", by: "O10", unless: noIndicator),
      .partly("What we know about staff who may move across is in the pack, without names.", by: "T15"),
      .partly("Councillors know what is coming and when they will be asked.", by: "C10"),
    ])

  private static let reading = Part(
    title: "Everyone can read it",
    lines: [
      .person("We read the summary aloud to someone, and they could tell us what we want."),
      .person("It says how to get help, or another format, and by when we reply."),
      .partly("Pictures have words that say the same. Tables have headings.", by: "L05"),
      .partly("Colour never carries a meaning alone.", by: "L06"),
      .checked("The specification is one click from the first page.", by: "L09", unless: noSpecification),
    ])

  private static let lastLooks = Part(
    title: "Last looks",
    lines: [
      .person("The law has been checked by someone whose job it is. The program does not do that."),
      .person("The notices that this tender needs are written, with the same dates and sums as the pack."),
      .person("Somebody who was not involved opened the site on a phone."),
      .decisions("Findings that we decided to live with have a reason, a role and a date."),
      .person("We know who will answer questions while the writer is on leave."),
    ])
}
