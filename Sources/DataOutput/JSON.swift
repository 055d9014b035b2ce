internal import Escaping

/// A tree of JSON whose numbers are digits, so that none is rounded on its way, and whose members keep their order.
indirect enum JSON {
  case text(String)
  case number(String)
  case flag(Bool)
  case list([JSON])
  case object([(key: String, value: JSON)])

  /// As people can read it, two blanks a step.
  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return text.jsonString
    case .number(let digits): return digits
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items):
      guard !items.isEmpty else { return "[]" }
      return "[\n" + items.map { inner + $0.text(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { "\(inner)\($0.key.jsonString): \($0.value.text(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }
}
