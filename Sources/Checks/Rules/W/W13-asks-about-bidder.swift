internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Scored questions ask about the bid. What an organisation is and has belongs to the conditions of participation.
  static let asksAboutBidder = Rule("W13", "asks-about-bidder", .note, source: Source.act22and23) { tender, context in
    tender.questions.filter { $0.weight?.value != .zero }.flatMap { question in
      (question.file.frontMatterPassages + question.file.passages).places(ofAny: aboutTheBidder).map { found in
        context.finding(
          "this scored question asks for “\(found.words)”, which is about the bidder and not about the bid",
          value: found.words, at: found.place,
          help:
            "Ask it once, as a condition of participation, or ask what the bidder would do. What the people who would do the work have done may be scored."
        )
      }
    }
  }

  /// What only ever asks who a bidder is, or what it owns. A star stands for any ending.
  private static let aboutTheBidder = [
    "turnover", "annual accounts", "audited accounts", "years' accounts", "years of accounts", "credit rating",
    "years trading", "years of trading", "trading history", "how long have you been", "how long has your organisation",
    "when was your organisation", "number of employees", "how many people do you employ",
    "how many staff do you employ",
    "contracts you have held", "similar contracts", "previous contracts", "names of referees",
    "your safeguarding polic*", "your equality polic*", "your equalities polic*", "your health and safety polic*",
    "your environmental polic*", "your data protection polic*", "copies of your polic*", "copy of your polic*",
    "policies do you have", "policies do you hold", "policies that you hold", "accreditations", "iso 9001", "iso 14001",
    "iso 27001", "investors in people", "company number", "charity number", "registration number",
  ]
}
