/// How prose speaks of a datum.
struct Naming {
  /// What the message says before the value: `the deadline is`.
  let subject: String
  let names: [Phrase]
  /// Words that may stand between a name and its value, beside those that say nothing by themselves.
  let links: Set<String>
  /// Words near by that make it another thing: “questions” beside “deadline”.
  let unless: Set<String>
  /// Words of which one must stand between; none where nothing must.
  let needs: Set<String>

  /// `names` is one pattern a line; see `Phrase`.
  init(_ subject: String, names: String = "", links: String = "", unless: String = "", needs: String = "") {
    self.subject = subject
    self.names = names.split(whereSeparator: \.isNewline).map { Phrase(String($0)) }
    (self.links, self.unless, self.needs) = (.words(links), .words(unless), .words(needs))
  }

  private init(_ subject: String, _ names: [Phrase], _ links: Set<String>, _ unless: Set<String>, _ needs: Set<String>)
  {
    (self.subject, self.names, self.links, self.unless, self.needs) = (subject, names, links, unless, needs)
  }

  /// The same for a thing with names of its own.
  func of(_ subject: String, names: [Phrase]) -> Naming { Naming(subject, names, links, unless, needs) }

  func called(_ more: [Phrase]) -> Naming { Naming(subject, names + more, links, unless, needs) }

  func unless(_ more: Set<String>) -> Naming { Naming(subject, names, links, unless.union(more), needs) }
}
