// embed templates|rules|holidays OUTPUT FILE…: writes a Swift file that holds the texts of FILES. The build runs it; people do not.
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else { fatalError("usage: embed templates|rules|holidays OUTPUT FILE…") }
let files = arguments.dropFirst(2).map { URL(fileURLWithPath: $0) }

/// An array of the files' names and texts.
func texts() throws -> String {
  try files.map { file in
    let text = try String(contentsOf: file, encoding: .utf8)
    precondition(!text.contains("\"####"), "\(file.path) holds the mark that ends an embedded text")
    return "(name: \"\(file.lastPathComponent)\", text: ####\"\"\"\n\(text)\n\"\"\"####),\n"
  }.joined()
}

/// `W02-price-too-heavy.md` is the page of the rule `priceTooHeavy`.
func ruleName(_ file: URL) -> String {
  let words = file.deletingPathExtension().lastPathComponent.split(separator: "-").dropFirst()
  return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

let swift: String
switch arguments[0] {
case "templates":
  swift = """
    /// The files of templates/, by name, as they were when the program was built.
    let builtInTemplates: [(name: String, text: String)] = [
    \(try texts())]

    """
case "rules":
  swift = """
    extension Rule {
      /// Every rule, in the order of the names of their pages.
      package static let all: [Rule] = [\(files.map { "." + ruleName($0) }.joined(separator: ", "))]

      /// The page of each, in the same order.
      static let pageTexts: [(name: String, text: String)] = [
    \(try texts())]
    }

    """
case "holidays":
  swift = """
    /// The public holidays of each nation, by the names of their files.
    let holidayTexts: [(name: String, text: String)] = [
    \(try texts())]

    """
default: fatalError("“\(arguments[0])” is nothing to embed")
}
try swift.write(toFile: arguments[1], atomically: true, encoding: .utf8)
