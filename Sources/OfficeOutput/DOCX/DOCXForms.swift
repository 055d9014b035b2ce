internal import Markdown

// Places to answer: content controls that can be written in and not be deleted. Their tags stay the same for ever.

extension DOCXBody {
  /// The label, what helps to answer, and the question in full.
  mutating func question(_ field: Form.Field, level: Int, _ place: LayoutContext) -> XML {
    guard field.kind != .declaration else { return blocks(field.asked, place) }
    var result = paragraph(
      .question, [.words(field.label.onOneLine, Face())], place, outline: level == 3 ? nil : level)
    let hints = field.hints
    if !hints.isEmpty { result += paragraph(.hint, [.words(hints, Face())], place) }
    return result + blocks(field.asked, place.asking(field))
  }

  mutating func answer(_ field: Form.Field, _ place: LayoutContext) -> XML {
    let name = field.label.onOneLine
    switch field.kind {
    case .text:
      let box = control(
        field.id, name, .tag("w:richText"), paragraph(.answer, [], place, before: prompt(Self.prompt)))
      return self.box(box, height: field.room, name: name, place)
    case .number:
      let line = paragraph(.answer, [], place, before: words(field.id, name, place))
      return box(line, height: 9, width: 60, name: name, place)
    case .date:
      let line = paragraph(.answer, [], place, before: date(field.id, name))
      return box(line, height: 9, width: 60, name: name, place)
    case .choice:
      let line = paragraph(.answer, [], place, before: choice(field, name))
      return box(line, height: 9, name: name, place)
    case .yesNo:
      return XML(
        ["Yes", "No"].map { tick("\(field.id)-\($0.lowercased())", "\($0): \(name)", label: $0, place) })
    case .declaration:
      let line = paragraph(.answer, [], place, before: words("\(field.id)-name", "Name and date", place))
      return tick(field.id, name, label: name, place) + paragraph(.hint, [.words("Name and date", Face())], place)
        + box(line, height: 12, name: "Name and date", place)
    case .table: return table(field, place)
    }
  }

  private static let prompt = "Write your answer here"

  /// A frame of one cell that grows with what is written.
  private func box(_ content: XML, height: Double, width: Double? = nil, name: String, _ place: LayoutContext) -> XML {
    let width = Int(min(width ?? place.width, place.width).millimetres * 20)
    let sides = ["top", "left", "bottom", "right"].map { side in
      XML.tag(
        "w:\(side)",
        ["w:val": "single", "w:sz": "6", "w:space": "0", "w:color": styles.settings.colours.ink.withoutHash])
    }
    let margins = XML.tag(
      "w:tblCellMar", [:], .tag("w:left", ["w:w": "120", "w:type": "dxa"]),
      .tag("w:right", ["w:w": "120", "w:type": "dxa"]))
    let properties = XML.tag(
      "w:tblPr", [:], .tag("w:tblW", ["w:w": "\(width)", "w:type": "dxa"]), .tag("w:tblBorders", [:], sides),
      .tag("w:tblLayout", ["w:type": "fixed"]), margins,
      .tag("w:tblLook", ["w:val": "0000"]), .tag("w:tblCaption", ["w:val": "Answer: \(name.prefix(200))"]))
    let row = self.row([cell(content, width)], isWhole: false, isHeader: false, height: height)
    return .tag("w:tbl", [:], properties, .tag("w:tblGrid", [:], .tag("w:gridCol", ["w:w": "\(width)"])), row) + spacer
  }

  private mutating func table(_ field: Form.Field, _ place: LayoutContext) -> XML {
    let empty = String(repeating: "n", count: 24)
    let sized = [field.columns] + field.rows.map { row in field.columns.indices.map { row.cell($0) ?? empty } }
    let columns = ColumnShares(sized, width: place.width, size: styles.settings.sizes.table)
    let widths = columns.widths(of: Int(place.width.millimetres * 20))
    let header = zip(field.columns, widths).map { title, width in
      cell(paragraph(.cellHead, [.words(title.onOneLine, Face())], place), width)
    }
    let rows = field.rows.enumerated().map { index, row in
      let cells = field.columns.indices.map { column -> XML in
        let content: XML
        if let words = row.cell(column) {
          content = paragraph(column == 0 ? .cellName : .cell, [.words(words.onOneLine, Face())], place)
        } else {
          let name = "\(row.compactMap(\.self).first ?? "Row \(index + 1)"), \(field.columns[column])"
          let id = "\(field.id)-\(index + 1)-\(column + 1)"
          content = paragraph(.cell, [], place, before: words(id, name.onOneLine, place, prompt: "Write here"))
        }
        return cell(content, widths[column])
      }
      return self.row(cells, isWhole: true, isHeader: false, height: row.contains(nil) ? 12 : nil)
    }
    let head = row(header, isWhole: true, isHeader: columns.repeats(field.columns))
    return frame([head] + rows, widths, name: field.label, hasHeader: true, namesRows: field.namesRows, borders: grid)
      + spacer
  }

  /// What is to be filled in has lines all round.
  private var grid: XML {
    .tag(
      "w:tblBorders", [:],
      ["top", "left", "bottom", "right", "insideH", "insideV"].map {
        .tag(
          "w:\($0)",
          ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": styles.settings.colours.rules.withoutHash])
      })
  }

  // MARK: Controls

  /// `kind` says what may be put in; `content` is what stands there until then.
  private mutating func control(_ id: String, _ name: String, _ kind: XML, _ content: XML, isPrompt: Bool = true) -> XML
  {
    .tag(
      "w:sdt", [:],
      .tag(
        "w:sdtPr", [:],
        .tag("w:alias", ["w:val": String(name.prefix(64))]),
        .tag("w:tag", ["w:val": fields.unused(id)]),
        .tag("w:id", ["w:val": "\(nextID())"]),
        .tag("w:lock", ["w:val": "sdtLocked"]),
        isPrompt ? .tag("w:showingPlcHdr") : .empty,
        kind),
      .tag("w:sdtContent", [:], content))
  }

  private func prompt(_ words: String) -> XML {
    .tag(
      "w:r", [:], .tag("w:rPr", [:], .tag("w:rStyle", ["w:val": "PlaceholderText"])),
      .tag("w:t", ["xml:space": "preserve"], XML(words)))
  }

  private mutating func words(_ id: String, _ name: String, _ place: LayoutContext, prompt words: String = prompt)
    -> XML
  {
    control(id, name, .tag("w:text", ["w:multiLine": "1"]), prompt(words))
  }

  private mutating func date(_ id: String, _ name: String) -> XML {
    let kind = XML.tag(
      "w:date", [:], .tag("w:dateFormat", ["w:val": "d MMMM yyyy"]),
      .tag("w:lid", ["w:val": officeDocument.language.tag]),
      .tag("w:storeMappedDataAs", ["w:val": "date"]), .tag("w:calendar", ["w:val": "gregorian"]))
    return control(id, name, kind, prompt("Choose or write a date"))
  }

  private mutating func choice(_ field: Form.Field, _ name: String) -> XML {
    var seen: Set<String> = []
    // Word opens no list in which one text stands twice.
    let choices = field.choices.map { String($0.onOneLine.prefix(250)) }.filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
    let items = choices.map { XML.tag("w:listItem", ["w:displayText": $0, "w:value": $0]) }
    return control(
      field.id, name, .tag("w:dropDownList", [:], items), prompt("Choose one: \(choices.joined(separator: "; "))"))
  }

  private mutating func tick(_ id: String, _ name: String, label: String, _ place: LayoutContext) -> XML {
    let font = "MS Gothic"
    let kind = XML.tag(
      "w14:checkbox", [:], .tag("w14:checked", ["w14:val": "0"]),
      .tag("w14:checkedState", ["w14:val": "2612", "w14:font": font]),
      .tag("w14:uncheckedState", ["w14:val": "2610", "w14:font": font]))
    let sign = XML.tag(
      "w:r", [:],
      .tag(
        "w:rPr", [:], .tag("w:rFonts", ["w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:hint": "eastAsia"])),
      .tag("w:t", [:], XML("☐")))
    let box = control(id, name, kind, sign, isPrompt: false)
    return paragraph(.answer, [.words(" \(label)", Face())], place, before: box)
  }
}
