package import Diagnostics
internal import Digests

/// A document as the typesetter reads it: everything that it needs, and nothing that it would have to look for.
package struct TypstSource: Sendable {
  /// Words for the typesetter on a line of their own, and what in the Markdown caused them.
  package struct Line: Sendable {
    package let text: String
    package let place: Place
  }

  package let lines: [Line]
  /// The look and the pictures, by the names under which the lines ask for them.
  package let files: [String: [UInt8]]
  /// What a council wrote of the look itself.
  let ownLook: [String: SourceText]
  /// Midnight of the document's date, in seconds since 1970.
  package let date: Int
  /// What asked for the document.
  package let place: Place

  /// Everything that is handed to the typesetter, by name.
  package var allFiles: [String: [UInt8]] {
    files.merging(["main.typ": Array((lines.map(\.text).joined(separator: "\n") + "\n").utf8)]) { $1 }
  }

  /// A sum over all of it. With the engine's identity it decides the bytes of the document.
  package func key(engine: String, product: String) -> String {
    var sum = SHA256()
    for part in [engine, product, "\(date)"] { sum.updatePart(part.utf8) }
    for (name, bytes) in allFiles.sorted(by: { $0.key < $1.key }) {
      sum.updatePart(name.utf8)
      sum.updatePart(bytes)
    }
    return sum.hex
  }

  /// A line of a council's own look; nil for the program's, which is never to blame.
  package func place(ofLine line: Int, inLook name: String) -> Place? {
    ownLook[name].map { Place(file: $0.name, range: $0.lineRange(line)) }
  }

  /// What in the Markdown caused a line, from 1.
  package func place(ofLine line: Int?) -> Place {
    line.flatMap { lines.indices.contains($0 - 1) ? lines[$0 - 1].place : nil } ?? place
  }
}
