extension Naming {
  private static let bid =
    "bid|bids|tender|tenders|response|responses|submission|submissions|proposal|proposals|application|applications"
  private static let query = "questions|question|clarification|clarifications|queries|query|enquiries"
  private static let moment = "day|date|time|moment|chance"
  private static let contract = "contract|contracts|service|agreement"

  /// What may stand between any date and its name.
  private static let dates = """
    date day time latest expected due fall falls falling takes take place held hold happen happens email portal online
    electronically bidding bid bids tender tenders deadline deadlines when made make arrive arrives received reach
    submitted submission close closes submit sent send here uk provisional provisionally planned sharp uploaded
    strictly set very scheduled likely remains remain stays stay closing address above below receipt @
    """

  static let deadline = Naming(
    "the deadline is",
    names: """
      deadline
      closing date|time and? date|time?
      deadline|closing date|time? and? date|time? for|of _ \(bid)|receipt|submitting|submission|bidding|returning
      and \(bid) on
      deadline to _ bid|tender|submit|send
      last|final|latest \(moment) for|to _ \(bid)|submit|send|submission|return|bidding
      submission|tender|bid|return|bidding return? deadline|date
      \(bid) _ due|reach|reaches|arrive|arrives|come|comes|received|submitted|returned|sent
      \(bid) _ back|emailed|uploaded|lodged|close|closes|with|made
      \(bid) _ in by|before
      send|submit|return|email|upload|get|post|bring|deliver|lodge _ \(bid)
      tender|bidding|competition closes|ends|shuts|close
      your|completed|full|finished|whole \(bid) by|before|until
      portal|mailbox closes|shuts|close
      """,
    links: dates + " by before until till after reaches opened no not later than late hands council back in",
    unless: """
      question questions clarification clarifications queries query enquiries workshop event visit lunch drop register
      registering registration booking book places interest questionnaire survey grant planning invoice invoices
      report reports review reviews extension next score scored evaluate valid winning withdraw clarified
      complaint figures about ring call talk discuss help remind reminder hold holds joint jointly others partner
      partners stage early closed repairs advise advice
      """)

  static let questionsClose = Naming(
    "the last time for questions is",
    names: """
      \(query) _ close|closes|reach|arrive|received|sent|submitted|asked|in|due|put|by|until|before
      deadline|closing date|time? for|of _ \(query)|asking|clarifying
      \(query) deadline
      last|final|latest \(moment) for|to _ \(query)|ask|asking
      ask|send|email|submit|put|raise|direct _ \(query)
      ask|asking us? anything? until|by|before
      clarification|question|questions period|window|stage _ closes|ends|runs
      take|accept|answer|taking|answering|accepting _ \(query)
      """,
    links: dates
      + " by before until till after at in questions question clarification clarifications queries anything writing"
      + " about no not later than",
    unless: "answers answered meeting interview interviews form monitoring review survey reply respond workshop peer")

  static let answersBy = Naming(
    "the day for all answers is",
    names: """
      answers here? _ by|due
      answer|reply|respond _ questions|question|all|them|everyone|queries|clarifications
      answers|replies|responses _ published|posted|given|out|up|online|shared|sent|available|ready|issued|circulated
      publish|post|share|give|issue|circulate|send _ answers|replies|responses
      last|final answers
      """,
    links: dates
      + " by before last all questions website page site out answers responses clarification everyone bidders bidder"
      + " and answer no not later than",
    unless: "bid close closes score scores your survey until")

  static let interviews = Naming(
    "bidders are met on",
    names: """
      interview|interviews|presentation|presentations
      meetings with|for _ bidders
      meet _ bidder|bidders
      bidder|clarification meeting|meetings|interviews|days
      """,
    links: dates
      + " between from bidders bidder panel interviews meetings shortlisted invited best two days over either",
    unless: "staff job recruitment peer report lunch workshop moderation week weeks")

  static let decision = Naming(
    "the decision is on",
    names: """
      decision|decisions
      award decision|date
      we _ decide|award
      make|announce|reach|publish _ decision|winner|result|results
      contract award
      award of? _ contract
      tell|inform|notify|let _ bidder|bidders|everyone know? _ decision|result|results|outcome|whether|who
      bidders|bidder|everyone _ hear|hears|told|informed|notified from? us?
      outcome|decision letters
      """,
    links: dates
      + " by before decision decide result results outcome winner bidder bidders contract award letters letter out go"
      + " whether who won know about announced taken write no not later than",
    unless: """
      after appeal budget planning cabinet break extend interest questions question deadline change changes move week
      """)

  static let standstillEnds = Naming(
    "the standstill ends on",
    names: """
      standstill period? _ ends|end|finishes|lasts|runs|over|expires|until|to
      standstill period?
      """,
    links: dates + " until till end ends runs lasts over midnight period expires finishes",
    unless: "starts begins start begin from after")

  static let start = Naming(
    "the contract starts on",
    names: """
      \(contract) _ start|starts|begin|begins|commence|commences|run|runs|lasts|open|opens|live|in|starting|beginning
      \(contract) start|starting|commencement|date
      start|starting|commencement date|day
      start|beginning of _ \(contract)
      start|begin|open _ \(contract)
      first day of _ \(contract)
      \(contract)
      contract period|term
      """,
    links: dates
      + " from in early date start starts contract service agreement period go live doors day between term"
      + " starting beginning open and",
    unless: otherContract + """
       until ends end signed sign extension break review by award awarded before after decide decision
      """)

  static let end = Naming(
    "the contract ends on",
    names: """
      \(contract) _ end|ends|finish|finishes|expire|expires|run|runs|last|lasts|until|to|ending
      \(contract) end|expiry|date
      end|ending|expiry date
      end of _ \(contract)
      last day of _ \(contract)
      """,
    links: dates + " until till end ends date contract service through",
    unless: otherContract + " from start starts extension extended break year transition by before")

  private static let otherContract = """
    old current present existing previous lease pilot building course licence insurance now today strategy plan grant
    funding staff minibus report reports records keep first
    """

  static let issued = Naming(
    "the tender came out on",
    names: """
      tender|pack|invitation|notice|competition was|is? _ published|issued|out|launched|advertised|released
      tender|competition was|is? _ opened|opens|open
      published|issued|launched|advertised|released _ tender|pack|invitation|notice
      issue|publication date
      date of issue|publication
      published|issued :
      bidding is? open
      """,
    links: dates + " was were since in first from",
    unless: """
      prior early engagement planned award pipeline amended version changed corrected next last preliminary outcome
      answers answer results decision plan strategy report questions list
      """)

  // MARK: How long

  static let term = Naming(
    "the contract runs for",
    names: """
      \(contract)
      contract|initial term|period|length|duration
      term|length|duration|period of _ \(contract)
      length|duration
      term
      """,
    links: """
      runs run lasts last lasting running term length duration period initial initially over contract service agreement
      let awarded fixed stands stand offered set planned total covers spans continues
      """,
    unless: """
      extension extensions extend extended extending notice every first last after review break payment further more
      remaining each least before within old current previous longer another staff lease rent next half ago experience
      records keep
      """)

  static let extensions = Naming(
    "the contract may be extended by",
    names: """
      extension|extensions
      extend|extended|extending|prolonged|lengthened
      contract _ extended|longer
      """,
    links: """
      by option possible further more period periods contract term us up additional another extra total maximum or and
      then once
      """,
    unless: "after notice before lease deadline building licence hours review last every tender old current")

  static let breakPoints = Naming(
    "the break points come after",
    names: "break point|points|clause|clauses",
    links: """
      after come comes fall falls month months contract end second third last set planned into three two four one reach
      reached stand stands
      """,
    unless: "notice every later before between within apart weeks each least ahead earlier half",
    needs: "after at in month months : (")
}
