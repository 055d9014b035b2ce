import Archives
import Foundation
import Testing

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

  /// What stands on the pages that LibreOffice makes of a file, in whatever order.
  static func words(ofLibreOffice bytes: [UInt8], _ ending: String) throws -> [String] {
    try inFolder { folder in
      let file = folder.appending(path: "file.\(ending)")
      try Data(bytes).write(to: file)
      let profile = "-env:UserInstallation=file://\(folder.path)/profile"
      try run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder.path, file.path])
      // In the order of drawing: the other way, a hyphen at the end of a line is taken for one that broke a word.
      return try run("pdftotext", ["-raw", folder.appending(path: "file.pdf").path, "-"]).asWords
    }
  }

  /// The sizes in points of the pages that LibreOffice makes of files of one kind, in their order.
  static func pages(ofLibreOffice files: [[UInt8]], _ ending: String) throws -> [[String]] {
    try inFolder { folder in
      let paths = try files.enumerated().map { index, bytes in
        let path = folder.appending(path: "file\(index).\(ending)")
        try Data(bytes).write(to: path)
        return path.path
      }
      let profile = "-env:UserInstallation=file://\(folder.path)/profile"
      try run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder.path] + paths)
      return try files.indices.map { index in
        let words = try run("pdfinfo", ["-l", "1000", folder.appending(path: "file\(index).pdf").path])
        return words.split(separator: "\n").filter { $0.hasPrefix("Page ") && $0.contains("size:") }.map { line in
          String(line.split(separator: ":").last ?? "").trimmingCharacters(in: .whitespaces)
        }
      }
    }
  }

  /// Every part of a file that is XML, read by a parser.
  static func readXML(_ bytes: [UInt8]) throws {
    for entry in try Archive(reading: bytes).entries where entry.name.hasSuffix("xml") || entry.name.hasSuffix("rels") {
      try inFolder { folder in
        let file = folder.appending(path: "part.xml")
        try Data(entry.bytes).write(to: file)
        try run("xmllint", ["--noout", "--huge", file.path])
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
