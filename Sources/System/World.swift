internal import Glibc

/// All that the program asks of the machine that it runs on. It is handed in, so that tests run in memory, faults can be
/// made to happen, and what was asked can be seen.
package struct World: Sendable {
  package var disk: any Disk
  package var environment: Environment
  package var terminal: Terminal
  /// Seconds since 1970.
  package var now: @Sendable () -> Int
  /// How many things can be done at once.
  package var processorCount: Int
  /// Whether to end before all is done.
  package var cancellation: Cancellation
  /// The typesetter that lies in a folder.
  package var engine: @Sendable (_ folder: String) throws(SystemFault) -> Engine
  /// For a library that writes to a file with a name and nothing else: hands it the path of one, and gives back its bytes.
  package var throughFile:
    @Sendable (_ writing: (_ path: String) throws(SystemFault) -> Void) throws(SystemFault) -> [UInt8]
  /// Removes the folders for a moment of runs that were ended.
  package var removeAbandonedFolders: @Sendable () -> Void

  package init(
    disk: any Disk, environment: Environment, terminal: Terminal, now: @escaping @Sendable () -> Int,
    processorCount: Int, cancellation: Cancellation = Cancellation(),
    engine: @escaping @Sendable (String) throws(SystemFault) -> Engine,
    throughFile: @escaping @Sendable ((String) throws(SystemFault) -> Void) throws(SystemFault) -> [UInt8],
    removeAbandonedFolders: @escaping @Sendable () -> Void = {}
  ) {
    (self.disk, self.environment, self.terminal, self.now) = (disk, environment, terminal, now)
    (self.processorCount, self.cancellation) = (processorCount, cancellation)
    (self.engine, self.throughFile, self.removeAbandonedFolders) = (engine, throughFile, removeAbandonedFolders)
  }

  /// The machine itself.
  package static var real: World {
    let (environment, cancellation) = (Environment.ofProcess, Cancellation())
    return World(
      disk: RealDisk(), environment: environment, terminal: .standard(environment), now: { time(nil) },
      processorCount: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      cancellation: cancellation,
      engine: { folder throws(SystemFault) in try Engine(folder: folder, cancellation: cancellation) },
      throughFile: { writing throws(SystemFault) in
        let folder = try TemporaryFolder()
        try writing("\(folder.path)/file")
        return try folder.read("file")
      }, removeAbandonedFolders: { TemporaryFolder.removeAbandoned() })
  }
}

// What day it is. Only a person who checks may ask: what is made is the same on every day.

extension World {
  /// `2027-01-15`: the day that SOURCE_DATE_EPOCH names, or else that of the machine's clock, in Greenwich.
  package var today: String {
    get throws(SystemFault) {
      guard let day = try sourceDay else { return Self.day(now()) }
      return day
    }
  }

  /// The day that a pipeline gives to what is made, from SOURCE_DATE_EPOCH; nil where it is not set.
  package var sourceDay: String? {
    get throws(SystemFault) {
      guard let words = environment["SOURCE_DATE_EPOCH"], !words.isEmpty else { return nil }
      guard let seconds = Int(words), Self.nameable.contains(seconds) else { throw .noSeconds(words) }
      return Self.day(seconds)
    }
  }

  /// To the end of the year 9999.
  private static let nameable = 0...253_402_300_799

  /// Of a count of seconds since 1970.
  private static func day(_ seconds: Int) -> String {
    var (seconds, parts) = (seconds, tm())
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32, to length: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
    return [padded(parts.tm_year + 1900, to: 4), padded(parts.tm_mon + 1, to: 2), padded(parts.tm_mday, to: 2)]
      .joined(separator: "-")
  }
}

extension SystemFault {
  fileprivate static func noSeconds(_ words: String) -> SystemFault {
    SystemFault(
      .badVariable, "SOURCE_DATE_EPOCH is “\(words)”, which is no count of seconds since 1970", file: nil,
      help: "Set it to a whole number, as `date +%s` prints it, or take it away.")
  }
}
