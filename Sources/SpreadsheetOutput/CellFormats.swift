internal import CXLSXWriter

/// What the looks are in a file. Inputs are pale yellow with a border, and the only cells that are not locked.
struct CellFormats {
  private let formats: [CellStyle: UnsafeMutablePointer<lxw_format>]
  private let effects: [Highlight.Effect: UnsafeMutablePointer<lxw_format>]

  init(_ file: UnsafeMutablePointer<lxw_workbook>) {
    // In the order of the cases, so that the file numbers them alike each time.
    formats = CellStyle.allCases.reduce(into: [:]) { formats, style in formats[style] = Self.format(style, in: file) }
    effects = Highlight.Effect.allCases.reduce(into: [:]) { $0[$1] = Self.format($1, in: file) }
  }

  subscript(style: CellStyle) -> UnsafeMutablePointer<lxw_format>? { formats[style] }
  subscript(effect: Highlight.Effect) -> UnsafeMutablePointer<lxw_format>? { effects[effect] }

  private enum Colour {
    static let ink: UInt32 = 0x0B0C0C
    static let dark: UInt32 = 0x1D4D57
    static let pale: UInt32 = 0xE8F0F1
    static let input: UInt32 = 0xFFF8D6
    static let edge: UInt32 = 0x9AA5A8
    static let white: UInt32 = 0xFFFFFF
    static let alert: UInt32 = 0xA11D12
    static let alertFill: UInt32 = 0xFBE3E0
    static let good: UInt32 = 0x00572F
  }

  private static func format(
    _ style: CellStyle, in file: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    guard let format = workbook_add_format(file) else { return nil }
    format_set_font_name(format, "Arial")
    format_set_font_size(format, style.size)
    format_set_font_color(format, style == .column ? Colour.white : Colour.ink)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if style.isBold { format_set_bold(format) }
    if style.wraps { format_set_text_wrap(format) }
    if let fill = fill(style) { format_set_bg_color(format, fill) }
    if hasBorder(style) {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, Colour.edge)
    }
    if let number = numberFormat(style) { format_set_num_format(format, number) }
    if isNumber(style) { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if [.number, .strongNumber, .inputNumber].contains(style) {
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    if style.isInput { format_set_unlocked(format) }
    return format
  }

  private static func format(
    _ effect: Highlight.Effect, in file: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    guard let format = workbook_add_format(file) else { return nil }
    switch effect {
    case .alert:
      format_set_bold(format)
      format_set_font_color(format, Colour.alert)
      format_set_bg_color(format, Colour.alertFill)
    case .good: format_set_font_color(format, Colour.good)
    }
    return format
  }

  private static func isNumber(_ style: CellStyle) -> Bool {
    [.points, .money, .strongPoints, .strongMoney, .inputMoney].contains(style)
  }

  private static func hasBorder(_ style: CellStyle) -> Bool { ![.title, .heading, .line, .note].contains(style) }

  private static func fill(_ style: CellStyle) -> UInt32? {
    switch style {
    case .column: Colour.dark
    case .subheading, .strong, .strongNumber, .strongPoints, .strongMoney: Colour.pale
    case .inputText, .inputNumber, .inputMoney, .inputChoice: Colour.input
    default: nil
    }
  }

  private static func numberFormat(_ style: CellStyle) -> String? {
    switch style {
    case .points, .strongPoints: "0.00"
    case .money, .strongMoney, .inputMoney: "£#,##0.00"
    case .inputText: "@"
    default: nil
    }
  }
}
