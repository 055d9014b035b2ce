import Diagnostics
import Foundation
import HTMLOutput
import Markdown
import Planning
import Testing

/// The examples of the GFM specification, through our tree and our writer.
struct SpecificationTests {
  /// Examples that come out otherwise, with the reason; docs/gfm.md tells people.
  private static let exceptions: [Int: String] = [
    610: "written for parsers without GFM's own autolinks, which we always read",
    614: "written for parsers without GFM's own autolinks, which we always read",
    616: "written for parsers without GFM's own autolinks, which we always read",
    619: "written for parsers without GFM's own autolinks, which we always read",
    620: "written for parsers without GFM's own autolinks, which we always read",
    653: "filters raw HTML, which our pages never hold at all",
  ]

  @Test func `the specification's examples come out as it says`() throws {
    guard let examples = try SpecificationExample.all() else {
      print("The GFM specification is not on this machine (../shared/data/gfm/spec.txt): its examples were not run.")
      return
    }
    #expect(examples.count == 673)
    for example in examples {
      let isException = Self.exceptions[example.number] != nil
      let (ours, theirs) = (NormalHTML(example.ours.withoutOurAdditions), NormalHTML(example.html))
      #expect(
        (ours == theirs) != isException,
        "example \(example.number):\n\(example.markdown)\n\(theirs)\n--- ours:\n\(ours)")
    }
  }
}

struct SpecificationExample {
  let number: Int
  let markdown: String
  let html: String

  var ours: String {
    var findings: [Diagnostic] = []
    let source = SourceText(name: "example.md", text: markdown)
    let options = ParseOptions(drawsData: false, keepsHTML: true)
    let document = Document.parse(source, options: options, findings: &findings)
    return HTMLWriter(address: .page()).html(document)
  }

  /// Nil where the specification is not on this machine.
  static func all() throws -> [SpecificationExample]? {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "../shared/data/gfm/spec.txt")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let fence = String(repeating: "`", count: 32)
    let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: fence + " example")
    return parts.dropFirst().enumerated().map { index, part in
      let body = part.components(separatedBy: "\n" + fence)[0]
      // The first line may name extensions; a line with a point divides the Markdown from the HTML.
      let lines = body.components(separatedBy: "\n").dropFirst()
      let divide = lines.firstIndex(of: ".") ?? lines.endIndex
      func text(_ lines: ArraySlice<String>) -> String {
        lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
      }
      return SpecificationExample(
        number: index + 1, markdown: text(lines[..<divide]), html: text(lines[divide...].dropFirst()))
    }
  }
}

extension String {
  /// Without what our writer adds to what the specification prints: ids of headings, scopes of header cells, names of
  /// check boxes, code that can be scrolled by keyboard; and with alignment as the attribute that HTML no longer has.
  fileprivate var withoutOurAdditions: String {
    replacing(#/(<h[1-6]) id="[^"]*"/#) { $0.1 }
      .replacing(#/ scope="col"/#, with: "")
      .replacing(#/ aria-label="(Done|To do)"/#, with: "")
      .replacing("<pre tabindex=\"0\">", with: "<pre>")
      .replacing(#/ class="(left|right)"/#) { " align=\"\($0.1)\"" }.replacing(
        " class=\"centre\"", with: " align=\"center\"")
  }
}
