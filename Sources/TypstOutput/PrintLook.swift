package import Diagnostics
internal import Escaping

/// How documents look: files for the typesetter, those compiled into the program with a council's own in their place.
package struct PrintLook: Sendable {
  let files: [String: [UInt8]]
  /// The council's own among them.
  let own: [String: SourceText]

  /// `own` are the files of the folder that was given with --templates.
  package init(own: [SourceText] = [], fonts: OwnFonts = .none) {
    let builtIn = Dictionary(builtInTemplates.map { ($0.name, Array($0.text.utf8)) }) { first, _ in first }
    self.own = Dictionary(
      own.map { (Self.name(of: $0), $0) }.filter { $0.0.hasSuffix(".typ") && $0.0 != "main.typ" }
    ) { $1 }
    let families = fonts.families.map { $0.typstString + "," }.joined(separator: " ")
    let list = ["fonts.typ": Array("#let own-fonts = (\(families))\n".utf8)]
    files = builtIn.merging(list) { $1 }.merging(self.own.mapValues(\.bytes)) { $1 }
  }

  /// The files that make the look: those of the program by their names, and what files of a council's own import.
  package static func names(own: [SourceText]) -> [String] {
    let texts = own.filter { $0.name.hasSuffix(".typ") }
    let imported = texts.map(name).filter { name in
      texts.contains { $0.text(in: 0..<$0.bytes.count).contains("\"\(name)\"") }
    }
    return builtInTemplates.map(\.name) + imported
  }

  /// The name under which other files import it.
  private static func name(of text: SourceText) -> String {
    text.name.split(separator: "/").last.map(String.init) ?? text.name
  }
}
