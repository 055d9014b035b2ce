import Diagnostics
import Foundation
import OfficeOutput
import Tenders
import Testing

@testable import Planning

struct DumpTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DUMP"] != nil))
  func `dump`() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["DUMP"] ?? "/tmp")
    let pictures = try Example.pictures()
    var findings: [Diagnostic] = []
    let style = OfficeStyle(findings: &findings)
    for (name, booklet) in try Example.booklets() {
      guard case .pack(let tender, let document) = name, booklet.isForm || booklet.isForReview else { continue }
      let file = folder.appending(path: "\(tender)-\(document.rawValue)")
      let start = Date()
      let docx = DOCXWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
      print(file.lastPathComponent, "docx", Date().timeIntervalSince(start), docx.count)
      let again = Date()
      let odt = ODTWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
      print(file.lastPathComponent, "odt", Date().timeIntervalSince(again), odt.count)
      try Data(odt).write(to: file.appendingPathExtension("odt"))
      try Data(docx).write(to: file.appendingPathExtension("docx"))
    }
    for (name, booklet) in HostileDocumentTests.bad {
      let made = Made(booklet)
      try Data(made.odt).write(to: folder.appending(path: "bad/\(name.replacing(" ", with: "-")).odt"))
      try Data(made.docx).write(to: folder.appending(path: "bad/\(name.replacing(" ", with: "-")).docx"))
    }
    let looks = Example.booklet(Self.looks, terms: [.init(id: "t", term: "Outcome", definition: [])])
    var shown = Pictures()
    shown.files["a.svg"] = Picture(Array((try? Data(contentsOf: folder.appending(path: "a.svg"))) ?? Data()))
    shown.files["a.svg"]?.png = (try? Data(contentsOf: folder.appending(path: "a.png"))).map { Array($0) }
    let made = Made(looks, pictures: shown)
    try Data(made.odt).write(to: folder.appending(path: "looks.odt"))
    try Data(made.docx).write(to: folder.appending(path: "looks.docx"))
    print(findings.map { "\($0.code.id) \($0.message)" }.joined(separator: "\n"))
  }

  private static let looks = """
    Text with *emphasis*, **strong**, ~~struck~~, `code`, [a link](https://example.org) and a note[^1].

    > A quote of some words that are long enough to run over the end of a line, so that one sees how it looks.

    1. one
    2. two
       - inner
         1. deep

       more of two
    3. three

    - [ ] to do
    - [x] done

    ```
    let code = 1
      indented
    ```

    ---

    ### A smaller heading

    ![A drawing of bars](a.svg)

    | Name | What it says | Number |
    |---|---|--:|
    | First | Some words that explain it | 12 |
    | Second | Other words | 3,000 |

    [^1]: The note’s *words*, with [a link](https://example.org).
    """
}
