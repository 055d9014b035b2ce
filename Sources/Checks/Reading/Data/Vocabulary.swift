/// Words that packs use for one idea, in every form. Patterns name the table in capitals.
enum Vocabulary {
  /// The words of a table, or the word itself where it names none.
  static func words(_ name: String) -> Set<String> { tables[name] ?? [name] }

  private static let tables: [String: Set<String>] = [
    "BID": .words(
      """
      bid bids tender tenders response responses submission submissions proposal proposals
      quotation quotations quote quotes
      """),
    "QUERY": .words("questions question clarification clarifications queries query enquiries enquiry requests"),
    "PRICE": .words("bid bids tender tenders price prices offer offers proposals quotations submissions"),
    "BIDDER": .words(
      """
      bidder bidders tenderer tenderers provider providers supplier suppliers applicant applicants organisations
      candidates everyone
      """),
    "CONTRACT": .words("contract contracts service services agreement"),
    "MOMENT": .words("day date time moment chance deadline"),
    "FORTENDER": .words("opportunity competition tender itt invitation"),
    "SEND": .words(
      """
      send submit return email upload get post bring deliver lodge sending submitting returning emailing uploading
      complete completing
      """),
    "SENT": .words("sent submitted returned emailed uploaded lodged delivered made completed posted"),
    "ARRIVE": .words(
      "reach reaches reached reaching arrive arrives arriving arrived come comes coming received receive due get gets"),
    "CLOSE": .words("close closes closing closed shut shuts end ends ending"),
    "ASK": .words("ask asking raise raising put submit submitting send sending email emailing direct seek seeking"),
    "ASKED": .words("asked raised put submitted sent emailed received made in"),
    "ANSWER": .words("answer answers reply replies respond response responses answering replying responding"),
    "PUBLISH": .words("publish put post share give issue circulate send provide release"),
    "PUBLISHED": .words(
      """
      published posted given out up online shared sent available ready issued circulated provided released distributed
      """),
    "START": .words("start starts starting started begin begins beginning commence commences commencing"),
    "ENDING": .words(
      "end ends ended ending finish finishes finishing expire expires expiring terminate terminates conclude concludes"),
    "TELL": .words("tell inform notify let advise telling informing notifying"),
    "RESULT": .words("decision decisions result results outcome winner"),
  ]
}
