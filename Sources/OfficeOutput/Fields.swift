internal import Markdown

extension Form.Field {
  /// What stands beside the label: the limit, the weight, whether it may be left out.
  var hints: String {
    let limit = limit.map { $0.onOneLine.prefix(1).uppercased() + $0.onOneLine.dropFirst() }
    return [limit, hint?.onOneLine, isRequired ? nil : "You may leave this out"].compactMap(\.self)
      .joined(separator: " · ")
  }

  /// How high the place to answer is, in millimetres: a line or two, or much for what may be long. It grows with what is
  /// written.
  var room: Double { limit == nil ? 18 : 55 }

  /// Whether the first cells of its rows are written already.
  var namesRows: Bool { !rows.isEmpty && rows.allSatisfy { $0.cell(0) != nil } }
}

extension [String?] {
  /// A cell of a row; nil for one to fill in.
  func cell(_ column: Int) -> String? { indices.contains(column) ? self[column] : nil }
}

extension LayoutContext {
  /// The same for what a field asks. What is short stands on one page with the room for the answer.
  func asking(_ field: Form.Field) -> LayoutContext {
    var place = self
    place.keepsWithNext = field.asked.words.utf8.count < 1_800
    return place
  }
}
