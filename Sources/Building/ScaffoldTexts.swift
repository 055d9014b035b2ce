internal import Tenders

/// Examples of new files: what teaches by being there. What each key is for comes from where it is declared.
enum ScaffoldTexts {
  /// A whole new file of a kind. `scale` is one that is there, for a question to use.
  static func file(_ kind: Kind, _ name: String, scale: String? = nil) -> String {
    let (front, body) = example(kind, name, scale: scale)
    let notes = ScaffoldNotes.annotate(front, kind.schema)
    return kind == .site
      ? "# yaml-language-server: $schema=.schemas/site.json\n\(notes)\n" : "---\n\(notes)\n---\n\(body)\n"
  }

  /// Lines for tender.md.
  static func lot(_ name: String) -> String {
    let example = """
      lots:
        - id: \(name)
          title: Name of this lot
      #     value:
      #       total: 100000
      #     outcomes: []
      """
    return """
      ## What a lot says takes the place of what the tender says, key by key.
      \(ScaffoldNotes.annotate(example, Kind.tender.schema, listsOthers: false))

      """
  }

  /// A new site: something of each kind that a first tender needs.
  static func site(_ council: String) -> [String: String] {
    var files = [".schemas/site.json": Scaffold.schema(of: "site") ?? ""]
    for (kind, id, name) in [
      (Kind.site, "", council), (.home, "", ""), (.term, "outcome", "outcome"),
      (.outcome, "friends", "people-have-friends"), (.qualityCharacteristic, "co-production", "co-production"),
      (.scale, "five-levels", ""),
    ] { files[kind.path(in: .library, named: id, of: "")] = file(kind, name) }
    return files
  }

  private static func example(_ kind: Kind, _ name: String, scale: String?) -> (front: String, body: String) {
    switch kind {
    case .site:
      let council = name.replacing("\"", with: "")
      return (
        """
        title: "Tenders of \(council)"
        organisation: "\(council)"
        # base-url: https://tenders.example.org
        languages: [en-GB]
        # email: tenders@example.org
        accent: "#0b5d66"
        """, ""
      )
    case .home:
      return (
        """
        title: What we buy, and why
        summary: One sentence that says what this site is for.
        """, "Say in a few short sentences what you buy, and what difference it should make."
      )
    case .sitePage, .packPage, .plain, .guidance, .caseStudy, .shared: return page(kind, name)
    case .outcome:
      return (
        """
        title: \(name.asTitle)
        level: service
        bottom-lines: [social]
        indicators:
          - id: see-friends
            text: People see a friend every week
            kind: subjective
            measure: A short talk
            by: People who use the service
            how-often: Every three months
        # sources:
        #   - title: Our well-being plan
        #     reference: Page 4
        # voices:
        #   - words: The weekend is the longest part of the week.
        #     role: Woman, 34
        #     consent: true
        """, "Say in a sentence or two what it means."
      )
    case .term:
      return (
        """
        term: \(name.asTitle)
        # also: [\(name.asTitle.lowercased())s]
        # avoid: []
        """,
        name == "outcome"
          ? "A change that people notice in their lives, or in the place where they live."
          : """
          Say what it means in one short sentence. That is what people see first.

          Then give an example from everyday life.
          """
      )
    case .qualityCharacteristic:
      return (
        """
        title: \(name == "co-production" ? "Co-production" : name.asTitle)
        features:
          - People who use the service plan it, run it and judge it together with staff.
        # examples:
        #   - Every job is filled by a panel on which people who use the service have half the votes.
        # not:
        #   - A survey once a year.
        """, "Say in your own words what you mean by it."
      )
    case .scale:
      let levels = [
        ("Nothing", "There is no answer."), ("Weak", "Some of what was asked is answered."),
        ("Fair", "Most of it is answered, with gaps."), ("Good", "All of it is answered, with reasons."),
        ("Very good", "All of it is answered, with reasons and proof."),
      ]
      return (
        "title: How each answer is scored\nlevels:"
          + levels.enumerated().map { "\n  - score: \($0)\n    title: \($1.0)\n    descriptor: \($1.1)" }.joined(),
        ""
      )
    case .matrix:
      return (
        """
        title: \(name.asTitle)
        columns: [Told, Asked, Together]
        rows:
          - principle: Who decides
            question: Who has a vote?
            levels: [Staff decide, People are asked, People have half the votes]
        """, "Say how scorers should use it."
      )
    case .tender: return tender
    case .question:
      return (
        """
        title: \(name.asTitle)
        order: 10
        criterion: quality
        weight: 70
        limit:
          words: 500
        group: co-production
        # about:
        #   outcomes: [friends]
        #   quality-characteristics: [co-production]
        \(scale.map { "scale: \($0)" } ?? "# scale: five-levels")
        """,
        """
        How will people who use the service decide what it does?

        ## What a good answer shows

        - Say what would convince you.
        """
      )
    case .clarification:
      return (
        """
        title: The question in a few words
        asked: 2027-02-01
        answered: 2027-02-04
        material: no
        affects: [specification]
        """, "> The question as it was asked. Never say who asked.\n\nThe answer."
      )
    case .amendment:
      return (
        """
        title: The change in a few words
        date: 2027-02-01
        material: no
        affects: [specification]
        """, "Say what was so before, and what is so now."
      )
    case .form:
      return (
        """
        title: \(name.asTitle)
        sections:
          - title: About you
            fields:
              - id: name
                kind: text
                label: The name of your organisation
        """, "Say who fills it in, and when."
      )
    }
  }

  private static func page(_ kind: Kind, _ name: String) -> (front: String, body: String) {
    let more: String
    switch kind {
    case .guidance: more = "\n# audience: providers"
    case .caseStudy: more = "\nworked:\n  - What worked.\nbetter:\n  - What could have been better."
    case .site, .home, .sitePage, .packPage, .plain, .shared, .term, .outcome, .qualityCharacteristic, .scale, .matrix,
      .tender, .question, .clarification, .amendment, .form:
      more = ""
    }
    let body =
      kind == .packPage && PackPage(rawValue: name) == .vision
      ? """
      ## What should be different

      Say what life should be like for the people whom the service is for.

      ## Why

      Say what is not good enough today, and how you know.
      """ : "Write here."
    return ("title: \(name.asTitle)\nsummary: What this says, in one sentence.\(more)", body)
  }

  private static let tender = (
    front: """
    title: Name of the service
    summary: What it is for, in one sentence.
    stage: draft
    ## Take away the # and the blank behind it, and write.
    # reference: MC-2027-001
    # buyer: Mytown Council
    # contact:
    #   role: Commissioning team
    #   email: commissioning@example.org
    #   access: Tell us how you would like to read or answer.
    # procedure: open
    # regime: light-touch
    # submit:
    #   how: email
    #   where: tenders@example.org
    #   account: no
    # value:
    #   total: 300000
    #   per-year: 100000
    #   vat: before
    # dates:
    #   issued: 2027-01-11
    #   questions-close: 2027-02-12T17:00
    #   answers-by: 2027-02-19
    #   deadline: 2027-03-12T12:00
    #   decision: 2027-04-16
    #   start: 2027-07-01
    #   end: 2030-06-30
    # outcomes: [friends]
    # quality-characteristics: [co-production]
    criteria:
      - id: quality
        title: Quality
        weight: 70
        kind: quality
      - id: community
        title: Community outcomes
        weight: 10
        kind: community
      - id: price
        title: Price
        weight: 20
        kind: price
    """,
    body: """
    Say what you are looking for, in a few short sentences. Draw values in where you need them: price counts for
    {{criteria.price.weight}}.

    Read why in [our vision](vision.md).
    """
  )
}

extension String {
  /// A name as a title: `who-decides` is “Who decides”.
  fileprivate var asTitle: String {
    let words = replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
