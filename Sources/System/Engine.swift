internal import Diagnostics
internal import Digests

/// The typesetter, as `tools/install` puts it into a folder of the user's: a Python package and the fonts that it may
/// use. Each document is made by a process of its own, whose memory goes with it.
package struct Engine: Sendable {
  /// What it makes, beside what it is given.
  package enum Product: String, Sendable {
    /// Accessible and for archives: PDF/UA-1 and PDF/A-2a in one file.
    case pdf
    /// A picture a page, in twice the dots of a screen.
    case pictures
  }

  package struct Job: Sendable {
    /// By name; `main.typ` is what is typeset.
    package var files: [String: [UInt8]]
    package var product: Product
    /// Seconds since 1970: the engine has no other clock.
    package var date: Int
    /// Fonts beside the engine's own, by name.
    var fonts: [String: [UInt8]] = [:]

    package init(files: [String: [UInt8]], product: Product = .pdf, date: Int) {
      (self.files, self.product, self.date) = (files, product, date)
    }
  }

  /// What the engine did not like.
  package struct Complaint: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
      package let file: String
      package let line: Int
    }

    /// The line of `main.typ`, from 1; nil where it does not say.
    package let line: Int?
    /// The line of another file, where the fault itself is.
    package let look: Line?
    package let message: String

    /// `21 - message` or `21 print.typ:30 message`; a line 0 is none.
    init?(_ words: Substring) {
      let parts = words.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let line = Int(parts[0]) else { return nil }
      self.line = line == 0 ? nil : line
      message = parts[2]
      let place = parts[1].split(separator: ":")
      look = place.last.flatMap { Int($0) }.map { Line(file: place.dropLast().joined(separator: ":"), line: $0) }
    }
  }

  package enum Outcome: Sendable {
    /// One file, or a picture a page.
    case made([[UInt8]], pages: Int)
    case refused([Complaint])
    case tookTooLong
    /// It stopped without a word of its own, or handed back what it was not asked for; in a line.
    case died(String)
  }

  /// What decides the bytes of a document beside its source: the engine's version, and the fonts with their sizes.
  package let identity: String
  /// The fonts' files, by name.
  package let fonts: [String: [UInt8]]
  /// How long a document may take.
  package let limitInSeconds: Int
  private let work: @Sendable (Job) throws(SystemFault) -> Outcome

  /// An engine that is no process: for tests.
  package init(
    identity: String, fonts: [String: [UInt8]], limitInSeconds: Int = 60,
    work: @escaping @Sendable (Job) throws(SystemFault) -> Outcome
  ) {
    (self.identity, self.fonts, self.limitInSeconds, self.work) = (identity, fonts, limitInSeconds, work)
  }

  /// The same engine with more fonts.
  package func with(fonts added: [String: [UInt8]]) -> Engine {
    guard !added.isEmpty else { return self }
    let sums = added.sorted { $0.key < $1.key }.map { " \($0.key) \(SHA256.hex(of: $0.value))" }.joined()
    let work = work
    return Engine(identity: identity + sums, fonts: fonts, limitInSeconds: limitInSeconds) { job throws(SystemFault) in
      var job = job
      job.fonts = added
      return try work(job)
    }
  }

  /// The one in a folder of this machine.
  package init(
    folder: String, limitInSeconds: Int = 60, cancellation: Cancellation = Cancellation()
  ) throws(SystemFault) {
    let (disk, environment) = (RealDisk(), Environment.ofProcess)
    let home = try disk.whereItWouldBe(folder)
    var findings: [Diagnostic] = []
    guard let parts = try? SourceFolder("\(folder)/typst", on: disk, findings: &findings),
      let version = parts.files.first(where: { $0.path.hasSuffix(".dist-info/METADATA") })?.path.foldersAbove.first,
      let listed = try? SourceFolder("\(folder)/fonts", on: disk, findings: &findings), !listed.files.isEmpty
    else { throw .missingEngine(folder) }
    var fonts: [String: [UInt8]] = [:]
    for font in listed.files { fonts[font.path] = try listed.read(font.path) }
    let python = try disk.holds("\(home)/python3") ? "\(home)/python3" : "python3"
    self.init(
      identity: version + listed.files.map { " \($0.path) \($0.size)" }.joined(), fonts: fonts,
      limitInSeconds: limitInSeconds
    ) { job throws(SystemFault) in
      let work = try TemporaryFolder()
      for (name, bytes) in job.files.merging(job.fonts, uniquingKeysWith: { $1 }) { try work.write(bytes, to: name) }
      try work.write(Array(Self.worker.utf8), to: "worker.py")
      let outcome = try Command(
        python,
        ["-I", "-S", "-B", "worker.py", "\(home)/typst", "\(home)/fonts", job.product.rawValue, "\(job.date)"]
          + (job.fonts.isEmpty ? [] : ["."]),
        environment: [
          "PATH": environment.absolutePath, "LANG": "C.UTF-8",
          // A look may not fetch packages: what is made must not depend on the network.
          "https_proxy": "http://127.0.0.1:9",
        ],
        folder: work.path, limitInSeconds: limitInSeconds, cancellation: cancellation
      ).run()
      switch outcome.ending {
      case .killed: return .tookTooLong
      case .signalled(let signal): return .died("it was ended by signal \(signal)")
      case .exited(0): return try Self.report(outcome.output, of: job.product, in: work)
      case .exited: return .died(outcome.errors.split(separator: "\n").last.map(String.init) ?? "it said nothing")
      }
    }
  }

  package func run(_ job: Job) throws(SystemFault) -> Outcome { try work(job) }

  private static func report(
    _ text: String, of product: Product, in work: borrowing TemporaryFolder
  ) throws(SystemFault) -> Outcome {
    var complaints: [Complaint] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      switch (words.first, words.dropFirst().first.flatMap { Int($0) }) {
      case ("made", let pages?):
        var files: [[UInt8]] = []
        while work.holds("made-\(files.count)") { files.append(try work.read("made-\(files.count)")) }
        return product.doubt(files, pages: pages).map { .died($0) } ?? .made(files, pages: pages)
      case ("error", _): complaints += [Complaint(line.dropFirst(6))].compactMap(\.self)
      default: break
      }
    }
    return complaints.isEmpty ? .died("it said nothing") : .refused(complaints)
  }

  /// Prints `made PAGES`, or `error LINE PLACE MESSAGE` a fault, where PLACE is a line of another file than main.typ, or `-`.
  private static let worker = #"""
    import _thread, posix, resource, sys
    # Ends with the program that started it, however that is ended: nothing is ever written there.
    _thread.start_new_thread(lambda: (posix.read(3, 1), posix._exit(1)), ())
    engine, fonts, product, date, *more = sys.argv[1:]
    sys.path.insert(0, engine)
    import typst
    # A picture that would fill the machine's memory ends this process and no other.
    resource.setrlimit(resource.RLIMIT_DATA, (2**31, 2**31))
    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts, *more])
    compiler = typst.Compiler("main.typ", root=".", font_paths=own)
    def line_of(fault):
        """The line of main.typ that a fault names, or that asks for the file that it names."""
        if named := re.search(r"main\.typ:(\d+):", fault):
            return named[1]
        file = re.search(r"─ (\S+?):\d+:", fault)
        lines = open("main.typ", encoding="utf-8").read().split("\n")
        asking = [n for n, line in enumerate(lines, 1) if file and f'"{file[1]}"' in line]
        return asking[0] if asking else 0
    def place_of(fault):
        """The file and the line in it where a fault is."""
        place = re.search(r"─ (\S+?:\d+):", fault)
        return place[1] if place and not place[1].startswith("main.typ:") else "-"
    try:
        if product == "pdf":
            made = [compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=int(date))]
            pages = int(compiler.query("<all-pages>", field="value", one=True))
        else:
            made = compiler.compile(format="png", ppi=192)
            made = made if isinstance(made, list) else [made]
            pages = len(made)
    except typst.TypstError as fault:
        import re  # takes as long as a page, and is needed here alone
        for part in re.split(r"\n(?=error: )", fault.diagnostic):
            print("error", line_of(part), place_of(part), part.strip().split("\n")[0].removeprefix("error: "))
        sys.exit()
    for number, part in enumerate(made):
        with open(f"made-{number}", "wb") as file:
            file.write(part)
    print("made", pages)
    """#
}

extension SystemFault {
  fileprivate static func missingEngine(_ folder: String) -> SystemFault {
    SystemFault(
      .missingEngine, "the typesetter that makes PDFs, or its fonts, are not here", file: folder,
      help:
        "Run tools/install (make site does it too), name their folder with --engines, or leave PDFs out with --only html."
    )
  }
}
