internal import Diagnostics
internal import Markdown

// Forms with room to write in, to be filled in on paper or to see what will be asked.

extension Setting {
  mutating func form(_ form: Form, at place: Place) {
    for section in form.sections {
      if form.sections.count > 1 {
        turn(section.fields.first?.isWide ?? false)
        line("form-part(\(string(section.title, at: place)))", at: place)
      }
      for field in section.fields {
        turn(field.isWide)
        self.field(field, at: place)
      }
    }
  }

  private mutating func field(_ field: Form.Field, at place: Place) {
    let label = string(field.label, at: place)
    let hints = "hints: \(hints(field, at: place)), optional: \(!field.isRequired),"
    switch field.kind {
    case .table: table(field, at: place)
    case .choice, .yesNo:
      let choices = field.kind == .yesNo ? "yes-no: true," : field.choices.map { string($0, at: place) + ", " }.joined()
      asked(field)
      line("form-ticks(label: \(label), \(hints) \(choices))", at: place)
    case .declaration:
      asked(field)
      line("form-signed(\(hints) \(label))", at: place)
    case .number, .date:
      asked(field)
      line("form-line(width: 60mm, \(hints) \(label))", at: place)
    case .text: text(field, label, hints, at: place)
    }
  }

  /// A short answer has a line, a long one a frame as tall as its limit needs.
  private mutating func text(_ field: Form.Field, _ label: String, _ hints: String, at place: Place) {
    if field.limit == nil, field.asked.isEmpty, field.label.count < 60 {
      return line("form-line(\(hints) \(label))", at: place)
    }
    let height = "height: \(field.roomToAnswer)mm,"
    guard !field.asked.isEmpty else { return line("form-box(\(height) \(hints) \(label), none)", at: place) }
    let above = level
    level += 1
    line("form-box(level: \(level), \(height) \(hints) \(label), {[]", at: place)
    depth += 1
    for block in field.asked { self.block(block) }
    depth -= 1
    line("})", at: place)
    level = above
  }

  private mutating func asked(_ field: Form.Field) { for block in field.asked { self.block(block) } }

  private mutating func hints(_ field: Form.Field, at place: Place) -> String {
    let words = [field.limit.map { $0.prefix(1).uppercased() + $0.dropFirst() }, field.hint].compactMap(\.self)
    return "(\(words.map { string($0, at: place) + ", " }.joined()))"
  }

  private mutating func table(_ field: Form.Field, at place: Place) {
    asked(field)
    guard !field.columns.isEmpty else { return }
    let texts = field.columns.indices.map { column in
      // An empty cell wants room to write in.
      [field.columns[column]]
        + field.rows.map { $0.indices.contains(column) ? $0[column] ?? String(repeating: "m ", count: 30) : "" }
    }
    let columns = ColumnWidths(texts, room: room, hangs: false)
    let least = field.rows.contains { $0.count(where: { $0 == nil }) > 2 } ? 21.0 : 10
    let isShort = columns.isShort([field.columns] + field.rows.map { $0.map { $0 ?? "" } }, least: least)
    line("data-table(form: true, columns: \(columns.typst), broad: \(depth == 0), whole: \(isShort),", at: place)
    line("caption: \(string(field.label, at: place)),", at: place)
    line("head: (\(field.columns.map { string($0, at: place) + ", " }.joined())),", at: place)
    for row in field.rows {
      let cells = field.columns.indices.map { row.indices.contains($0) ? row[$0] : nil }
      // Where most is left open, sentences are asked for; else a number or a few words.
      let height = cells.count(where: { $0 == nil }) > 2 ? 21 : 10
      let blank = cells.firstIndex(of: nil)
      let words = cells.enumerated().map { index, cell in
        cell.map { string($0, at: place) } ?? (index == blank ? "room(\(height)mm)" : "[]")
      }
      line(words.map { $0 + ", " }.joined(), at: place)
    }
    line(")", at: place)
  }
}

extension Form.Field {
  /// In millimetres, from a limit such as `at most 500 words`; a hand writes larger than a machine.
  fileprivate var roomToAnswer: Int {
    let number = (limit ?? "").split { !$0.isNumber && $0 != "," }.lazy
      .compactMap { Int($0.filter(\.isNumber)) }.first
    guard let number else { return 40 }
    let unit = (limit ?? "").lowercased()
    let words =
      unit.contains("page")
      ? number.multipliedReportingOverflow(by: 400).partialValue : unit.contains("character") ? number / 6 : number
    return min(max(24, 14 + words / 7), 165)
  }
}
