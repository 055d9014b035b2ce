package import Diagnostics
internal import Glibc

/// What the program says, and to whom.
package enum Terminal {
  package static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  package static func printError(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Colours where a person reads, unless they asked for none.
  package static var errorStyle: TextStyle { style(STDERR_FILENO) }
  package static var outputStyle: TextStyle { style(STDOUT_FILENO) }

  /// How many things can be done at once.
  package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private static func style(_ descriptor: Int32) -> TextStyle {
    let wantsNone = getenv("NO_COLOR").map { String(cString: $0) != "" } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    return isatty(descriptor) == 1 && !wantsNone && !isDumb ? .coloured : .plain
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let part = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard part > 0 else {
        if errno == EINTR { continue }
        return
      }
      rest = rest.dropFirst(part)
    }
  }
}
