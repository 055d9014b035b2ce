// embed OUTPUT FILE…: writes a Swift file that holds the texts of FILES by name. The build runs it; people do not.
import Foundation

let paths = CommandLine.arguments.dropFirst()
guard let output = paths.first else { fatalError("usage: embed OUTPUT FILE…") }

var swift = "/// The files of templates/, by name, as they were when the program was built.\n"
swift += "let builtInTemplates: [(name: String, text: String)] = [\n"
for path in paths.dropFirst() {
  let file = URL(fileURLWithPath: path)
  let text = try String(contentsOf: file, encoding: .utf8)
  precondition(!text.contains("\"####"), "\(path) holds the mark that ends an embedded text")
  swift += "(name: \"\(file.lastPathComponent)\", text: ####\"\"\"\n\(text)\n\"\"\"####),\n"
}
swift += "]\n"
try swift.write(toFile: output, atomically: true, encoding: .utf8)
