package import Diagnostics
internal import Glibc

/// What the program says, and to whom.
package struct Terminal: Sendable {
  package var print: @Sendable (String) -> Void
  package var printError: @Sendable (String) -> Void
  package var outputStyle: TextStyle
  package var errorStyle: TextStyle

  package init(
    print: @escaping @Sendable (String) -> Void, printError: @escaping @Sendable (String) -> Void,
    outputStyle: TextStyle = .plain, errorStyle: TextStyle = .plain
  ) {
    (self.print, self.printError) = (print, printError)
    (self.outputStyle, self.errorStyle) = (outputStyle, errorStyle)
  }

  /// The streams of this process: in colours where a person reads, unless they asked for none.
  static func standard(_ environment: Environment) -> Terminal {
    let wantsNone = environment["NO_COLOR"] != nil || environment["TERM"] == "dumb"
    func style(_ descriptor: Int32) -> TextStyle { isatty(descriptor) == 1 && !wantsNone ? .coloured : .plain }
    return Terminal(
      print: { write($0, to: STDOUT_FILENO) }, printError: { write($0, to: STDERR_FILENO) },
      outputStyle: style(STDOUT_FILENO), errorStyle: style(STDERR_FILENO))
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
