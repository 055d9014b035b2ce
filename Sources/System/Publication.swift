internal import Paths

/// The change of the folders of a build, together or not at all.
///
/// Everything waits, and nothing of others is in the way, before anything moves. The change is decided the moment that the
/// site's journal stands in its place: from then on whoever comes next finishes it (`Recovery`), if this process does not
/// live to. A fault takes all of it back.
package enum Publication {
  /// What became of the site. The council's own folder changes before it.
  package static func publish(
    _ site: OutputFolder, with own: OutputFolder? = nil
  ) throws(SystemFault) -> OutputFolder.Changes {
    var transaction = Transaction()
    let changes: OutputFolder.Changes
    do throws(SystemFault) {
      changes = try publish(site, with: own, by: &transaction)
    } catch {
      let state = transaction.undo()
      // Where not everything could be put back, what waits is needed to finish the change.
      for folder in [site, own].compactMap(\.self) { state == .unfinished ? folder.release() : folder.discard() }
      throw error.saying(state)
    }
    for folder in [own, site].compactMap(\.self) { folder.finish() }
    return changes
  }

  private static func publish(
    _ site: OutputFolder, with own: OutputFolder?, by transaction: inout Transaction
  ) throws(SystemFault) -> OutputFolder.Changes {
    let change = try site.change()
    let parts = try prepare(site, change, own.map { own throws(SystemFault) in (own, try own.change()) })
    var counts = change.counts
    guard let leader = parts.last?.folder else { return counts }
    for (folder, _) in parts { try folder.folder.sync() }
    try transaction.move(OutputRoot.waitingJournal, to: OutputRoot.journal, in: leader.folder)
    for (folder, journal) in parts {
      if folder !== leader {
        // The other folder may lie on another disk: what decides is written down before anything moves there.
        try leader.folder.sync()
        try transaction.move(OutputRoot.waitingJournal, to: OutputRoot.journal, in: folder.folder)
      }
      let removed = try transaction.carryOut(journal, in: folder.folder)
      if folder === site { counts.removed = removed }
    }
    for (folder, _) in parts { try folder.folder.sync() }
    // A journal that stays has nothing left to do, and the next command removes it.
    for (folder, _) in parts { try? folder.folder.root.removeFile(OutputRoot.journal) }
    return counts
  }

  /// The folders that change, and what moves in them, written down where it waits. The one that decides is the last.
  private static func prepare(
    _ site: OutputFolder, _ change: OutputFolder.Change, _ own: (folder: OutputFolder, change: OutputFolder.Change)?
  ) throws(SystemFault) -> [(folder: OutputFolder, journal: Journal)] {
    var journal = Journal(moves: change.moves)
    var parts: [(folder: OutputFolder, journal: Journal)] = []
    if let (own, ownChange) = own, !ownChange.moves.isEmpty {
      var following = Journal(moves: ownChange.moves)
      if !change.moves.isEmpty {
        following.partner = .leader(try way(from: own, to: site))
        journal.partner = .follower(try way(from: site, to: own), sum: Journal.sum(following.bytes))
      }
      try own.prepare(following, ownChange)
      parts.append((own, following))
    }
    if !change.moves.isEmpty {
      try site.prepare(journal, change)
      parts.append((site, journal))
    }
    return parts
  }

  /// How to get from one folder to the other: together they may be moved, or stand elsewhere for another machine.
  private static func way(from folder: OutputFolder, to other: OutputFolder) throws(SystemFault) -> String {
    let way = folder.realPath.way(to: other.realPath)
    guard !way.utf8.contains(UInt8(ascii: "\n")) else {
      throw SystemFault(
        .badFolder, "the name of this folder, or of one on the way to it, has more than one line",
        file: other.folder.path, help: "Choose a folder with another name.")
    }
    return way
  }
}

extension String {
  /// The relative path from a folder to another; both without links.
  func way(to other: String) -> String {
    let (own, others) = (steps.filter { !$0.isEmpty }, other.steps.filter { !$0.isEmpty })
    let shared = zip(own, others).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    return (own.dropFirst(shared).map { _ in ".." } + others.dropFirst(shared)).joined(separator: "/")
  }
}
