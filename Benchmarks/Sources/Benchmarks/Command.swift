internal import Foundation
internal import Glibc

/// `Benchmarks [ROUNDS]`, in the folder of the project. It writes into a temporary folder and prints a table.
@main struct Command {
  static func main() {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("benchmarks-\(UUID().uuidString)").path
    let arguments = CommandLine.arguments.dropFirst()
    let project = files.currentDirectoryPath
    let benchmark = Benchmark(
      program: "\(project)/.build/release/tenderpress",
      weasyprint: "\(project)/Benchmarks/.venv/bin/weasyprint", folder: folder,
      rounds: arguments.first.flatMap { Int($0) }.map { max(1, $0) } ?? 5)
    var failed = false
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try benchmark.run()
    } catch {
      FileHandle.standardError.write(Data("benchmarks: \((error as? Failure)?.words ?? "\(error)")\n".utf8))
      failed = true
    }
    try? files.removeItem(atPath: folder)
    exit(failed ? 1 : 0)
  }
}
