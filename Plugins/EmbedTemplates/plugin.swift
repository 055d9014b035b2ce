import Foundation
import PackagePlugin

/// Compiles templates/ into the program, so that it is one binary that searches for nothing. Each module gets what is
/// for its format.
@main struct EmbedTemplates: BuildToolPlugin {
  /// What is for another format than HTML, by the endings of files.
  private let moduleFor = ["typ": "TypstOutput", "yml": "OfficeOutput"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "templates")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { moduleFor[$0.pathExtension, default: "HTMLOutput"] == target.name }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTemplates.swift")
    return [
      .buildCommand(
        displayName: "Embedding templates", executable: try context.tool(named: "embed").url,
        arguments: ["templates", output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
    ]
  }
}
