package import Diagnostics

/// How documents look: files for the typesetter, those compiled into the program with a council's own in their place.
package struct PrintLook: Sendable {
  let files: [String: [UInt8]]

  /// `own` are the files of the folder that was given with --templates.
  package init(own: [SourceText] = []) {
    var files = Dictionary(builtInTemplates.map { ($0.name, Array($0.text.utf8)) }) { first, _ in first }
    for text in own {
      let name = text.name.split(separator: "/").last.map(String.init) ?? text.name
      if name.hasSuffix(".typ"), name != "main.typ" { files[name] = text.bytes }
    }
    self.files = files
  }

  /// The files that make the look: those of the program by their names, and what files of a council's own import.
  package static func names(own: [SourceText]) -> [String] {
    let texts = own.filter { $0.name.hasSuffix(".typ") }
    let imported = texts.map { $0.name.split(separator: "/").last.map(String.init) ?? $0.name }.filter { name in
      texts.contains { $0.text(in: 0..<$0.bytes.count).contains("\"\(name)\"") }
    }
    return builtInTemplates.map(\.name) + imported
  }
}
