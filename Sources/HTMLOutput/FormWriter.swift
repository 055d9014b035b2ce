internal import Escaping
internal import Markdown

/// Prints a form with room to write in: to see what will be asked, or to fill in on paper.
struct FormWriter {
  let form: Form

  var html: String {
    let sections = form.sections.map { section in
      let title =
        form.sections.count > 1 || section.title != form.title
        ? "<p class=\"label\">\(section.title.htmlEscaped)</p>\n" : ""
      return title + section.fields.map(field).joined()
    }
    return "<div class=\"form\">\n\(sections.joined())</div>\n"
  }

  private func field(_ field: Form.Field) -> String {
    switch field.kind {
    case .table: table(field)
    case .choice: question(field) + boxes(field.choices)
    case .yesNo: question(field) + boxes(["Yes", "No"])
    case .declaration: boxes([field.label]) + "<p class=\"blank line\"><span>Name and date</span></p>\n"
    case .text: question(field) + "<div class=\"blank\"></div>\n"
    case .number, .date: question(field) + "<div class=\"blank short\"></div>\n"
    }
  }

  private func question(_ field: Form.Field) -> String {
    let hints = [
      field.limit.map { "At m\($0.dropFirst(4))" }, field.hint, field.isRequired ? nil : "You may leave this out",
    ]
    let words = hints.compactMap(\.self).map { "<span class=\"hint\">\($0.htmlEscaped)</span>" }.joined()
    return "<p class=\"field\">\(field.label.htmlEscaped)\(words)</p>\n"
  }

  private func boxes(_ choices: [String]) -> String {
    "<ul class=\"bare boxes\">\n" + choices.map { "<li>\($0.htmlEscaped)</li>\n" }.joined() + "</ul>\n"
  }

  private func table(_ field: Form.Field) -> String {
    let header = field.columns.map { "<th scope=\"col\">\($0.htmlEscaped)</th>" }.joined()
    let rows = field.rows.map { row in
      let cells = zip(field.columns, row).map { column, cell in
        let kind = cell == nil ? " class=\"blank\"" : ""
        return "<td\(kind) data-label=\"\(column.htmlEscaped)\">\((cell ?? "").htmlEscaped)</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return """
      <table class="map">
      <caption>\(field.label.htmlEscaped)</caption>
      <thead>
      <tr>\(header)</tr>
      </thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>

      """
  }
}
