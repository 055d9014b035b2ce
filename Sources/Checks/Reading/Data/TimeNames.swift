extension Naming {
  /// What may stand between any date and its name.
  private static let dates = """
    date dates day time latest expected due fall falls falling takes take place held hold happen happens email portal online
    electronically bidding bid bids tender tenders deadline deadlines when made make arrive arrives received reach
    submitted submission close closes submit sent send here uk provisional provisionally planned sharp uploaded
    strictly set very scheduled likely through via using mailbox inbox system website remains remain stays stay closing address above below receipt @
    """

  static let deadline = Naming(
    "the deadline is",
    names: """
      deadline
      closing date|time and? date|time?
      deadline|closing date|time? and? date|time? for|of _ BID|receipt|submitting|submission|bidding|returning _ BID?
      and BID on
      deadline to _ bid|tender|submit|send
      last|final|latest MOMENT for|to _ BID|SEND|return|bidding
      submission|tender|bid|return|bidding return|submission? deadline|date
      return|receipt|submission of _ BID
      BID _ reach|reaches|arrive|arrives|arriving|come|comes|due|received|submitted|returned|sent
      BID _ back|emailed|uploaded|lodged|close|closes|with|made|completed|delivered|invited|accepted
      BID _ in _ by|before
      submit|return|reply|respond|apply by|before|no
      anything|nothing _ ARRIVE|SENT
      SEND _ BID
      FORTENDER|bidding|tendering _ CLOSE
      your|completed|full|finished|whole|have BID by|before|until
      portal|mailbox|inbox CLOSE
      until _ complete|finalise _ BID
      complete _ BID
      """,
    links: dates + " by before until till after reaches opened no not later than late hands council back in have",
    unless: """
      question questions clarification clarifications queries query enquiries workshop event visit lunch drop register
      registering registration booking book places interest questionnaire survey grant planning invoice invoices
      report reports review reviews extension next score scored evaluate valid winning withdraw clarified
      complaint figures about ring call talk discuss help remind reminder hold holds joint jointly others partner
      partners stage tax early closed repairs advise advice acknowledge acknowledged whose extend extended checked
      """)

  static let questionsClose = Naming(
    "the last time for questions is",
    names: """
      QUERY QUERY? _ CLOSE|reach|arrive|ASKED|due|by|until|before
      requests for clarification|information _ reach|arrive|ASKED|due|by|until|before
      q & a session? _ CLOSE|deadline|period|until|by
      deadline|closing date|time? for|of _ QUERY|asking|clarifying QUERY?
      QUERY QUERY? deadline
      last|final|latest MOMENT for|to _ QUERY|ask|asking QUERY?
      last|final|latest MOMENT on|by|at which _ ask
      ASK _ QUERY QUERY?
      ask|asking us? anything|something? until|by|before
      ask|raise before|by|until
      ask us? anything|something|questions ,? do so
      have until _ ask|raise
      for clarification|questions
      clarification|question|questions|q&a period|window|stage _ CLOSE|runs
      take|accept|answer|consider|taking|answering|accepting _ QUERY QUERY?
      stop answering|taking|accepting _ QUERY QUERY?
      answer any|those|anything _ ARRIVE|ASKED
      QUERY QUERY? _ answered|accepted|considered if|after|when _ ARRIVE|ASKED?
      QUERY ,? _ send|put|email|submit|raise|address them|these|it
      """,
    links: dates
      + " by before until till after at in questions question clarification clarifications queries anything writing"
      + " about no not later than ask asking if answered considered responded team buying something them requests",
    unless:
      "answers meeting interview interviews form monitoring review survey reply respond workshop peer paper print copy copies pack format"
  )

  static let answersBy = Naming(
    "the day for all answers is",
    names: """
      ANSWER here? _ by|due
      ANSWER _ questions|question|all|them|everyone|queries|clarifications
      ANSWER to? _ QUERY QUERY? _ PUBLISHED?
      ANSWER _ PUBLISHED
      PUBLISH _ ANSWER|log
      PUBLISH _ log|list|set|summary of _ QUERY and _ ANSWER
      QUERY and _ ANSWER _ PUBLISHED
      QUERY QUERY? _ answered|answer by|on|before
      last|final answers
      """,
    links: dates
      + " by before last all questions website page site out answers responses clarification everyone bidders bidder"
      + " and answer no not later than log here clarifications queries tenderers published circulated",
    unless: "bid close closes score scores your survey until bids received")

  static let interviews = Naming(
    "bidders are met on",
    names: """
      interview|interviews|presentation|presentations
      interview|see|meet|invite _ shortlisted|best _ BIDDER
      meetings with|for _ bidders
      meet _ bidder|bidders
      bidder|clarification meeting|meetings|interviews|days
      """,
    links: dates
      + " between from bidders bidder panel interviews meetings shortlisted invited best two days over either during week"
      + " tenderers commencing library town hall office offices room centre invited interview an",
    unless: "staff job recruitment peer report lunch workshop moderation weeks explain feedback debrief unsuccessful")

  static let decision = Naming(
    "the decision is on",
    names: """
      decision|decisions
      award decision|date
      intention to award
      we _ decide|award
      make|announce|reach|publish|communicate _ RESULT
      announce|name|choose|select|appoint _ winning|successful|preferred BIDDER|bid|tender
      contract award
      award of? _ contract
      contract _ awarded
      award :
      winning|successful|preferred|chosen BIDDER|bid _ named|selected|appointed|announced|known|notified|told
      TELL _ BIDDER|you know? of|about|on? _ RESULT|whether|who
      notification of _ RESULT|award RESULT?
      BIDDER|you _ hear|hears|told|informed|notified from? us? of|about? _ RESULT?
      BIDDER|you|they _ hear|know|told whether|if|about
      outcome|decision|award letters|notices|notice|emails
      """,
    links: dates
      + " by before decision decide result results outcome winner bidder bidders contract award letters letter out go"
      + " whether who won know about announced taken write no not later than winning successful intended"
      + " notices notice tenderers",
    unless: """
      after appeal budget planning cabinet break extend interest questions question deadline change changes move week
      """)

  static let standstillEnds = Naming(
    "the standstill ends on",
    names: """
      standstill period? _ ENDING|lasts|runs|over|until|to
      standstill period?
      """,
    links: dates
      + " until till end ends runs run lasts over midnight period expires finishes from of conclude ended has for days working calendar and then",
    unless: "starts begins start begin from after")

  static let start = Naming(
    "the contract starts on",
    names: """
      CONTRACT _ START|run|runs|lasts|open|opens|live|in|running
      CONTRACT start|starting|commencement|date
      start|starting|commencement date|day
      start|beginning|commencement of _ CONTRACT
      START|open|opening|delivering|take|takes|taking _ CONTRACT
      go|goes|going live date?
      CONTRACT _ come|comes into force|effect
      mobilise|mobilised
      up and running
      first day of _ CONTRACT
      CONTRACT
      contract period|term
      """,
    links: dates
      + " from in early date start starts contract service agreement period go live doors day between term"
      + " starting beginning open and up running commencement runs",
    unless: otherContract + """
       until ends end signed sign extension break review by award awarded before after decide decision
      """)

  static let end = Naming(
    "the contract ends on",
    names: """
      CONTRACT _ ENDING|run|runs|last|lasts|until|to
      CONTRACT end|expiry|termination|date
      CONTRACT _ comes to an end
      initial term|period _ ENDING
      end|ending|expiry date
      end|expiry of _ CONTRACT
      and _ ENDING
      last day of _ CONTRACT
      """,
    links: dates + " until till end ends date contract service through comes an",
    unless: otherContract + " from start starts extension extended break year transition by before")

  private static let otherContract = """
    old current present existing previous lease pilot building course licence insurance now today strategy plan grant
    funding staff minibus report reports records keep first
    """

  static let issued = Naming(
    "the tender came out on",
    names: """
      FORTENDER|pack|notice was|is? _ published|issued|out|launched|advertised|released
      tender pack|documents|documentation _ published|issued|available|released
      FORTENDER was|is? _ opened|opens|open
      published|issued|launched|advertised|released|issue|publish|advertise _ FORTENDER|pack|notice
      issue|publication|launch of _ FORTENDER|pack|notice
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
      CONTRACT
      contract|initial term|period|length|duration
      CONTRACT for _ period|term
      and _ continue|continues|last|lasts|run|runs
      term|length|duration|period of _ CONTRACT
      length|duration
      term
      """,
    links: """
      runs run lasts last lasting running term length duration period initial initially over contract service agreement
      let awarded fixed stands stand offered set planned total covers spans continues
      basis for
      """,
    unless: """
      extension extensions extend extended extending notice every first last after review break payment further more
      remaining each least before within old current previous longer another staff lease rent next half ago experience
      records keep order
      """)

  static let extensions = Naming(
    "the contract may be extended by",
    names: """
      extension|extensions
      extend|extended|extending|prolonged|lengthened
      extend|extended|extending|extension _ contract|agreement|service|term
      contract _ extended|longer
      """,
    links: """
      by option possible further more period periods contract term us up additional another extra total maximum or and
      then once reserves right granted
      """,
    unless: "after notice before lease deadline building licence hours review last every tender old current")

  static let breakPoints = Naming(
    "the break points come after",
    names: "break point|points|clause|clauses",
    links: """
      after come comes fall falls month months contract end second third last set planned into three two four one reach
      reached stand stands first clauses breaks
      """,
    unless: "notice every later before between within apart weeks least ahead earlier half",
    needs: "after at in month months : (")
}
