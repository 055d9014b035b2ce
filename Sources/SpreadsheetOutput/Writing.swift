internal import CXLSXWriter
internal import Glibc
internal import Synchronization
internal import Tenders

/// The world's failure while a spreadsheet was written: a full disk, a folder that is not there.
package struct SpreadsheetFault: Error, Hashable {
  package let path: String
  /// What the library said.
  package let words: String
}

/// Makes a spreadsheet file (Office Open XML) of a workbook. `path` names a file that may be written over, in a folder that
/// is there; the caller reads its bytes and removes it. What programs show before they calculate is what `calculated`
/// worked out.
///
/// This is the one effect outside System: the library writes files and nothing else, and whoever may see the library
/// would else have to see System, or System all that a spreadsheet is.
package func write(_ workbook: Workbook, to path: String) throws(SpreadsheetFault) {
  // Asked here, since the library would also print what the system says.
  guard let file = fopen(path, "wb") else {
    throw SpreadsheetFault(path: path, words: String(cString: strerror(errno)))
  }
  fclose(file)
  let code = writing.withLock { _ in WorkbookWriter(path: path).write(workbook) }
  guard code == LXW_NO_ERROR else {
    throw SpreadsheetFault(path: path, words: String(cString: lxw_strerror(code)))
  }
}

/// One file at a time: for the date in it the library asks `gmtime`, which answers all threads in one place.
private let writing = Mutex<Void>(())

private struct WorkbookWriter {
  private let file: UnsafeMutablePointer<lxw_workbook>?
  private let texts = Texts()

  init(path: String) { file = workbook_new(path) }

  /// The library's answer. Nothing is known of a workbook that it refuses but that we built it wrongly.
  func write(_ workbook: Workbook) -> lxw_error {
    guard let file else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
    setProperties(workbook.properties)
    let formats = CellFormats(file)
    for sheet in workbook.sheets {
      guard let target = workbook_add_worksheet(file, sheet.name) else { return LXW_ERROR_SHEETNAME_ALREADY_USED }
      write(sheet, to: target, formats)
    }
    for (name, area) in workbook.names.sorted(by: { $0.key < $1.key }) {
      workbook_define_name(file, name, "=" + area.excel)
    }
    return workbook_close(file)
  }

  private func setProperties(_ properties: Workbook.Properties) {
    var values = lxw_doc_properties()
    values.title = texts.keep(properties.title)
    values.subject = texts.keep(properties.subject)
    values.author = texts.keep(properties.author)
    values.company = texts.keep(properties.author)
    values.created = time_t(properties.created?.secondsSince1970 ?? Workbook.someDay)
    workbook_set_properties(file, &values)
  }

  private func write(_ sheet: Sheet, to target: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats) {
    for (column, width) in sheet.columns.enumerated() {
      worksheet_set_column(target, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        write(cell.content, to: target, lxw_row_t(row), lxw_col_t(column), formats[cell.style])
      }
    }
    if let height = sheet.inputHeight { worksheet_set_default_row(target, height, 0) }
    for (row, height) in sheet.heights.enumerated() {
      if let height { worksheet_set_row(target, lxw_row_t(row), height, nil) }
    }
    for validation in sheet.validations { add(validation, to: target) }
    for highlight in sheet.highlights { add(highlight, to: target, formats) }
    setUp(target, as: sheet)
  }

  private func write(
    _ content: Cell.Content, to target: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    switch content {
    case .blank: worksheet_write_blank(target, row, column, format)
    case .text(let text): worksheet_write_string(target, row, column, text, format)
    case .number(let number): worksheet_write_number(target, row, column, number, format)
    case .formula(let formula, let result):
      switch result {
      case .text(let text), .fault(let text):
        worksheet_write_formula_str(target, row, column, "=" + formula.excel, format, text)
      case .flag(let flag):
        worksheet_write_formula_str(target, row, column, "=" + formula.excel, format, flag ? "TRUE" : "FALSE")
      case .number(let number):
        worksheet_write_formula_num(target, row, column, "=" + formula.excel, format, number)
      case .blank, nil: worksheet_write_formula_num(target, row, column, "=" + formula.excel, format, 0)
      }
    }
  }

  private func add(_ validation: Validation, to target: UnsafeMutablePointer<lxw_worksheet>) {
    var rule = lxw_data_validation()
    switch validation.rule {
    case .list(let area, let othersAllowed):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      rule.value_formula = texts.keep("=" + area.excel)
      if othersAllowed { rule.show_error = UInt8(LXW_VALIDATION_OFF.rawValue) }
    case .number(let limits):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      (rule.minimum_number, rule.maximum_number) = (limits.lowerBound, limits.upperBound)
    }
    (rule.input_title, rule.input_message) = (texts.keep(validation.title), texts.keep(validation.help))
    (rule.error_title, rule.error_message) = (rule.input_title, rule.input_message)
    let area = validation.area
    worksheet_data_validation_range(
      target, lxw_row_t(area.top), lxw_col_t(area.left), lxw_row_t(area.bottom), lxw_col_t(area.right), &rule)
  }

  private func add(_ highlight: Highlight, to target: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats) {
    let area = highlight.area
    let cell = "\(Area.letters(area.left))\(area.top + 1)"
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    rule.value_string = texts.keep("=\(cell)=\(Formula.text(highlight.text).excel)")
    rule.format = formats[highlight.effect]
    worksheet_conditional_format_range(
      target, lxw_row_t(area.top), lxw_col_t(area.left), lxw_row_t(area.bottom), lxw_col_t(area.right), &rule)
  }

  /// How the sheet scrolls, prints and is protected: without a password, so that people are kept from slips and from
  /// nothing else. Rows grow with what is typed only where their format may be changed.
  private func setUp(_ target: UnsafeMutablePointer<lxw_worksheet>, as sheet: Sheet) {
    worksheet_freeze_panes(target, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
    if let rows = sheet.repeatedRows {
      worksheet_repeat_rows(target, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    }
    worksheet_print_area(
      target, 0, 0, lxw_row_t(max(0, sheet.rows.count - 1)), lxw_col_t(max(0, sheet.columns.count - 1)))
    if sheet.isLandscape { worksheet_set_landscape(target) } else { worksheet_set_portrait(target) }
    worksheet_set_paper(target, 9)
    worksheet_fit_to_pages(target, 1, 0)
    worksheet_set_margins(target, 0.5, 0.5, 0.75, 0.75)
    worksheet_set_header(target, "&L&9&F&R&9&A")
    worksheet_set_footer(target, "&R&9Page &P of &N")
    worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    var allowed = lxw_protection()
    (allowed.format_rows, allowed.format_columns) = (1, 1)
    worksheet_protect(target, nil, &allowed)
  }
}

extension Day {
  fileprivate var secondsSince1970: Int { (ordinal - Self.first) * 86_400 }

  /// 1 January 1970.
  private static let first = 719_468
}

extension Workbook {
  /// 1 January 2020, for a workbook of no date: the library would take the clock's.
  fileprivate static let someDay = 1_577_836_800
}

/// Texts that the library is shown by their addresses, for as long as it looks at them.
private final class Texts {
  private var kept: [UnsafeMutablePointer<CChar>] = []

  func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let copy = strdup(text)
    if let copy { kept.append(copy) }
    return copy
  }

  deinit { for each in kept { free(each) } }
}
