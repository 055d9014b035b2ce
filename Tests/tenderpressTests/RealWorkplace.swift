import Diagnostics
import Foundation
import TestSupport
import Testing

/// A folder of the disk in which the real program is run as a person runs it. Gone when the test is done. Starting a program
/// takes long: it is for what only a program or a disk can show.
final class RealWorkplace {
  let folder: URL

  init(_ files: [String: String] = Pack.small) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tenderpress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: "content/\(path)") }
  }

  /// A pack of Packs, as it lies in version control.
  convenience init(pack name: String) throws {
    try self.init([:])
    let pack = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Packs/\(name)")
    try FileManager.default.copyItem(at: pack, to: folder.appending(path: "content"))
  }

  deinit {
    chmodAll()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes a file and its folders; marks for places are taken out.
  func write(_ text: String, to path: String) throws { try write(Data(MarkedText(text).text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func append(_ text: String, to path: String) throws { try write(read(path) + text, to: path) }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: path).path) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

  typealias Run = Workplace.Run

  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:], shell: String? = nil) throws -> Run {
    try run(arguments: arguments, environment: environment, shell: shell)
  }

  /// Builds the website without documents, which take longer.
  @discardableResult
  func buildPages(_ arguments: String..., environment: [String: String] = [:], shell: String? = nil) throws -> Run {
    try run(arguments: ["build", "--only", "html"] + arguments, environment: environment, shell: shell)
  }

  /// A check takes the day of the packs for today, or a test would find more every year.
  func run(arguments: [String], environment: [String: String] = [:], shell: String? = nil) throws -> Run {
    let isOnADay = arguments.contains("--on") || arguments.first != "check"
    let arguments = arguments + (isOnADay ? [] : ["--on", "2027-01-15"])
    let process = Process()
    process.currentDirectoryURL = folder
    if let shell {
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", shell + " \"$0\" \"$@\"", Self.program.path] + arguments
    } else {
      process.executableURL = Self.program
      process.arguments = arguments
    }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    // Files, since a pipe that nobody empties stops a program that says much.
    let (out, errors) = (folder.appending(path: ".out"), folder.appending(path: ".err"))
    for file in [out, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: try String(contentsOf: out, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Starts the program, whose errors go to `.err`, and whose folders for a moment to `tmp`.
  func start(_ arguments: String..., environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.currentDirectoryURL = folder
    process.executableURL = Self.program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TMPDIR": folder.appending(path: "tmp").path]) { $1 }.merging(environment) { $1 }
    let errors = folder.appending(path: ".err")
    try Data().write(to: errors)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return process
  }

  /// Every file below a folder with its bytes, but for what is hidden.
  func snapshot(_ path: String) throws -> [String: Data] {
    let root = folder.appending(path: path)
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: root.appending(path: name).path, isDirectory: &isFolder)
      if isThere, !isFolder.boolValue { files[name] = try Data(contentsOf: root.appending(path: name)) }
    }
    return files
  }

  /// When each file and folder below a folder was last changed.
  func times(_ path: String) throws -> [String: Date] {
    let root = folder.appending(path: path)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        let attributes = try FileManager.default.attributesOfItem(atPath: root.appending(path: name).path)
        return (name, attributes[.modificationDate] as? Date ?? .distantPast)
      })
  }

  /// What a shell prints when it runs a line in the folder. Fails where the shell does.
  @discardableResult
  func shell(_ line: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.currentDirectoryURL = folder
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-euo", "pipefail", "-c", line]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(line)")
    return text
  }

  /// The typesetter that the project installed.
  static let engines = {
    let environment = ProcessInfo.processInfo.environment
    let data = environment["XDG_DATA_HOME"] ?? "\(environment["HOME"] ?? "")/.local/share"
    return environment["TENDERPRESS_ENGINES"] ?? "\(data)/tenderpress/engines"
  }()

  /// The program beside the tests.
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "tenderpress")

  private func chmodAll() {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/chmod")
    process.arguments = ["-R", "u+rwX", folder.path]
    try? process.run()
    process.waitUntilExit()
  }
}
