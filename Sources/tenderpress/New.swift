import ArgumentParser
import Building
import System

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a new file, with notes that say what to write.",
    discussion: """
        tenderpress new site Mytown Council
        tenderpress new tender day-service
        tenderpress new question who-decides --tender day-service

      Nothing that is there already is written over. A new tender is a draft: it may stay unfinished, and is published \
      only with --drafts.
      """)

  @Argument(help: ArgumentHelp("What to begin: \(Scaffold.kinds.joined(separator: ", ")).", valueName: "kind"))
  var kind: String

  @Argument(
    help: ArgumentHelp(
      "Its name. For a site, the name of the council; else lower case letters, digits and hyphens.", valueName: "name"))
  var name: [String]

  @Option(help: ArgumentHelp("The tender that it belongs to, where you have several.", valueName: "tender"))
  var tender: String?

  @Option(help: ArgumentHelp("The folder with your content.", valueName: "folder"))
  var content = "content"

  func run() throws {
    let scaffold = Scaffold(kind: kind, name: name.joined(separator: " "), tender: tender, content: content)
    switch try scaffold.begin() {
    case .files(let paths):
      Terminal.print(paths.map { "wrote \($0)\n" }.joined() + "Next: open it, write, and run: tenderpress check\n")
    case .lines(let lines, let path): Terminal.print("Add these lines to \(path):\n\n\(lines)")
    case .refused(let reason): throw ValidationError(reason)
    }
  }
}
