internal import Content
internal import Diagnostics
internal import Markdown
internal import Paths
internal import Planning
package import System
internal import Tenders

/// A file that a build would make.
package struct PlannedFile: Sendable {
  /// Whether it goes to the council's own folder.
  package let isPrivate: Bool
  /// From the folder that it goes to.
  package let path: String
  /// “page”, “document”.
  package let kind: String
  package let title: String?
  package let readers: String
  /// The files of the content that it is made of, in the order of their names.
  let files: [String]
  /// What else, in words.
  let others: [String]

  /// Its path, what it is and for whom, and what it is made of: files of one folder together.
  package var words: String {
    let folders = files.reduce(into: [(folder: String, names: [String])]()) { folders, file in
      let folder = file.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      if folders.last?.folder != folder { folders.append((folder, [])) }
      folders[folders.count - 1].names.append(String(file.dropFirst(folder.count)))
    }
    let grouped = folders.flatMap { folder, names in
      if names.count == 1 { return [(folder + names[0]).asTerminalLine] }
      let list = TerminalText(style: .plain).wrapped(names.joined(separator: ", ").asTerminalLine)
      return [folder.asTerminalLine] + list.map { "  " + $0 }
    }
    let lines = grouped + others
    let about = kind + (title.map { " “\($0.asTerminalLine)”" } ?? "")
    let made = lines.enumerated().map { ($0.offset == 0 ? "    of " : "       ") + $0.element + "\n" }.joined()
    return "\n\(path.asTerminalLine)\n    \(about), for \(readers)\n\(made)"
  }
}

extension Job {
  /// What a build would make, in the order of the addresses; nothing is made.
  package func plan() async throws(SystemFault) -> (report: Report, files: [PlannedFile]) {
    let prepared = try await prepare()
    // Some pages stand by themselves, and name no file.
    let known = Set(prepared.loaded.files.map(\.source.name) + prepared.loaded.assets.map(\.place.file))
    let files = prepared.plan.artefacts.filter(makes).map { artefact in
      let ingredients = prepared.plan.ingredients(of: artefact)
      let own = ingredients.files.filter(known.contains)
      let others = own.isEmpty && ingredients.others.isEmpty ? ["words that every site has"] : ingredients.others
      return PlannedFile(
        isPrivate: artefact.recipe.isPrivate, path: artefact.address.file.text, kind: artefact.recipe.words,
        title: prepared.plan.title(of: artefact), readers: artefact.recipe.readers, files: own, others: others)
    }
    return (prepared.report, files.sorted { ($0.isPrivate ? 1 : 0, $0.path) < ($1.isPrivate ? 1 : 0, $1.path) })
  }

  /// The text of a file as it is published, a line for each part of it, with the words that it was made from. Nil where
  /// there is no such file.
  package func tree(of file: String) async throws(SystemFault) -> (report: Report, tree: String?) {
    // A draft is read as it would be published: whoever writes it wants to see it.
    var job = self
    job.drafts = true
    let prepared = try await job.prepare()
    let read = prepared.loaded.files.first { $0.source.name == file || $0.path == file }
    let tree = read.map { read in
      let tender = Location(path: read.path, isTrial: prepared.loaded.isTrial)?.tender
      let sources = prepared.loaded.sources
      let dump = TreeDump { place in sources[place.file].map { $0.text(in: place.range) } ?? place.file }
      return dump.text(prepared.plan.prose(read.path, in: tender))
    }
    return (prepared.report, tree)
  }
}
