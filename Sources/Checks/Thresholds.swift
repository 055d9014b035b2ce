// Every number that a rule measures by, in one place. A rule names its own in its `thresholds`.

extension Threshold {
  // Scoring and weights
  static let priceWeightMost = Threshold("price-weight-most", 40, .percent, "The most that price may count for")
  static let coProductionWeightLeast = Threshold(
    "co-production-weight-least", 10, .percent, "The least that questions about co-production should count for")
  static let questionWeightLeast = Threshold(
    "question-weight-least", 2, .percent, "The least that a question should count for")
  static let questionWeightMost = Threshold(
    "question-weight-most", 40, .percent, "The most that one question should count for")
  static let socialValueWeightLeast = Threshold(
    "social-value-weight-least", 10, .percent, "The least that social value should count for")
  static let priceMovementLeast = Threshold(
    "price-movement-least", 50, .percent, "The least part of its points that price should be able to move")

  // Outcomes framework
  static let outcomesLeast = Threshold("outcomes-least", 8, .number, "The least number of outcomes")
  static let outcomesMost = Threshold("outcomes-most", 12, .number, "The most outcomes that a framework can carry")
  static let indicatorsLeast = Threshold("indicators-least", 3, .number, "The least number of indicators an outcome")
  static let indicatorsMost = Threshold("indicators-most", 6, .number, "The most indicators an outcome")

  // Quality characteristics and co-production
  static let guideLevelsLeast = Threshold(
    "guide-levels-least", 4, .number, "The least number of levels in a graded guide about co-production")

  // Fairness, effort and timetable
  static let tenderDaysLeast = Threshold(
    "tender-days-least", 42, .days, "The least time from the day of issue to the deadline")
  static let statutoryDaysLeast = Threshold(
    "statutory-days-least", 25, .days, "The least time to answer in the full regime")
  static let statutoryDaysAfterNotice = Threshold(
    "statutory-days-after-notice", 10, .days,
    "The least time to answer in the full regime after a planned procurement notice")
  static let answerDaysLeast = Threshold(
    "answer-days-least", 7, .days, "The least time from the last answers to the deadline")
  static let effortWordsMost = Threshold("effort-words-most", 5_000, .words, "The most words to ask of a bidder")
  static let effortQuestionsMost = Threshold(
    "effort-questions-most", 10, .number, "The most long questions in a tender of modest value")
  static let effortLongAnswer = Threshold("effort-long-answer", 1_000, .words, "From how many words an answer is long")
  static let effortModestValue = Threshold(
    "effort-modest-value", 400_000, .pounds, "Below what value a year a tender is of modest value")
  static let wordsPerWeightSpreadMost = Threshold(
    "words-per-weight-spread-most", 4, .times, "How unevenly words may be asked for by weight")
  static let turnoverMost = Threshold(
    "turnover-most", 2, .times, "The most turnover to ask for, in times the value of a year")
  static let standstillDaysLeast = Threshold(
    "standstill-days-least", 8, .days, "The least number of working days that a standstill lasts")
  static let transferDaysLeast = Threshold(
    "transfer-days-least", 56, .days, "The least time from the decision to the start where people would move")
  static let detailsDaysMost = Threshold(
    "details-days-most", 30, .days, "Within what time after signing the details are published in the full regime")
  static let detailsDaysMostLightTouch = Threshold(
    "details-days-most-light-touch", 120, .days,
    "Within what time after signing the details are published in the light-touch regime")

  // Contract, monitoring, value
  static let breakPointTerm = Threshold(
    "break-point-term", 12, .months, "From what length a contract needs a break point")
  static let breakPointGapMost = Threshold(
    "break-point-gap-most", 18, .months, "The longest time between two break points")
  static let outcomeMeasuresLeast = Threshold(
    "outcome-measures-least", 50, .percent, "The least share of contract measures that come from outcomes")
  static let keyMeasuresValue = Threshold(
    "key-measures-value", 5_000_000, .pounds, "Above what value the full regime asks for key performance indicators")
  static let keyMeasuresLeast = Threshold(
    "key-measures-least", 3, .number, "How many key performance indicators the full regime asks for")
  static let lightTouchValue = Threshold(
    "light-touch-value", 663_540, .pounds, "From what value, with VAT, the light-touch regime applies")
  static let mutualTermMost = Threshold(
    "mutual-term-most", 60, .months, "The longest contract that may be reserved to mutuals")

  // Language
  static let sentenceWordsMost = Threshold("sentence-words-most", 25, .words, "The longest sentence")
  static let readingEaseLeast = Threshold(
    "reading-ease-least", 50, .number, "The least Flesch reading ease of a section")
  static let sectionWordsLeast = Threshold(
    "section-words-least", 80, .words, "From how many words the reading ease of a section is measured")
  static let alternativeWordsMost = Threshold(
    "alternative-words-most", 40, .words, "The most words that should describe a picture")
  static let summaryWordsMost = Threshold("summary-words-most", 700, .words, "The longest summary")
}
