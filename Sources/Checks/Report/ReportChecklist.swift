internal import Diagnostics
internal import Markdown
internal import Planning
internal import Tenders

extension CheckReport {
  /// The list to go through before a tender goes out, filled in as far as the checks know.
  var checklist: [Block] {
    guard Until.deadline.holds(for: tender) else { return [] }
    let states = Checklist.parts.map { part in (part.title, part.lines.map { ($0, state(of: $0)) }) }
    let parts = states.flatMap { title, lines in
      [writing.heading(title, id: "List-\(headingID(title))"), list(lines.map(item))]
    }
    return [writing.paragraph(counts(of: states.flatMap(\.1).map(\.1)))]
      + [
        writing.paragraph(
          "A ticked line is one that the rules can see as a whole, where they had something to look at and found nothing. Nothing else is ticked. Where a rule is named beside a line for a person to judge, it sees a part of that line. Go through the rest with somebody who uses the service, and tick it by hand."
        )
      ] + parts
  }

  private func counts(of states: [ChecklistState]) -> String {
    var (done, toDo, decided, open) = (0, 0, 0, 0)
    for state in states {
      switch state {
      case .done: done += 1
      case .toDo, .missing: toDo += 1
      case .decided: decided += 1
      case .open: open += 1
      }
    }
    let left = decided == 0 ? "" : ", \(decided) left as \(decided == 1 ? "it is" : "they are") by a decision"
    return
      "Of \(states.count) lines, \(done) \(done == 1 ? "is" : "are") done, \(toDo) \(toDo == 1 ? "is" : "are") to do\(left), and \(open) \(open == 1 ? "is" : "are") for a person to judge."
  }

  private func list(_ items: [List.Item]) -> Block { writing.block(.list(List(items: items))) }

  private func item(_ line: ChecklistLine, _ state: ChecklistState) -> List.Item {
    let (word, detail) = words(for: state)
    let ending = writing.strong(word) + writing.text(detail.map { " " + $0 } ?? "")
    let isDone = if case .done = state { true } else { false }
    let content = writing.text(line.words) + [Inline(.lineBreak, at: writing.place)] + ending
    return List.Item(blocks: [writing.paragraph(content)], done: isDone)
  }

  private func words(for state: ChecklistState) -> (word: String, detail: String?) {
    switch state {
    case .done(let what): ("Done.", what)
    case .toDo(let findings):
      ("To do.", Set(findings.map(\.code.id)).sorted().map { first(of: $0, in: findings) }.joined(separator: " "))
    case .missing(let what): ("To do.", what)
    case .decided(let accepted):
      (
        "Left as it is.",
        accepted.map { "\($0.finding.code.id): \($0.acceptance.reason.asSentence)" }.joined(separator: " ")
      )
    case .open(let detail): ("For a person to judge.", detail)
    }
  }

  /// The first finding of a rule, and how many more there are.
  private func first(of code: String, in findings: [Diagnostic]) -> String {
    let own = findings.filter { $0.code.id == code }
    let more = own.count > 1 ? " There \(own.count == 2 ? "is 1 more" : "are \(own.count - 1) more")." : ""
    return "\(code): \(own.first?.fullMessage.asSentence ?? "")\(more)"
  }
}
