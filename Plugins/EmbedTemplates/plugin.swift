import Foundation
import PackagePlugin

/// Compiles templates/ into the program, so that it is one binary that searches for nothing.
@main struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "templates")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTemplates.swift")
    return [
      .buildCommand(
        displayName: "Embedding templates", executable: try context.tool(named: "embed").url,
        arguments: ["templates", output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
    ]
  }
}
