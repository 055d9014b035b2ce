internal import Glibc

/// The variables in which the program's surroundings say how they are.
package struct Environment: Sendable {
  private let variables: [String: String]

  package init(_ variables: [String: String]) { self.variables = variables }

  /// Nil where it is not set, or empty.
  package subscript(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// Where programs are looked for: never in the folder that somebody works in.
  var absolutePath: String {
    let folders = (self["PATH"] ?? "").split(separator: ":").map(String.init).filter(\.isAbsolute)
    return folders.isEmpty ? "/usr/bin:/bin" : folders.joined(separator: ":")
  }

  /// Where programs put what they need for a moment.
  var temporary: String { self["TMPDIR"] ?? "/tmp" }

  /// Those of this process.
  package static var ofProcess: Environment {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let words = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if words.count == 2 { variables[String(words[0])] = String(words[1]) }
      next += 1
    }
    return Environment(variables)
  }
}
