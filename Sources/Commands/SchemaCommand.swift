internal import ArgumentParser
internal import Building
internal import System

struct SchemaCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the keys of a kind of file, for editors.",
    discussion: """
      Prints a JSON Schema. An editor that is told of it completes keys as you type, and marks those that are wrong.

        tenderpress schema tender > tender.json
        tenderpress schema keys   every key of every kind of file, as a page to read
      """)

  @Argument(help: ArgumentHelp("The kind of file: \(Scaffold.schemaKinds.joined(separator: ", ")).", valueName: "kind"))
  var kind: String

  func run(in world: World) throws {
    guard let schema = Scaffold.schema(of: kind) else {
      throw ValidationError(
        "There is no kind “\(kind)”. The kinds are: \(Scaffold.schemaKinds.joined(separator: ", ")).")
    }
    world.terminal.print(schema)
  }
}
