internal import Foundation
internal import Glibc

/// Times the program on the example, and other programs on its pages, in turn.
struct Benchmark {
  /// What is timed in each round.
  enum Step: String, CaseIterable {
    case pack = "the whole pack, cold"
    case copy = "copying the same files"
    case changed = "the whole pack, one word changed"
    case same = "PDF, ODT and DOCX alone"
    case pages = "the pages alone"
    case check = "check"
    case rivals = "pandoc and WeasyPrint"
  }

  /// The program that was built.
  let program: String
  let weasyprint: String
  /// A folder for everything that is written.
  let folder: String
  let rounds: Int

  private let documents = Rivals.Document.all
  private var runner: Runner { Runner(log: "\(folder)/log") }
  private var rivals: Rivals {
    Rivals(site: "\(folder)/pages/site", output: "\(folder)/theirs", weasyprint: weasyprint)
  }

  init(program: String, weasyprint: String, folder: String, rounds: Int) {
    (self.program, self.weasyprint, self.folder, self.rounds) = (program, weasyprint, folder, rounds)
  }

  func run() throws {
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    try FileManager.default.copyItem(atPath: "content", toPath: "\(folder)/content")
    _ = try runner.run([build("html", "pages")])
    try rivals.prepare(documents)
    var costs: [[Step: Cost]] = []
    for round in 0...rounds {
      let cost = try self.round(round, cores: cores)
      // The first round fills the machine's own caches.
      if round > 0 { costs.append(cost) }
    }
    try print(Report(rounds: costs, memory: memory(), cores: cores).text)
    try print(sizes())
  }

  // MARK: Time

  private static let everything = "pdf,odt,docx,xlsx,csv,zip"

  /// `output` is a folder that is not there yet, unless what is in it may be used.
  private func build(_ kinds: String, _ output: String) -> [String] {
    [
      program, "build", "--quiet", "--content", "\(folder)/content", "--only", kinds, "--output",
      "\(folder)/\(output)/site", "--private", "\(folder)/\(output)/private",
    ]
  }

  private func round(_ round: Int, cores: Int) throws -> [Step: Cost] {
    for name in ["pack", "copy", "same", "html"] { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    var costs: [Step: Cost] = [:]
    costs[.pack] = try runner.run([build(Self.everything, "pack")])
    costs[.rivals] = try runner.run(rivals.commands(documents), atOnce: cores)
    costs[.copy] = try runner.run([["cp", "--recursive", "\(folder)/pack", "\(folder)/copy"]])
    try changeWord(round)
    costs[.changed] = try runner.run([build(Self.everything, "pack")])
    costs[.same] = try runner.run([build("pdf,odt,docx", "same")])
    costs[.pages] = try runner.run([build("html", "html")])
    costs[.check] = try runner.run([[program, "check", "--content", "\(folder)/content"]])
    return costs
  }

  /// In a page that stands in the specification, the whole pack, the review copy and the archive.
  private func changeWord(_ round: Int) throws {
    let path = "tenders/mental-health-day-service/vision.md"
    let text = try String(contentsOfFile: "content/\(path)", encoding: .utf8)
    guard let word = text.ranges(of: " the ").last else { throw Failure(words: "\(path) has no word to change") }
    try text.replacingCharacters(in: word, with: " the\(round) ")
      .write(toFile: "\(folder)/content/\(path)", atomically: false, encoding: .utf8)
  }

  private func memory() throws -> (program: Int, started: Int) {
    try? FileManager.default.removeItem(atPath: "\(folder)/pack")
    return try runner.memory(of: build(Self.everything, "pack"), startingLike: "python")
  }

  // MARK: Size

  /// Each document as both made it. Words are counted, so that one can see whether both held the same.
  private func sizes() throws -> String {
    let rows = try documents.flatMap { document in
      try document.formats.map { format in
        let ours = try facts("\(folder)/pack/\(document.ours).\(format)")
        let theirs = try facts(rivals.file(document, format))
        return ["\(document.name).\(format)"] + ours + theirs
      }
    }
    return table(["document", "kB", "pages", "words", "their kB", "pages", "words"], rows)
  }

  private func facts(_ file: String) throws -> [String] {
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    let isPDF = file.hasSuffix(".pdf")
    let text = try runner.output(of: isPDF ? ["pdftotext", file, "-"] : ["pandoc", "--to", "plain", file])
    let words = text.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }.count
    let pages = isPDF ? try runner.output(of: ["pdfinfo", file]).firstMatch(of: /Pages:\s+(\d+)/)?.1 : nil
    return ["\(size / 1000)", pages.map(String.init) ?? "", "\(words)"]
  }
}
