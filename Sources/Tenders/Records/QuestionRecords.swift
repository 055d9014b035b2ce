package import Diagnostics
package import Markdown

/// What bidders are asked.
package struct QuestionFacts: Declared {
  package static let name = "a question"

  package let title: Written<String>
  package let criterion: Written<CriterionPath>
  package let weight: Written<Weight>
  package let limit: Written<LimitFacts>
  package let group: Written<QuestionGroup>
  package let about: Written<AboutFacts>
  package let asks: Written<String>
  package let lots: Written<[Located<String>]>
  package let scale: Written<String>
  package let matrix: Written<String>
  package let minimum: Written<Weight>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    title = read("title", .words, .optional, .on(.questions), "What it is about, in a few words.")
    criterion = read(
      "criterion", .criterion, .always, .on(.questions), "The criterion that it counts for, or criterion/part.")
    weight = read("weight", .weight, .published, .on(.questions), "How much of 100 it counts.")
    limit = read("limit", .group, .optional, .on(.questions), "How long an answer may be.")
    group = read("group", .choice, .optional, .on(.questions), "What kind of question it is.")
    about = read("about", .group, .optional, .on(.questions), "What it is about.")
    asks = read("asks", .words, .optional, .on(.questions), "The question in a line.")
    lots = read("lots", .list(of: .id), .optional, .on(.questions), "The lots that it is for; all, if you do not say.")
    scale = read("scale", .reference(.scale), .optional, .on(.questions), "The scale that it is scored by.")
    matrix = read("matrix", .reference(.matrix), .optional, .on(.questions), "The graded guide that scorers use.")
    minimum = read("minimum", .weight, .optional, .on(.questions), "The least score that a bid must reach.")
    common = CommonFacts(&read, on: .on(.questions))
  }

  package struct AboutFacts: Declared {
    package static let name = "about"

    package let outcomes: Written<[Located<String>]>
    package let qualityCharacteristics: Written<[Located<String>]>

    package init(_ read: inout Reading) {
      outcomes = read("outcomes", .list(of: .reference(.outcome)), .optional, .on(.questions), "Outcomes.")
      qualityCharacteristics = read(
        "quality-characteristics", .list(of: .reference(.qualityCharacteristic)), .optional, .on(.questions),
        "Quality characteristics.")
    }
  }
}

/// How long an answer may be: the first of these that is written.
package struct LimitFacts: Declared {
  package static let name = "limit"

  package let limit: AnswerLimit?

  package init(_ read: inout Reading) {
    let counts = LimitUnit.allCases.map { unit in
      (unit, read(unit.rawValue, .whole, .optional, .on(.questions), "At most so many \(unit.rawValue).").value)
    }
    limit = counts.lazy.compactMap { unit, count in count.map { AnswerLimit(count: $0, unit: unit) } }.first
  }
}

/// A question that somebody asked about a tender, and the answer.
package struct ClarificationFacts: Declared {
  package static let name = "a clarification"

  package let asked: Written<Moment>
  package let answered: Written<Moment>
  package let isMaterial: Written<Bool>
  package let affects: Written<[Located<String>]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    asked = read("asked", .moment, .always, .on(.clarifications), "When it was asked.")
    answered = read("answered", .moment, .optional, .on(.clarifications), "When it was answered.")
    isMaterial = read("material", .flag, .optional, .on(.clarifications), "Whether it changes what bidders must do.")
    affects = read("affects", .list(of: .words), .optional, .on(.clarifications), "The pages that it is about.")
    common = CommonFacts(&read, on: .on(.clarifications))
  }
}

/// A change after publication.
package struct AmendmentFacts: Declared {
  package static let name = "an amendment"

  package let date: Written<Moment>
  package let isMaterial: Written<Bool>
  package let affects: Written<[Located<String>]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    date = read("date", .moment, .always, .on(.clarifications), "When the change was made.")
    isMaterial = read("material", .flag, .optional, .on(.clarifications), "Whether it changes what bidders must do.")
    affects = read("affects", .list(of: .words), .optional, .on(.clarifications), "The pages that it is about.")
    common = CommonFacts(&read, on: .on(.clarifications))
  }
}

/// A form of the council's own.
package struct FormFacts: Declared {
  package static let name = "a form"

  package let title: Written<String>
  package let sections: Written<[SectionFacts]>
  package let common: CommonFacts

  package init(_ read: inout Reading) {
    title = read("title", .words, .always, .on(.howToRespond), "What it is called.")
    sections = read("sections", .groups(), .always, .on(.howToRespond), "Its parts.")
    common = CommonFacts(&read, on: .on(.howToRespond))
  }

  package struct SectionFacts: Declared {
    package static let name = "a section of a form"

    package let title: Written<String>
    package let fields: Written<[FieldFacts]>

    package init(_ read: inout Reading) {
      title = read("title", .words, .always, .on(.howToRespond), "What it is called.")
      fields = read("fields", .groups(), .optional, .on(.howToRespond), "What is filled in.")
    }
  }

  package struct FieldFacts: Declared {
    package static let name = "a field"

    package let id: Written<String>
    package let kind: Written<Form.Kind>
    package let label: Written<String>
    package let limit: Written<LimitFacts>
    package let choices: Written<[Located<String>]>
    package let columns: Written<[Located<String>]>
    package let isRequired: Written<Bool>

    package init(_ read: inout Reading) {
      id = read("id", .id, .always, .elsewhere("the fields of forms"), "A short name for it, never used again.")
      kind = read("kind", .choice, .always, .on(.howToRespond), "What is filled in.")
      label = read("label", .words, .always, .on(.howToRespond), "What is asked.")
      limit = read("limit", .group, .optional, .on(.howToRespond), "How long an answer may be.")
      choices = read("choices", .list(of: .words), .optional, .on(.howToRespond), "What can be chosen.")
      columns = read("columns", .list(of: .words), .optional, .on(.howToRespond), "The columns of a table.")
      isRequired = read("required", .flag, .optional, .on(.howToRespond), "Whether it must be filled in.")
    }
  }
}
