package import Diagnostics

/// A word that is explained.
package struct TermFacts: Declared {
  package static let name = "a glossary term"

  package let term: Written<String>
  package let also: Written<[Located<String>]>
  package let avoid: Written<[Located<String>]>
  package let source: Written<String>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    term = read("term", .words, .always, .on(.glossary), "The word.")
    also = read(
      "also", .list(of: .words), .optional, .on(.glossary), "Other forms that people write, such as the plural.")
    avoid = read("avoid", .list(of: .words), .optional, .on(.glossary), "Words that you would rather not use for it.")
    source = read("source", .words, .optional, .on(.glossary), "Where the meaning comes from.")
    common = CommonFacts(&read, on: .on(.glossary))
    // A term is called by its word.
    read.leaveOut("title")
  }
}

/// What should change.
package struct OutcomeFacts: Declared {
  package static let name = "an outcome"

  package let title: Written<String>
  package let level: Written<Level>
  package let bottomLines: Written<[Located<BottomLine>]>
  package let indicators: Written<[IndicatorFacts]>
  package let sources: Written<[SourceFacts]>
  package let dataCollected: Written<String>
  package let wellBeing: Written<[Located<WellBeing>]>
  package let fiveWays: Written<[Located<FiveWays>]>
  package let prevention: Written<Prevention>
  package let voices: Written<[VoiceFacts]>
  package let proxies: Written<[ProxyFacts]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .on(.outcomes), "A change for the better, in words that people use.")
    level = read(
      "level", .choice, .always, .on(.outcomes), "Whether it is for those who use the service, or the place around it.")
    bottomLines = read("bottom-lines", .list(of: .choice), .optional, .on(.outcomes), "What kind of value it is.")
    indicators = read("indicators", .groups(), .optional, .on(.outcomes), "Three to six signs that it is happening.")
    sources = read("sources", .groups(), .optional, .on(.outcomes), "Where it comes from: a plan, or what people said.")
    dataCollected = read("data-collected", .words, .optional, .on(.outcomes), "What is measured about it today.")
    wellBeing = read(
      "well-being", .list(of: .choice), .optional, .on(.outcomes), "Which parts of well-being it touches.")
    fiveWays = read("five-ways", .list(of: .choice), .optional, .on(.outcomes), "Which of the five ways to well-being.")
    prevention = read("prevention", .choice, .optional, .on(.outcomes), "Whether it prevents harm, or deals with it.")
    voices = read("voices", .groups(), .optional, .on(.outcomes), "What people said, shown only with their consent.")
    proxies = read("proxies", .groups(), .optional, .on(.outcomes), "Sums of money that stand for it.")
    common = CommonFacts(&read, on: .on(.outcomes))
  }
}

package struct IndicatorFacts: Declared {
  package static let name = "an indicator"

  package let id: Written<String>
  package let text: Written<String>
  package let kind: Written<EvidenceKind>
  package let measure: Written<String>
  package let by: Written<String>
  package let howOften: Written<String>

  package init(_ read: inout Reading) {
    id = read("id", .id, .always, .elsewhere("links, and files for programs"), "A short name for it, never used again.")
    text = read("text", .words, .always, .on(.outcomes), "The sign, in a sentence.")
    kind = read(
      "kind", .choice, .optional, .on(.outcomes), "What people feel, what can be seen or counted, or what was done.")
    measure = read("measure", .words, .optional, .on(.outcomes), "How it is measured.")
    by = read("by", .words, .optional, .on(.outcomes), "Who measures it.")
    howOften = read("how-often", .words, .optional, .on(.outcomes), "How often.")
  }
}

package struct SourceFacts: Declared {
  package static let name = "a source"

  package let title: Written<String>
  package let reference: Written<String>

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .on(.outcomes), "What it is called.")
    reference = read("reference", .words, .optional, .on(.outcomes), "Where in it, such as a page.")
  }
}

package struct VoiceFacts: Declared {
  package static let name = "a voice"

  package let words: Written<String>
  package let role: Written<String>
  package let consent: Written<Bool>

  package init(_ read: inout Reading) {
    words = read("words", .words, .always, .on(.outcomes), "What somebody said.")
    role = read("role", .words, .optional, .on(.outcomes), "Who they are, without a name.")
    consent = read(
      "consent", .flag, .optional, .steers("whether the words are published"),
      "Whether they agreed that it is published.")
  }
}

/// A sum of money that stands for an outcome.
package struct ProxyFacts: Declared {
  package static let name = "a proxy"

  package let id: Written<String>
  package let value: Written<Money>
  package let unit: Written<String>
  package let year: Written<Int>
  package let source: Written<String>
  package let accruesTo: Written<String>
  package let includes: Written<[Located<String>]>

  package init(_ read: inout Reading) {
    id = read("id", .id, .always, .elsewhere("links, and files for programs"), "A short name for it, never used again.")
    value = read("value", .money, .optional, .on(.outcomes), "The sum.")
    unit = read("unit", .words, .optional, .on(.outcomes), "For what it is, such as a person and year.")
    year = read("year", .whole, .optional, .on(.outcomes), "The year whose prices it is in.")
    source = read("source", .words, .optional, .on(.outcomes), "Where the sum comes from.")
    accruesTo = read("accrues-to", .words, .optional, .on(.outcomes), "Who saves the money.")
    includes = read("includes", .list(of: .words), .optional, .on(.outcomes), "Other proxies that are a part of it.")
  }
}

/// How a service should be provided.
package struct QualityCharacteristicFacts: Declared {
  package static let name = "a quality characteristic"

  package let title: Written<String>
  package let features: Written<[Located<String>]>
  package let examples: Written<[Located<String>]>
  package let isNot: Written<[Located<String>]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .on(.qualityCharacteristics), "What it is called.")
    features = read("features", .list(of: .words), .optional, .on(.qualityCharacteristics), "What people would see.")
    examples = read("examples", .list(of: .words), .optional, .on(.qualityCharacteristics), "What it looks like here.")
    isNot = read("not", .list(of: .words), .optional, .on(.qualityCharacteristics), "What it is not.")
    common = CommonFacts(&read, on: .on(.qualityCharacteristics))
  }
}

/// The levels of score.
package struct ScaleFacts: Declared {
  package static let name = "a scale"

  package let title: Written<String>
  package let levels: Written<[LevelFacts]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .on(.scoring), "What it is called.")
    levels = read("levels", .groups(), .always, .on(.scoring), "The levels, from the lowest score.")
    common = CommonFacts(&read, on: .on(.scoring))
  }

  package struct LevelFacts: Declared {
    package static let name = "a level of a scale"

    package let score: Written<Weight>
    package let title: Written<String>
    package let descriptor: Written<String>

    package init(_ read: inout Reading) {
      score = read("score", .weight, .always, .on(.scoring), "The score.")
      title = read("title", .words, .always, .on(.scoring), "The level in a word, such as Good.")
      descriptor = read("descriptor", .words, .optional, .on(.scoring), "What an answer at this level is like.")
    }
  }
}

/// A graded guide.
package struct MatrixFacts: Declared {
  package static let name = "a matrix"

  package let title: Written<String>
  package let columns: Written<[Located<String>]>
  package let rows: Written<[RowFacts]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .on(.scoring), "What it is called.")
    columns = read("columns", .list(of: .words), .always, .on(.scoring), "The levels, from the lowest.")
    rows = read("rows", .groups(), .always, .on(.scoring), "A row for each principle.")
    common = CommonFacts(&read, on: .on(.scoring))
  }

  package struct RowFacts: Declared {
    package static let name = "a row of a matrix"

    package let principle: Written<String>
    package let question: Written<String>
    package let levels: Written<[Located<String>]>

    package init(_ read: inout Reading) {
      principle = read("principle", .words, .always, .on(.scoring), "What the row is about.")
      question = read("question", .words, .optional, .on(.scoring), "What a scorer asks.")
      levels = read("levels", .list(of: .words), .always, .on(.scoring), "What it looks like at each level.")
    }
  }
}

/// What worked somewhere.
package struct CaseStudyFacts: Declared {
  package static let name = "a case study"

  package let title: Written<String>
  package let worked: Written<[Located<String>]>
  package let better: Written<[Located<String>]>
  package let source: Written<String>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .itsPage, "What it is called.")
    worked = read("worked", .list(of: .words), .optional, .itsPage, "What worked.")
    better = read("better", .list(of: .words), .optional, .itsPage, "What could have been better.")
    source = read("source", .words, .optional, .itsPage, "Where it comes from.")
    common = CommonFacts(&read)
  }
}
