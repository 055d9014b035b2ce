import Archives
import Foundation
import SpreadsheetOutput

/// A folder for files, and LibreOffice to open them with.
final class Office {
  let folder = FileManager.default.temporaryDirectory.appending(path: "tenderpress-sheets-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ workbook: Workbook, _ name: String = "book") throws -> Data {
    let file = folder.appending(path: name + ".xlsx")
    try SpreadsheetOutput.write(workbook, to: file.path)
    return try Data(contentsOf: file)
  }

  /// The parts of a file that was written, by their names.
  func parts(_ name: String = "book") throws -> [String: String] {
    let file = try Data(contentsOf: folder.appending(path: name + ".xlsx"))
    return try Archive(reading: Array(file)).entries.reduce(into: [:]) { parts, entry in
      parts[entry.name] = String(decoding: entry.bytes, as: UTF8.self)
    }
  }

  /// What LibreOffice works out: the cells of each sheet of each file, whatever results stand in it. The names of the files
  /// hold no hyphen.
  func recalculated(_ names: [String]) throws -> [String: [String: [[String]]]] {
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """
    let profile = folder.appending(path: "profile/user")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: profile.appending(path: "registrymodifications.xcu"))
    let tables = folder.appending(path: "tables")
    let files = names.map { folder.appending(path: $0 + ".xlsx").path }
    try run(
      [
        "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1", "--outdir", tables.path,
      ] + files)
    return try FileManager.default.contentsOfDirectory(atPath: tables.path).reduce(into: [:]) { books, file in
      let parts = file.dropLast(4).split(separator: "-", maxSplits: 1).map(String.init)
      let text = try String(contentsOf: tables.appending(path: file), encoding: .utf8)
      books[parts[0], default: [:]][parts[1]] = text.cells
    }
  }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(command: arguments[0]) }
  }

  /// A program that is missing (`tools/install --for-tests` installs it) or that failed.
  struct Failure: Error {
    let command: String
  }
}

extension String {
  /// The cells of a CSV file.
  fileprivate var cells: [[String]] {
    var (rows, row, cell, isQuoted) = ([[String]](), [String](), "", false)
    var rest = Array(unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"":
        cell.append("\"")
        rest.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return cell.isEmpty && row.isEmpty ? rows : rows + [row + [cell]]
  }
}
