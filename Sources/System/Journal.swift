internal import Digests
internal import Paths

/// What a change of a folder moves, in its order, as it is written down before the first file moves: so that another process
/// can finish what this one may not live to do.
struct Journal: Sendable, Equatable {
  enum Move: Sendable, Hashable {
    /// A file comes from where it waits, under a number, to its address.
    case put(Int, at: SafePath)
    /// A file of an earlier build goes.
    case take(SafePath)
  }

  /// The other folder that changes with this one, and the way to it from here.
  enum Partner: Sendable, Hashable {
    /// It changes if this one does. Its journal has this sum.
    case follower(String, sum: String)
    /// This one changes if that one does.
    case leader(String)
  }

  var partner: Partner?
  var moves: [Move]

  private static let (title, end) = ("tenderpress journal 1", "end")

  /// As it stands in a file: a line for the partner, and one for each move.
  var bytes: [UInt8] {
    let partner =
      switch partner {
      case .follower(let path, let sum): "follower \(sum) \(path)"
      case .leader(let path): "leader \(path)"
      case nil: "alone"
      }
    let lines = moves.map { move in
      switch move {
      case .put(let number, let address): "put \(number) \(address.text)"
      case .take(let address): "take \(address.text)"
      }
    }
    return Array(([Self.title, partner] + lines + [Self.end]).map { $0 + "\n" }.joined().utf8)
  }

  static func sum(_ bytes: [UInt8]) -> String { SHA256.hex(of: bytes) }
}

// Reading. A journal may have been damaged or written by anybody: it is read as a whole or not at all.

extension Journal {
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(validating: $0, as: UTF8.self) }
    guard lines.count >= 4, lines[0] == Self.title, lines.suffix(2) == [Self.end, ""] else { return nil }
    let moves = lines[2..<(lines.count - 2)].map { $0.flatMap(Move.init) }
    guard let line = lines[1], !line.utf8.contains(0), !moves.contains(nil) else { return nil }
    self.moves = moves.compactMap(\.self)
    let (kind, rest) = line.cut
    switch kind {
    case "alone" where rest == nil: partner = nil
    case "leader":
      guard let rest, !rest.isEmpty else { return nil }
      partner = .leader(rest)
    case "follower":
      guard let (sum, path) = rest?.cut, let path, !path.isEmpty, sum.utf8.count == 64 else { return nil }
      partner = .follower(path, sum: sum)
    default: return nil
    }
  }
}

extension Journal.Move {
  fileprivate init?(_ line: String) {
    let (kind, rest) = line.cut
    switch kind {
    case "take":
      guard let address = rest.flatMap(SafePath.init(listed:)) else { return nil }
      self = .take(address)
    case "put":
      guard let (digits, path) = rest?.cut, let number = Int(digits), number >= 0, String(number) == digits,
        let address = path.flatMap(SafePath.init(listed:))
      else { return nil }
      self = .put(number, at: address)
    default: return nil
    }
  }
}

extension String {
  /// What stands before the first blank, and all behind it. By bytes: a mark that joins the blank would hide it.
  fileprivate var cut: (first: String, rest: String?) {
    guard let blank = utf8.firstIndex(of: UInt8(ascii: " ")) else { return (self, nil) }
    return (String(self[..<blank]), String(self[utf8.index(after: blank)...]))
  }
}
