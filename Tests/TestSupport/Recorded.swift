package import Foundation

/// A folder of what was recorded, to compare what is made now with. `RECORD=1` records anew.
package struct Recorded {
  private let folder: URL
  private let ending: String

  /// Files with one ending, in a folder beside a file of tests.
  package init(_ folder: String, of ending: String, beside file: String = #filePath) {
    self.folder = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: folder)
    self.ending = ending
  }

  /// What of some files is not as it was recorded, line by line; nil for nothing. Where they are `all`, another that was
  /// recorded is gone.
  package func difference(from made: [String: Data], areAll: Bool = true) throws -> String? {
    if ProcessInfo.processInfo.environment["RECORD"] != nil { try record(made, areAll: areAll) }
    let names = try areAll ? Set(self.names) : Set(made.keys).filter { exists($0) }
    let new = Set(made.keys).subtracting(names).sorted().map { "\($0) is new" }
    let gone = names.subtracting(made.keys).sorted().map { "\($0) is gone" }
    let changed = try names.intersection(made.keys).sorted().compactMap { name -> String? in
      let recorded = try Data(contentsOf: folder.appending(path: name))
      guard let now = made[name], now != recorded else { return nil }
      let lines = Self.differences(from: Self.lines(recorded), to: Self.lines(now))
      let more = lines.count > Self.most ? ["  and \(lines.count - Self.most) lines more"] : []
      return (["\(name) has changed:"] + lines.prefix(Self.most) + more).joined(separator: "\n")
    }
    let all = new + gone + changed
    guard !all.isEmpty else { return nil }
    let help = "If you meant it: RECORD=1 make test, and read the difference before you commit it"
    return (all + [help]).joined(separator: "\n")
  }

  /// The files that were recorded.
  package var names: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) } }
  }

  private static let most = 20

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  private func record(_ made: [String: Data], areAll: Bool) throws {
    if areAll { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in made {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }

  private static func lines(_ bytes: Data) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines that are gone behind `-`, and those that are new behind `+`, each with its number.
  package static func differences(from old: [String], to new: [String]) -> [String] {
    // Bytes, since two texts that look alike count as one for Swift.
    let changes = new.map { Array($0.utf8) }.difference(from: old.map { Array($0.utf8) })
    let gone = Set(changes.removals.map(\.offset)), come = Set(changes.insertions.map(\.offset))
    var (lines, index, other): ([String], Int, Int) = ([], 0, 0)
    while index < old.count || other < new.count {
      var (before, after): ([Int], [Int]) = ([], [])
      while gone.contains(index) { (before, index) = (before + [index], index + 1) }
      while come.contains(other) { (after, other) = (after + [other], other + 1) }
      // Of two long lines that begin alike only what comes then is of interest.
      let shared =
        before.count == after.count ? zip(before, after).map { old[$0].commonPrefix(with: new[$1]).count } : []
      for (place, line) in before.enumerated() {
        lines.append("  \(line + 1) - \(old[line].cut(behind: shared.at(place)))")
      }
      for (place, line) in after.enumerated() {
        lines.append("  \(line + 1) + \(new[line].cut(behind: shared.at(place)))")
      }
      (index, other) = (index + 1, other + 1)
    }
    return lines
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

extension [Int] {
  fileprivate func at(_ index: Int) -> Int { indices.contains(index) ? self[index] : 0 }
}

extension String {
  /// At most 160 characters, from a little before a place on.
  fileprivate func cut(behind place: Int) -> String {
    let start = count > 160 ? Swift.max(0, place - 40) : 0
    let rest = dropFirst(start)
    return (start > 0 ? "…" : "") + rest.prefix(160) + (rest.count > 160 ? "…" : "")
  }
}
