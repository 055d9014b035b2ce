internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import System

struct Explain: Subcommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a code means, why it matters and what to do.",
    discussion: """
        tenderpress explain W02   the page of a rule, with an example of wrong and right
        tenderpress explain       every rule, and every threshold that site.yml may change
      """)

  @Argument(help: ArgumentHelp("The code, as a report shows it, or the name of a rule.", valueName: "code"))
  var code: String?

  func run(in world: World) throws {
    let explanation = Explanation(style: world.terminal.outputStyle)
    guard let code else { return world.terminal.print(explanation.list) }
    guard let text = explanation.text(code) else {
      throw ValidationError("There is no code “\(code)”. `tenderpress explain` lists them.")
    }
    world.terminal.print(text)
  }
}
