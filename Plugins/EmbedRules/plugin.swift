import Foundation
import PackagePlugin

/// Compiles the pages of the rules into the program, and makes the list of all rules from them.
@main struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Rules")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let pages = names.filter { $0.hasSuffix(".md") }.map { folder.appending(path: $0) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "AllRules.swift")
    return [
      .buildCommand(
        displayName: "Embedding the pages of the rules", executable: try context.tool(named: "embed").url,
        arguments: ["rules", output.path] + pages.map(\.path), inputFiles: pages, outputFiles: [output])
    ]
  }
}
