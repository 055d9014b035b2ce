import Archives
import Commands
import Diagnostics
import Foundation
import Synchronization
import System
import TestSupport
import Testing

/// A folder in memory in which the whole program is run, in this process.
final class Workplace: Sendable {
  let disk: MemoryDisk

  init(_ files: [String: String] = Pack.small) throws {
    disk = MemoryDisk()
    for (path, text) in files { try write(text, to: "content/\(path)") }
  }

  /// Another with the same in it.
  init(copying other: Workplace) { disk = MemoryDisk(copying: other.disk) }

  /// A pack of Packs, as it lies in version control.
  convenience init(pack name: String) throws { try self.init(content: "Tests/tenderpressTests/Packs/\(name)") }

  /// The example, as people find it in the project.
  static func example() throws -> Workplace { try Workplace(content: "content") }

  convenience init(pack name: String, changing changes: [String: [String: String]]) throws {
    try self.init(pack: name)
    try change(changes)
  }

  /// With the files of a folder of the project.
  private convenience init(content folder: String) throws {
    try self.init([:])
    for (path, bytes) in try Self.files(in: folder) { try disk.put(bytes, at: "content/\(path)") }
  }

  /// Each folder is read once.
  private static let read = Mutex<[String: [String: [UInt8]]]>([:])

  private static func files(in folder: String) throws -> [String: [UInt8]] {
    if let files = read.withLock({ $0[folder] }) { return files }
    let files = try Read.files(in: folder)
    read.withLock { $0[folder] = files }
    return files
  }

  /// Writes a file and its folders; marks for places are taken out.
  func write(_ text: String, to path: String) throws { try write(Data(MarkedText(text).text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws { try disk.put(Array(data), at: path) }

  /// Puts other words for some of a file's, for each file of some. Fails where the words are not there any more.
  func change(_ changes: [String: [String: String]], below folder: String = "") throws {
    for (path, words) in changes {
      var text = try read(folder + path)
      for (old, new) in words {
        try #require(text.contains(old), "\(path) does not hold “\(old)”")
        text = text.replacing(old, with: new)
      }
      try write(text, to: folder + path)
    }
  }

  func append(_ text: String, to path: String) throws { try write(read(path) + text, to: path) }

  func read(_ path: String) throws -> String { String(decoding: try disk.read(path), as: UTF8.self) }

  func exists(_ path: String) -> Bool { (try? disk.realPath(path)) != nil }

  func remove(_ path: String) throws { try disk.remove(path) }

  func link(_ path: String, to target: String) throws { try disk.link(path, to: target) }

  /// The names in a folder.
  func names(in path: String) throws -> [String] { try disk.folder(path).list("").compactMap(\.name).sorted() }

  /// Unpacks an archive as a person does.
  func unpack(_ archive: String, into folder: String) throws {
    for entry in try Archive(reading: disk.read(archive)).entries {
      try disk.put(entry.bytes, at: "\(folder)/\(entry.name)")
    }
  }

  /// Every file below a folder with its bytes.
  func snapshot(_ path: String) throws -> [String: Data] { disk.files(below: path).mapValues { Data($0) } }

  struct Run: Sendable {
    let code: Int32
    let output: String
    let errors: String
    /// The folder in which a typesetter was looked for.
    var engines: String?

    /// What `--format json` printed.
    var findings: [Finding] {
      get throws { try JSONDecoder().decode([Finding].self, from: Data(output.utf8)) }
    }

    /// Without the advice of the commissioning rules, which the packs of most tests are too small to follow.
    var faults: [Finding] {
      get throws {
        try findings.filter { finding in
          finding.severity == "error" || !(finding.code == "F22" || "WOQTCL".contains(finding.code.prefix(1)))
        }
      }
    }
  }

  struct Finding: Decodable, Equatable {
    let code: String
    let name: String
    let severity: String
    let message: String
    let file: String?
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let help: String?
    let source: String?
  }

  @discardableResult
  func run(
    _ arguments: String..., environment: [String: String] = [:], failure: Failure? = nil, engine: Engine? = nil
  ) async throws -> Run {
    await run(arguments: arguments, environment: environment, failure: failure, engine: engine)
  }

  /// Builds the website without documents, which take longer.
  @discardableResult
  func buildPages(
    _ arguments: String..., environment: [String: String] = [:], failure: Failure? = nil
  ) async throws -> Run {
    await run(arguments: ["build", "--only", "html"] + arguments, environment: environment, failure: failure)
  }

  /// `failure` is told of every request to the disk, and may refuse it. `engine` stands in the place of the typesetter.
  ///
  /// Without them a run is a function of the command line and the disk, so that the same one is made once for all tests.
  func run(
    arguments: [String], environment: [String: String] = [:], failure: Failure? = nil, engine: Engine? = nil,
    cancellation: Cancellation? = nil
  ) async -> Run {
    guard failure == nil, engine == nil, cancellation == nil else {
      return await perform(arguments, environment, failure, engine, cancellation ?? Cancellation())
    }
    let key = RunKey(arguments: arguments, environment: environment, before: disk.contents)
    let copy = Workplace(copying: self)
    let task = Self.runs.withLock { runs in
      if let known = runs[key] { return known }
      let task = Task { (await copy.perform(arguments, environment, nil, nil, Cancellation()), copy.disk.contents) }
      runs[key] = task
      return task
    }
    let (run, after) = await task.value
    disk.contents = after
    return run
  }

  private struct RunKey: Hashable {
    let arguments: [String]
    let environment: [String: String]
    let before: MemoryDisk.Contents
  }

  private static let runs = Mutex<[RunKey: Task<(Run, MemoryDisk.Contents), Never>]>([:])
  /// Command lines that were read before.
  private static let programs = Mutex<[[String]: Program]>([:])

  private func perform(
    _ arguments: [String], _ environment: [String: String], _ failure: Failure?, _ engine: Engine?,
    _ cancellation: Cancellation
  ) async -> Run {
    let said = Said()
    let disk: any Disk = failure.map { FailingDisk(self.disk, $0) } ?? self.disk
    let asked = Mutex<String?>(nil)
    var world = World.inMemory(disk, environment: environment, said: said, cancellation: cancellation) {
      folder throws(SystemFault) in
      asked.withLock { $0 = folder }
      if let engine { return engine }
      // There is one at home; another folder is looked into, and is not there.
      return folder.hasPrefix("/home/") ? try SharedEngine.engine() : try Engine(folder: folder)
    }
    if let failure { world.throughFile = { writing throws(SystemFault) in try failure.throughFile(writing) } }
    let program = Self.programs.withLock { programs in
      let program = programs[arguments] ?? Program(arguments)
      programs[arguments] = program
      return program
    }
    let code = await program.run(in: world)
    return Run(code: code, output: said.output, errors: said.errors, engines: asked.withLock { $0 })
  }
}
