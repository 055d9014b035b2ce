import Building
import Diagnostics
import Foundation
import System
import TestSupport
import Testing
import TypstOutput

/// Fonts that a council adds for a language that ours lack.
struct OwnFontTests {
  /// Of Ethiopia's script, which our fonts do not have.
  private static func font() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/abyssinica/AbyssinicaSIL-Regular.ttf")))
  }

  private func printed(_ files: [(path: String, bytes: [UInt8])]) throws -> (text: String, findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    let fonts = OwnFonts(files, findings: &findings)
    let typesetter = Typesetter(try SharedEngine.engine(), fonts: fonts)
    let printed = try Press.print(
      Press.booklet("Say ሰላም *ሰላም* **ሰላም** `ሰላም`.\n\n## ሰላም\n"), with: typesetter, look: PrintLook(fonts: fonts))
    return (try printed.pdf.words, findings + printed.findings)
  }

  @Test func `signs that ours lack are printed in a council's own font, wherever they stand`() throws {
    let (text, findings) = try printed([("templates/fonts/a.ttf", try Self.font())])
    #expect(text.contains("Say ሰላም ሰላም ሰላም ሰላም."))
    #expect(findings.isEmpty)
  }

  @Test func `without it they are told, and named in their place`() throws {
    let (text, findings) = try printed([])
    #expect(text.contains("Say [ethiopic syllable sa, ethiopic syllable laa, ethiopic syllable me]"))
    #expect(Set(findings.map(\.code.id)) == ["D22"])
  }

  @Test(arguments: [[], Array("no font".utf8), Array(repeating: 0xFF, count: 5000)])
  func `what is no font is told and left out`(bytes: [UInt8]) throws {
    let (text, findings) = try printed([("templates/fonts/a.ttf", bytes)])
    #expect(text.contains("[ethiopic"))
    #expect(findings.first { $0.code.id == "D25" }?.place?.file == "templates/fonts/a.ttf")
  }

  @Test func `a font that is cut off at any place is read or told, and no crash`() throws {
    let font = try Self.font()
    for end in stride(from: 0, to: font.count, by: font.count / 97) {
      var findings: [Diagnostic] = []
      _ = OwnFonts([("a.ttf", Array(font.prefix(end)))], findings: &findings)
    }
  }

  @Test func `a font decides what is kept from one build to the next`() throws {
    var findings: [Diagnostic] = []
    let engine = try SharedEngine.engine()
    let fonts = OwnFonts([("a.ttf", try Self.font())], findings: &findings)
    #expect(engine.with(fonts: fonts.files).identity != engine.identity)
    #expect(engine.with(fonts: [:]).identity == engine.identity)
  }
}
