/// The words of new files. Lines that begin with ## are notes; those with # are keys that wait to be written.
enum StarterTexts {
  static func site(_ name: String) -> [String: String] {
    let council = name.replacing("\"", with: "")
    return [
      "site.yml": """
      # yaml-language-server: $schema=.schemas/site.json
      title: "Tenders of \(council)"
      organisation: "\(council)"
      ## Where the site will be published; needed for the sitemap and the feed.
      # base-url: https://tenders.example.org
      languages: [en-GB]
      ## Where people ask for another format.
      # email: tenders@example.org
      ## Your colour. It must be dark enough to read on white.
      accent: "#0b5d66"

      """,
      ".schemas/site.json": Starter.schema(of: "site") ?? "",
      "index.md": """
      ---
      title: What we buy, and why
      summary: One sentence that says what this site is for.
      ---
      Say in a few short sentences what you buy, and what difference it should make.

      """,
      "glossary/outcome.md": """
      ---
      term: Outcome
      also: [outcomes]
      ---
      A change that people notice in their lives, or in the place where they live.

      """,
      "outcomes/friends.md": outcome("people-have-friends"),
      "quality-characteristics/co-production.md": """
      ---
      title: Co-production
      ## What people would see.
      features:
        - People who use the service plan it, run it and judge it together with staff.
      ## What it looks like here.
      examples:
        - Every job is filled by a panel on which people who use the service have half the votes.
      ## What it is not.
      not:
        - A survey once a year.
      ---
      Say in your own words what you mean by it.

      """,
      "scales/five-levels.md": """
      ---
      title: How each answer is scored
      levels:
        - score: 0
          title: Nothing
          descriptor: There is no answer.
        - score: 1
          title: Weak
          descriptor: Some of what was asked is answered.
        - score: 2
          title: Fair
          descriptor: Most of it is answered, with gaps.
        - score: 3
          title: Good
          descriptor: All of it is answered, with reasons.
        - score: 4
          title: Very good
          descriptor: All of it is answered, with reasons and proof.
      ---

      """,
    ]
  }

  static func outcome(_ name: String) -> String {
    """
    ---
    ## Say it as a change for the better, in words that people use.
    title: \(name.asTitle)
    # service: for those who use the service. community: for the place around it.
    level: service
    ## social, economic, environmental
    bottom-lines: [social]
    ## Three to six signs that it is happening.
    indicators:
      - id: see-friends
        text: People see a friend every week
        # subjective: what people feel. objective: what can be seen or counted. output: what was done.
        kind: subjective
        measure: A short talk
        by: People who use the service
        how-often: Every three months
    ## Where it comes from: a plan, or what people told you.
    # sources:
    #   - title: Our well-being plan
    #     reference: Page 4
    ## What people said, with their consent.
    # voices:
    #   - words: The weekend is the longest part of the week.
    #     role: Woman, 34
    #     consent: true
    ---
    Say in a sentence or two what it means.

    """
  }

  static func term(_ name: String) -> String {
    """
    ---
    term: \(name.asTitle)
    ## Other forms that people write, such as the plural.
    # also: [\(name.asTitle.lowercased())s]
    ## Words that you would rather not use for it.
    # avoid: []
    ---
    Say what it means in one short sentence. That is what people see first.

    Then give an example from everyday life.

    """
  }

  static let tender = """
    ---
    title: Name of the service
    summary: What it is for, in one sentence.
    ## draft, planned, open, evaluating, awarded or stopped. A draft may be unfinished.
    stage: draft
    ## What comes next is needed before the tender is published. Take away the # and the blank behind it, and write.
    # reference: MC-2027-001
    # buyer: Mytown Council
    # contact:
    #   role: Commissioning team
    #   email: commissioning@example.org
    #   access: Tell us how you would like to read or answer.
    ## open, flexible, below-threshold, provider-selection or grant
    # procedure: open
    ## full, light-touch, below-threshold, provider-selection or none
    # regime: light-touch
    # submit:
    #   how: email
    #   where: tenders@example.org
    #   account: no
    # value:
    #   total: 300000
    #   per-year: 100000
    #   vat: before
    ## Days as year-month-day. Times are UK times.
    # dates:
    #   issued: 2027-01-11
    #   questions-close: 2027-02-12T17:00
    #   answers-by: 2027-02-19
    #   deadline: 2027-03-12T12:00
    #   decision: 2027-04-16
    #   start: 2027-07-01
    #   end: 2030-06-30
    ## The outcomes that this tender picks, by the names of their files.
    # outcomes: [friends]
    # quality-characteristics: [co-production]
    ## Weights add up to 100, and parts to their criterion.
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
    ---
    Say what you are looking for, in a few short sentences. Draw values in where you need them: price counts for
    {{criteria.price.weight}}.

    Read why in [our vision](vision.md).

    """

  static func page(_ name: String) -> String {
    """
    ---
    title: \(name.asTitle)
    summary: What this page says, in one sentence.
    ---
    ## A heading

    Write here.

    """
  }

  static func characteristic(_ name: String) -> String {
    """
    ---
    title: \(name.asTitle)
    ## What people would see.
    features:
      - The first thing that people would see.
    ## What it looks like here.
    # examples:
    #   - An example from your town.
    ## What it is not.
    # not:
    #   - What people may take for it.
    ---
    Say in your own words what you mean by it.

    """
  }

  static let vision = """
    ---
    title: Vision
    summary: What should be different, and why.
    ---
    ## What should be different

    Say what life should be like for the people whom the service is for.

    ## Why

    Say what is not good enough today, and how you know.

    """

  static func lot(_ name: String) -> String {
    """
    lots:
      ## What a lot says takes the place of what the tender says, key by key.
      - id: \(name)
        title: Name of this lot
        # value:
        #   total: 100000
        # outcomes: []

    """
  }

  static func question(_ name: String) -> String {
    """
    ---
    title: \(name.asTitle)
    order: 10
    ## The id of a criterion in tender.md, or criterion/part.
    criterion: quality
    ## The weights of a criterion's questions add up to it.
    weight: 70
    limit:
      words: 500
    ## service-outcomes, community-outcomes, co-production, measurement or other
    group: co-production
    ## What it is about, by the names of files.
    # about:
    #   outcomes: [friends]
    #   quality-characteristics: [co-production]
    # scale: five-levels
    ---
    How will people who use the service decide what it does?

    ## What a good answer shows

    - Say what would convince you.

    """
  }

  static let clarification = """
    ---
    title: The question in a few words
    ## Days as year-month-day. Never say who asked.
    asked: 2027-02-01
    answered: 2027-02-04
    ## Whether the answer changes what bidders must do.
    material: no
    ## The pages that it is about.
    affects: [specification]
    ---
    > The question as it was asked.

    The answer.

    """
}

extension String {
  /// A name as a title: `who-decides` is “Who decides”.
  fileprivate var asTitle: String {
    let words = replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
