/// Finishes what a process that was ended did not live to do in an output folder, and removes what it left.
///
/// Where a journal stands, the change is decided, and its moves are done to the end. For a folder that follows another one,
/// the journal of that one decides. Where nothing is decided, nothing has moved: what waits is swept away.
package struct Recovery {
  private let disk: any Disk

  package init(on disk: any Disk) { self.disk = disk }

  /// The folder that holds a path, or one above, that may be an output folder. Where others may write, nobody knows whose
  /// journal it is.
  package func ownFolders(above path: String) -> [String] {
    ([path] + path.foldersAbove).filter { !$0.isEmpty && (try? disk.open($0))?.isOwn == true }
  }

  package enum Outcome: Sendable {
    case nothing, finished
    /// Somebody is at work there, or this user may not write there.
    case leftAlone
  }

  /// Leaves a folder as one build made it, and the folder that changes with it.
  package func settle(_ path: String) throws(SystemFault) -> Outcome {
    var leader: String?
    let outcome = try holding(path) { folder throws(SystemFault) in
      leader = try leaderThatDecided(for: folder)
      if leader != nil { return .nothing }
      if let outcome = try finish(folder) { return outcome }
      folder.sweep()
      return .nothing
    }
    // By now the folder is free again, for its leader to finish both.
    guard let leader else { return outcome }
    return try holding(leader) { folder throws(SystemFault) in try finish(folder) ?? .nothing }
  }

  /// Does something with a folder that is not as a build leaves it, while nobody else is at work there. What this user may
  /// not see needs nothing.
  private func holding(
    _ path: String, _ work: (OutputRoot) throws(SystemFault) -> Outcome
  ) throws(SystemFault) -> Outcome {
    let folder: OutputRoot
    do throws(Errno) {
      folder = OutputRoot(root: try disk.open(path), path: path)
      let traces = try [OutputRoot.journal, OutputRoot.staging].map { file throws(Errno) in try folder.root.find(file) }
      guard traces.contains(where: { $0 != nil }) else { return .nothing }
    } catch .missing {
      return .nothing
    } catch .notAFolder {
      return .nothing
    } catch .notAllowed {
      return .nothing
    } catch {
      throw .failed(.unreadable, to: "read", path, error: error)
    }
    guard folder.root.isWritable, let lock = try folder.lock() else { return .leftAlone }
    return try withExtendedLifetime(lock) { () throws(SystemFault) in try work(folder) }
  }

  /// Does what the journal of a folder says. Nil where none stands.
  private func finish(_ folder: OutputRoot) throws(SystemFault) -> Outcome? {
    guard let bytes = try folder.list(OutputRoot.journal) else { return nil }
    let journal = try read(bytes, of: folder)
    if case .follower(let way, let sum) = journal.partner {
      let outcome = try holding(try place(way, from: folder)) { follower throws(SystemFault) in
        try follow(sum, in: follower)
      }
      if outcome == .leftAlone { return .leftAlone }
    }
    try carryOut(journal, in: folder)
    return .finished
  }

  /// The same in a folder that follows, if its journal has this sum. If not, it is done there.
  private func follow(_ sum: String, in folder: OutputRoot) throws(SystemFault) -> Outcome {
    for file in [OutputRoot.journal, OutputRoot.waitingJournal] {
      guard let bytes = try folder.list(file), Journal.sum(bytes) == sum else { continue }
      let journal = try read(bytes, of: folder)
      if file == OutputRoot.waitingJournal { try folder.move(file, to: OutputRoot.journal) }
      try carryOut(journal, in: folder)
      return .finished
    }
    return .nothing
  }

  private func carryOut(_ journal: Journal, in folder: OutputRoot) throws(SystemFault) {
    do throws(SystemFault) {
      var transaction = Transaction(canBeUndone: false)
      _ = try transaction.carryOut(journal, in: folder)
      try folder.sync()
      try folder.telling("remove", OutputRoot.journal) { root throws(Errno) in
        try root.removeFile(OutputRoot.journal)
      }
    } catch {
      throw error.saying(.leftUnfinished)
    }
    folder.sweep()
  }

  /// The folder whose journal decided that another one changes; nil where none did.
  private func leaderThatDecided(for folder: OutputRoot) throws(SystemFault) -> String? {
    for file in [OutputRoot.journal, OutputRoot.waitingJournal] {
      guard let bytes = try folder.list(file), case .leader(let way) = Journal(bytes)?.partner else { continue }
      let path = try place(way, from: folder)
      guard try disk.holds(path) else { continue }
      let leader = OutputRoot(root: try disk.source(path), path: path)
      guard let decision = try leader.list(OutputRoot.journal).flatMap({ Journal($0) }),
        case .follower(_, Journal.sum(bytes)) = decision.partner
      else { continue }
      return path
    }
    return nil
  }

  private func place(_ way: String, from folder: OutputRoot) throws(SystemFault) -> String {
    try disk.whereItWouldBe("\(folder.path)/\(way)")
  }

  private func read(_ bytes: [UInt8], of folder: OutputRoot) throws(SystemFault) -> Journal {
    guard let journal = Journal(bytes) else {
      throw SystemFault(
        .unreadable, "this list of what was left to do is damaged, or no build wrote it",
        file: folder.naming(OutputRoot.journal), help: "Remove the file and run this again, then build.")
    }
    return journal
  }
}
