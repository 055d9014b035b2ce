extension Naming {
  static let money = Naming(
    "the value is",
    names: """
      contract|contracts|service|tender|work|lot|lots is|are|be? worth
      contract|annual|yearly|total|estimated|whole|overall value|values
      value of _ contract|contracts|tender|service|lot|lots
      value
      budget
      budget|funding envelope|allocation|limit|ceiling|cap
      we|council|authority _ pay|spend|afford|have|allocated|committed
      available
      funding
      set aside
      for|to this|the CONTRACT
      contract|agreement of|for|over|at
      cost of _ CONTRACT
      maximum|highest|annual|yearly|total annual|yearly|total? price|bid|cost
      PRICE _ capped|limited
      PRICE for one|each|a|per year
      contract
      affordability|price|cost|financial ceiling|cap|limit|threshold|envelope
      PRICE _ exceed|exceeds|exceeding|above|over|more|under|between|within|no|not|higher
      PRICE _ in _ region|range of?
      """,
    links: """
      year yearly annual annually annum per total contract service before vat excluding ex exclusive net comes stands
      set put aside over life fixed range ranges between about in all estimated value budget worth pay paid spend spent
      afford available can cannot more than maximum most not above go exceed no beyond pounds funding or means term up work
      adds estimated envelope allocation allocated committed spending maximum lot lots region submit exceed over
      anticipated expected initial approximate purchase higher offer estimate council how much amount figure sum lie lies fall falls a-year what
      adds there price full limited capped made council agreed anywhere runs run
      """,
    unless: """
      insurance turnover grant fund fees fee rent saved save saves saving cost costs equipment training purse
      mobilisation extension extensions extended extend inflation increase cut quarter month week hour person bidder
      partner quarterly monthly cover indemnity towards fares first staff salaries social added spare match threshold
      extra additional lease asset building today present old proxy economy every benefit benefits personal tools
      household prize income reserves limit liability advance ahead car kitchen volunteer
      """)

  /// Things that are counted; the words are the name. `unless` keeps out what has such things of its own.
  static let questions = Naming(
    "questions",
    unless: """
      interview meeting meetings form survey lunch lot group section partner stage part first each every other more
      person peer workshop monitoring review talk asked page heard last yourself yourselves these following below above
      card here
      """)
  static let outcomes = [
    Naming("outcomes", unless: "each every first"), Naming("service outcomes"), Naming("community outcomes"),
  ]
  static let lots = Naming("lots")
  static let criteria = Naming("criteria", unless: "each every other your own")
  static let countedBreakPoints = Naming("break points")
  static let gates = Naming("gates")
  static let qualityCharacteristics = Naming("quality characteristics")
}
