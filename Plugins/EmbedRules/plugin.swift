import Foundation
import PackagePlugin

/// Compiles the pages of the rules into the program, and makes the list of all rules from them. The public holidays that
/// a rule looks at are compiled in too.
@main struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let pages = try files(of: "Rules", ending: ".md", in: target)
    let holidays = try files(of: "Holidays", ending: ".txt", in: target)
    return [
      try embedding("rules", pages, in: "AllRules.swift", context),
      try embedding("holidays", holidays, in: "AllHolidays.swift", context),
    ]
  }

  private func files(of folder: String, ending: String, in target: any Target) throws -> [URL] {
    let folder = target.directoryURL.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(ending) }.map { folder.appending(path: $0) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private func embedding(_ what: String, _ files: [URL], in name: String, _ context: PluginContext) throws -> Command {
    let output = context.pluginWorkDirectoryURL.appending(path: name)
    return .buildCommand(
      displayName: "Embedding the \(what)", executable: try context.tool(named: "embed").url,
      arguments: [what, output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
  }
}
