internal import ArgumentParser
internal import Building
internal import System

struct New: Subcommand {
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

  func run(in world: World) throws {
    try world.settle([.site, .private])
    let scaffold = Scaffold(
      kind: kind, name: name.joined(separator: " "), tender: tender, content: content, on: world.disk)
    switch try scaffold.begin() {
    case .files(let paths):
      world.terminal.print(
        paths.map { "wrote \($0)\n" }.joined() + "Next: open it, write, and run: tenderpress check\n")
    case .lines(let lines, let path): world.terminal.print("Add these lines to \(path):\n\n\(lines)")
    case .refused(let reason): throw ValidationError(reason)
    }
  }
}
