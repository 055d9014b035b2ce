extension Naming {
  /// Weights: names are the titles of criteria, parts and questions.
  static let weight = Naming(
    "counts for",
    links: """
      count counts counting weigh weighs weighing weight weights weighting weightings weighted worth points point
      marks mark score scores scored scoring percentage share value available possible awarded given gets get go goes
      allocated assigned attached apportioned carries carry carrying attracts earns earn earning brings bring accounts
      account represents contributes contribute comprises makes make up forms form receives receive takes take comes
      holds hold bears bear stands stand set offers offer ranks rank part element criterion criteria question
      questions section overall total evaluation assessment evaluated assessed judged measured out tender bid bids
      remaining rest max here again alone itself answer answers maximum when against having being used
      depend depends rest rests turn turns while whilst whereas mean means per cent % largest biggest highest heaviest lowest most share towards lot
      lots ratio split allocate allocates applied basis based
      """,
    unless: """
      together combined jointly including include includes excluding apart except without other besides plus but
      deduct deducted lose loses lost level bidder discount rise vat inflation between above below should
      suggests times than twice within bidders
      """)

  /// Limits of answers: names are the questions.
  static let limit = Naming(
    "may have",
    links: """
      limit limits limited words word characters pages sides count number length size long longer most maximum max
      more than no not up accept accepted answer answers response responses question write use spend keep kept stick hold holds run
      takes take get gets give gives allow allows allowed permitted space fill restricted cap capped within under
      beyond after stop reading read set here there weight weights weighting weighted marks points % worth score carries
      """,
    unless: """
      example examples summary table title name names quote paragraph appendix attachment cv diagram partners case
      study spent last part first point plus extra outside beside besides addition row rows column list introduction
      minimum least
      """)

  /// The least score of an answer.
  static let score = Naming(
    "needs a score of at least",
    links: """
      score scores scored scoring mark level minimum least need needs get reach reaches below under less than answer
      answers question bid lowest pass required set asks ask
      """)

  static let eachAnswer = limit.of(
    "each answer may have", names: ["each|every|any|no answer|response", "answers", "each question"].map { Phrase($0) })

  static let allAnswers = limit.of(
    "all answers together may have",
    names: ["in all", "in total", "altogether", "all answers together", "whole bid"].map { Phrase($0) })
}
