/// What is passed or not, and never scored: a gate, which is about the bid, or a condition, which is about the bidder.
package struct Hurdle: Sendable {
  package enum Kind: String, Sendable { case gate = "Gate", condition = "Condition" }

  package let kind: Kind
  /// Among those of its kind, from 1.
  package let number: Int
  package let title: Written<String>
  package let asks: Written<String>
  package let minimum: Written<String>
  package let consequence: Written<String>

  /// What it is called, in the fewest words that its author wrote.
  package var name: String { title.value ?? asks.value ?? "" }
}

extension Tender {
  /// Gates first.
  package var hurdles: [Hurdle] {
    let gates = facts.gates.items.enumerated().map { index, gate in
      Hurdle(
        kind: .gate, number: index + 1, title: gate.title, asks: gate.asks,
        minimum: Written(nil, at: gate.place, key: gate.place), consequence: gate.consequence)
    }
    let conditions = facts.conditions.items.enumerated().map { index, condition in
      Hurdle(
        kind: .condition, number: index + 1, title: Written(nil, at: condition.place, key: condition.place),
        asks: condition.asks, minimum: condition.minimum, consequence: condition.consequence)
    }
    return gates + conditions
  }
}
