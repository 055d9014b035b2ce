internal import Diagnostics
internal import Glibc

/// Where a user's own programs and their memory lie, outside every pack.
///
/// What is built may be anybody's proposal. So nothing that runs, and nothing that is published unseen, is taken from the
/// folder that is built: not the engines, and not what they made before. Only a person who names such a folder on the
/// command line may have it otherwise.
package struct UserFolders: Sendable {
  /// The folder that the command line names, for engines.
  private let named: String?
  /// The folders that hold what is built, without links.
  private let trees: [String]

  /// `content` is the folder of the pack.
  package init(engines named: String?, content: String) {
    self.named = named
    trees = [Self.tree(of: content), Self.checkout(of: ".")].compactMap(\.self)
  }

  /// Where the engines are: by the command line, by a variable, beside the program, in the user's data folder.
  package func engines() throws(SystemFault) -> String {
    if let named { return Folders.whereItWouldBe(named) }
    if let variable = Environment["TENDERPRESS_ENGINES"] {
      let folder = Folders.whereItWouldBe(variable)
      let isHere = isInTree(folder) || folder.isInside(Folders.whereItWouldBe("."))
      guard !isHere || !Files.exists(folder) else { throw .engineInTree(folder) }
      return folder
    }
    if let beside = Self.besideProgram, Files.exists(beside), !isInTree(beside) { return beside }
    guard let data = Self.folder("XDG_DATA_HOME", orBelowHome: ".local/share") else { throw .noHome }
    let folder = Folders.whereItWouldBe("\(data)/tenderpress/engines")
    guard !isInTree(folder) || !Files.exists(folder) else { throw .engineInTree(folder) }
    return folder
  }

  /// Where what engines made is kept; nil where nothing can be.
  package var cache: String? {
    guard let cache = Self.folder("XDG_CACHE_HOME", orBelowHome: ".cache") else { return nil }
    let folder = Folders.whereItWouldBe("\(cache)/tenderpress/typeset")
    return isInTree(folder) ? nil : folder
  }

  private func isInTree(_ folder: String) -> Bool { trees.contains { folder.isInside($0) } }

  /// The checkout that a folder lies in; where there is none, the folder that holds the content.
  private static func tree(of content: String) -> String? {
    if let checkout = checkout(of: content) { return checkout }
    let parent = Folders.whereItWouldBe("\(content)/..")
    return parent == "/" ? nil : parent
  }

  /// The outermost folder above that version control knows: an inner one may be a decoy.
  private static func checkout(of folder: String) -> String? {
    let path = Folders.whereItWouldBe(folder)
    return ([path] + path.foldersAbove).last { !$0.isEmpty && Files.exists("\($0)/.git") }
  }

  private static var besideProgram: String? {
    Files.realPath("/proc/self/exe")?.folderAbove.map { "\($0)/engines" }
  }

  /// A folder of the user's, as desktops name them; a relative one means nothing.
  private static func folder(_ variable: String, orBelowHome name: String) -> String? {
    if let named = Environment[variable], named.isAbsolute { return named }
    return Environment["HOME"].flatMap { $0.isAbsolute ? "\($0)/\(name)" : nil }
  }
}

extension SystemFault {
  fileprivate static func engineInTree(_ folder: String) -> SystemFault {
    SystemFault(
      .missingEngine,
      "this typesetter lies in the folder that is built, where whoever proposes a change could have put it",
      file: folder,
      help: "Keep it elsewhere: tools/install puts it into your data folder. If you trust this one, say --engines.")
  }

  fileprivate static let noHome = SystemFault(
    .missingEngine, "nobody says where the typesetter that makes PDFs is, and there is no home folder to look in",
    file: nil, help: "Name its folder with --engines, or leave PDFs out with --only html.")
}
