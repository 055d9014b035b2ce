internal import Content
package import Diagnostics
internal import Tenders

/// How ODT and DOCX files look: fonts, sizes and colours, from the settings file `office.yml`.
package struct OfficeStyle: Sendable, Equatable {
  /// Names of fonts, the first wish first.
  struct Fonts: Sendable, Equatable {
    var text = ["Georgia"]
    var headings = ["Arial"]
    var code = ["Courier New"]
  }

  /// In points.
  struct Sizes: Sendable, Equatable {
    var text = 11.0
    var title = 30.0
    var chapter = 22.0
    var section = 14.0
    var subsection = 11.5
    var table = 9.5
    var small = 8.5
  }

  /// Each as `#rrggbb`.
  struct Colours: Sendable, Equatable {
    var ink = "#15191a"
    var quiet = "#495254"
    var rules = "#a9b1b3"
    /// Nil for the booklet's own.
    var accent: String?
  }

  private(set) var fonts = Fonts()
  private(set) var sizes = Sizes()
  private(set) var colours = Colours()

  /// The settings that are compiled into the program, with a council's own in their place where it has some.
  package init(own: SourceText? = nil, findings: inout [Diagnostic]) {
    var ignored: [Diagnostic] = []
    if let text = builtInTemplates.first(where: { $0.name == Self.fileName })?.text {
      read(SourceText(name: "templates/\(Self.fileName)", text: text), findings: &ignored)
    }
    if let own { read(own, findings: &findings) }
  }

  /// Among the templates.
  package static let fileName = "office.yml"

  /// The accent of a booklet.
  func accent(_ own: Colour?) -> String { (colours.accent.flatMap(Colour.init) ?? own)?.darkEnough ?? colours.ink }
}

extension OfficeStyle {
  fileprivate mutating func read(_ source: SourceText, findings: inout [Diagnostic]) {
    var reader = SettingsReader(YAML.parse(source, findings: &findings))
    reader.group("fonts") { fonts in
      fonts.names("text", &self.fonts.text)
      fonts.names("headings", &self.fonts.headings)
      fonts.names("code", &self.fonts.code)
    }
    reader.group("sizes") { sizes in
      sizes.points("text", 8...18, &self.sizes.text)
      sizes.points("title", 14...60, &self.sizes.title)
      sizes.points("chapter", 10...40, &self.sizes.chapter)
      sizes.points("section", 9...30, &self.sizes.section)
      sizes.points("subsection", 8...24, &self.sizes.subsection)
      sizes.points("table", 7...14, &self.sizes.table)
      sizes.points("small", 6...12, &self.sizes.small)
    }
    reader.group("colours") { colours in
      colours.colour("ink") { self.colours.ink = $0 }
      colours.colour("quiet") { self.colours.quiet = $0 }
      colours.colour("rules", isForWords: false) { self.colours.rules = $0 }
      colours.colour("accent") { self.colours.accent = $0 }
    }
    findings += reader.unknownKeys
  }
}

extension Colour {
  /// The colour itself if words in it can be read on white paper, or else a darker one of the same kind.
  fileprivate var darkEnough: String {
    var colour = self
    var share = 100
    while colour.contrastOnWhite < 4.5, share > 0 {
      share -= 5
      colour = darkened(to: share)
    }
    return colour.hex
  }

  private func darkened(to percent: Int) -> Colour {
    let parts = (0..<3).map { index -> String in
      let start = hex.index(hex.startIndex, offsetBy: 1 + 2 * index)
      let value = (Int(hex[start...].prefix(2), radix: 16) ?? 0) * percent / 100
      let digits = String(value, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }
    return Colour("#" + parts.joined()) ?? self
  }
}
