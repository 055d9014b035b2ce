internal import Content
package import Diagnostics
package import System

extension Job {
  /// How often what is left is looked at again: one edit may show the next fault.
  private static let mostRounds = 20

  /// Checks the content, makes the edits that are beyond doubt, and checks again. Each file changes as a whole. What was made
  /// before a fault is told by `tell`, since it stays.
  package func mend(
    tell: (_ made: [(edit: Edit, source: SourceText)]) -> Void
  ) async throws(SystemFault) -> Report {
    var report = try await check()
    for _ in 0..<Self.mostRounds {
      let edits = report.findings.compactMap(\.edit).filter(\.isCertain)
      let files = Dictionary(grouping: edits, by: \.place.file).sorted { $0.key < $1.key }
      var made = 0
      for (file, edits) in files {
        guard let source = report.sources[file], file.hasPrefix("\(content)/") else { continue }
        let done = source.applying(edits)
        guard !done.edits.isEmpty, try replace(source, by: done.bytes) else { continue }
        tell(done.edits.map { ($0, source) })
        made += done.edits.count
      }
      guard made > 0 else { break }
      report = try await check()
    }
    return report
  }

  /// Writes a text anew. False where it is not any more what was read, which includes what had to be repaired.
  private func replace(_ source: SourceText, by bytes: [UInt8]) throws(SystemFault) -> Bool {
    let path = String(source.name.dropFirst(content.count + 1))
    let folder = try world.disk.source(content)
    let there = try folder.read(path, naming: source.name)
    guard there.withoutByteOrderMark == source.bytes else { return false }
    let mark = Array(there.prefix(there.count - source.bytes.count))
    try folder.replace(path, by: mark + bytes, naming: source.name)
    return true
  }
}

extension SourceText {
  /// The bytes with some edits made, the first where two meet, and which those are.
  fileprivate func applying(_ edits: [Edit]) -> (bytes: [UInt8], edits: [Edit]) {
    let placed = edits.compactMap { edit in edit.range(in: self).map { (range: $0, edit: edit) } }
    var made: [Edit] = []
    var result: [UInt8] = []
    var end = 0
    for (range, edit) in placed.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where range.lowerBound >= end
    {
      result += bytes[end..<range.lowerBound] + Array(edit.new.utf8)
      end = range.upperBound
      made.append(edit)
    }
    return (result + bytes[end...], made)
  }
}
