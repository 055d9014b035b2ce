package import System

/// Other people's programs, which read what we made.
package enum Tool {
  /// What a program prints when it runs in a folder that holds some files.
  package static func output(
    _ program: String, _ arguments: [String], reading files: [String: [UInt8]]
  ) throws(SystemFault) -> String {
    let work = try TemporaryFolder()
    for (name, bytes) in files { try work.write(bytes, to: name) }
    return try Command(
      program, arguments, environment: ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"], folder: work.path,
      limitInSeconds: 60
    ).run().output
  }
}
