/// One change to the files of a pack, as it lies in Changes.
///
/// The first line says what somebody did. Below, `change`, `remove` or `add` names a file of the content folder, and lines
/// that begin with a blank, `-` or `+` say how its text changes, as in a patch: what stays, what goes and what comes.
/// `-...` stands for all lines up to the next, and `@@` parts two places of one file. What stands before a line `then` is
/// done first, and is no part of the change: it makes the pack one in which the change can be seen.
struct Change {
  let title: String
  private let before: [Edit]
  private let after: [Edit]

  /// Whether it needs another pack than the one that it is made to.
  var hasOwnBeginning: Bool { !before.isEmpty }

  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    title = lines.removeFirst()
    let parts = lines.split(separator: "then", maxSplits: 1)
    before = parts.count == 2 ? try Edit.all(parts[0]) : []
    after = try Edit.all(parts.last ?? [])
  }

  func prepare(_ pack: inout Pack) throws { for edit in before { try edit.make(in: &pack) } }

  func make(in pack: inout Pack) throws { for edit in after { try edit.make(in: &pack) } }

  /// What is wrong with a change itself, or with what it expects to find.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }
}

/// A change to one file.
private struct Edit {
  let verb: String
  let path: String
  /// The lines of each place, with their first marks.
  let places: [[Substring]]

  /// The edits that lines describe, in their order.
  static func all(_ lines: ArraySlice<String>) throws -> [Edit] {
    var edits: [(head: [Substring], lines: [Substring])] = []
    for line in lines where !line.isEmpty {
      if let mark = line.first, " -+@".contains(mark) {
        guard let last = edits.indices.last else { throw Change.Fault(description: "“\(line)” is for no file") }
        edits[last].lines.append(line[...])
      } else {
        edits.append((line.split(separator: " "), []))
      }
    }
    return try edits.map { head, lines in
      guard head.count == 2, ["change", "add", "remove"].contains(head[0]) else {
        throw Change.Fault(description: "“\(head.joined(separator: " "))” is no change")
      }
      return Edit(
        verb: String(head[0]), path: String(head[1]), places: lines.split(separator: "@@").map(Array.init))
    }
  }

  func make(in pack: inout Pack) throws {
    switch verb {
    case "remove": pack = try pack.removing(path)
    case "add": pack[path] = places.joined().map { $0.dropFirst() }.joined(separator: "\n") + "\n"
    default: pack[path] = try places.reduce(pack.text(path)) { try Self.changed($0, $1, in: path) }
    }
  }

  /// A text with the lines of one place changed.
  private static func changed(_ text: String, _ place: [Substring], in path: String) throws -> String {
    let new = place.filter { $0.first != "-" }.map { $0.dropFirst() }
    let old = place.filter { $0.first != "+" }.split(separator: "-...", omittingEmptySubsequences: false)
      .map { part in part.map { $0.dropFirst() } }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = old.first, let start = lines.onlyPlace(of: first) else {
      throw Change.Fault(description: "\(path) does not hold “\(old.first?.first ?? "")…” once")
    }
    var end = start + first.count
    for part in old.dropFirst() {
      guard let next = lines[end...].firstPlace(of: part) else {
        throw Change.Fault(description: "\(path) does not hold “\(part.first ?? "")…” further down")
      }
      end = next + part.count
    }
    return (lines[..<start] + new + lines[end...]).joined(separator: "\n")
  }
}

extension RandomAccessCollection where Element: Equatable, Index == Int {
  fileprivate func firstPlace(of part: [Element]) -> Int? {
    indices.first { $0 + part.count <= endIndex && self[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// Nil where there are two.
  fileprivate func onlyPlace(of part: [Element]) -> Int? {
    guard !part.isEmpty, let first = firstPlace(of: part), self[(first + 1)...].firstPlace(of: part) == nil else {
      return nil
    }
    return first
  }
}
