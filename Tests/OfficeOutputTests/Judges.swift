import Archives
import Foundation
import FoundationXML

/// Other people's programs, which say whether a file is what it claims to be.
enum Judges {
  static func text(ofPandoc bytes: [UInt8], _ ending: String) throws -> [String] {
    try inFolder { folder in
      let file = folder.appending(path: "file.\(ending)")
      try Data(bytes).write(to: file)
      let output = folder.appending(path: "file.txt")
      try run("pandoc", ["--from", ending, "--to", "plain", "--wrap", "none", "-o", output.path, file.path])
      return try String(contentsOf: output, encoding: .utf8).asWords
    }
  }

  /// A file on paper.
  struct Printed {
    /// What stands on the pages, in whatever order.
    let words: [String]
    /// The sizes of the pages in points, in their order.
    let pages: [String]
  }

  /// What LibreOffice makes of files. It is started once for all of them, which is most of the time that it takes.
  static func printed(byLibreOffice files: [(bytes: [UInt8], ending: String)]) throws -> [Printed] {
    try inFolder { folder in
      let paths = try files.enumerated().map { index, file in
        let path = folder.appending(path: "file\(index).\(file.ending)")
        try Data(file.bytes).write(to: path)
        return path.path
      }
      let profile = "-env:UserInstallation=file://\(folder.path)/profile"
      try run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder.path] + paths)
      return try files.indices.map { index in
        let pdf = folder.appending(path: "file\(index).pdf").path
        // In the order of drawing: the other way, a hyphen at the end of a line is taken for one that broke a word.
        let words = try run("pdftotext", ["-raw", pdf, "-"]).asWords
        let about = try run("pdfinfo", ["-l", "1000", pdf]).split(separator: "\n")
        let sizes = about.filter { $0.hasPrefix("Page ") && $0.contains("size:") }.map { line in
          String(line.split(separator: ":").last ?? "").trimmingCharacters(in: .whitespaces)
        }
        return Printed(words: words, pages: sizes)
      }
    }
  }

  struct Refusal: Error { let words: String }

  @discardableResult
  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let words = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Refusal(words: "\(program): \(String(decoding: complaint, as: UTF8.self))")
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static func inFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenderpress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder)
  }
}

/// Every part of a file that is XML, read by a parser that is not ours.
func readXML(_ bytes: [UInt8]) throws {
  for entry in try Archive(reading: bytes).entries where entry.name.hasSuffix("xml") || entry.name.hasSuffix("rels") {
    let parser = XMLParser(data: Data(entry.bytes))
    guard parser.parse() else {
      throw Judges.Refusal(words: "\(entry.name): \(parser.parserError.map { "\($0)" } ?? "")")
    }
  }
}
