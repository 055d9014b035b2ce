import Diagnostics
import System
import TestSupport
import Testing

/// Two ends in one change: the machine ends, and again while the change is finished; one call fails, and another while all
/// is put back.
struct PublicationHarness {
  private let start: TwoFolders
  private let goal: TwoFolders

  init() throws {
    start = try TwoFolders.built()
    goal = TwoFolders(copying: start)
    try goal.publish(TwoFolders.after)
  }

  private func isChange(_ words: String) -> Bool {
    ["open", "look at", "read", "list", "find"].allSatisfy { !words.hasPrefix($0 + " ") }
  }

  /// The numbers of the requests that change something, of a run.
  private func changes(_ run: (Failure) throws -> Void) rethrows -> [Int] {
    let all = Failure()
    try run(all)
    return all.requests.indices.filter { isChange(all.requests[$0]) }.map { $0 + 1 }
  }

  @Test func `a machine that ends at any change, and again at any change of what comes next`() throws {
    var (ends, twice) = (0, 0)
    for number in try changes({ try TwoFolders(copying: start).publish(TwoFolders.after, $0) }) {
      let ended = TwoFolders(copying: start)
      _ = try? ended.publish(TwoFolders.after, Failure { count, _ in count >= number })
      let isDecided = ended.disk.everything["/work/site/.tenderpress/journal"] != nil || ended.files == goal.files
      let order = number.isMultiple(of: 2) ? ["site", "private"] : ["private", "site"]
      ends += 1
      for next in try changes({ try TwoFolders(copying: ended).settle(order, $0) }) {
        let again = TwoFolders(copying: ended)
        _ = try? again.settle(order, Failure { count, _ in count >= next })
        try again.settle()
        twice += 1
        #expect(again.files == (isDecided ? goal : start).files, "\(number), \(next)")
        #expect(again.traces == [], "\(number), \(next)")
      }
    }
    #expect(ends > 50 && twice > 500, "\(ends), \(twice)")
  }

  @Test func `a call that fails, and another while all is put back`() throws {
    var (whole, partly) = (0, 0)
    for number in try changes({ try TwoFolders(copying: start).publish(TwoFolders.after, $0) }) {
      let first = Failure { count, _ in count == number }
      _ = try? TwoFolders(copying: start).publish(TwoFolders.after, first)
      for next in number..<first.requests.count {
        let folders = TwoFolders(copying: start)
        do {
          try folders.publish(TwoFolders.after, Failure { count, _ in count == number || count == next + 1 })
          #expect(folders.files == goal.files, "\(number), \(next)")
        } catch let fault as SystemFault {
          let help = fault.finding.help ?? ""
          if help.contains("some files may be new now and some old") {
            partly += 1
          } else {
            whole += 1
            #expect(folders.files == start.files, "\(number), \(next)")
          }
          if help.contains("Nothing has been changed") { #expect(folders.snapshot == start.snapshot) }
          let isDecided = folders.disk.everything["/work/site/.tenderpress/journal"] != nil
          try folders.settle()
          #expect(folders.files == (isDecided ? goal : start).files, "\(number), \(next)")
          #expect(folders.traces == [], "\(number), \(next)")
        }
      }
    }
    #expect(whole > 500 && partly > 100, "\(whole), \(partly)")
  }
}
