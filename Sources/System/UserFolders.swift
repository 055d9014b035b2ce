internal import Diagnostics

/// Where a user's own programs and their memory lie, outside every pack.
///
/// What is built may be anybody's proposal. So nothing that runs, and nothing that is published unseen, is taken from the
/// folder that is built: not the engines, and not what they made before. Only a person who names such a folder on the
/// command line may have it otherwise.
package struct UserFolders: Sendable {
  private let world: World
  /// The folder that the command line names, for engines.
  private let named: String?
  /// The folders that hold what is built, without links.
  private let trees: [String]

  /// `content` is the folder of the pack.
  package init(engines named: String?, content: String, in world: World) throws(SystemFault) {
    (self.named, self.world) = (named, world)
    trees = [try Self.tree(of: content, on: world.disk), try Self.checkout(of: ".", on: world.disk)]
      .compactMap(\.self)
  }

  /// Where the engines are: by the command line, by a variable, beside the program, in the user's data folder.
  package func engines() throws(SystemFault) -> String {
    let disk = world.disk
    if let named { return try disk.whereItWouldBe(named) }
    if let variable = world.environment["TENDERPRESS_ENGINES"] {
      let folder = try disk.whereItWouldBe(variable)
      let here = try disk.whereItWouldBe(".")
      return try refused(folder, where: isInTree(folder) || folder.isInside(here))
    }
    if let beside = try besideProgram, !isInTree(beside), try disk.holds(beside) { return beside }
    guard let data = folder("XDG_DATA_HOME", orBelowHome: ".local/share") else { throw .noHome }
    let folder = try disk.whereItWouldBe("\(data)/tenderpress/engines")
    return try refused(folder, where: isInTree(folder))
  }

  /// A folder; where it must not be, and is there, a fault.
  private func refused(_ folder: String, where isRefused: Bool) throws(SystemFault) -> String {
    if isRefused, try world.disk.holds(folder) { throw .engineInTree(folder) }
    return folder
  }

  /// What engines made before; nil where nothing can be kept.
  package func cache() throws(SystemFault) -> Cache? {
    guard let cache = folder("XDG_CACHE_HOME", orBelowHome: ".cache") else { return nil }
    let folder = try world.disk.whereItWouldBe("\(cache)/tenderpress/typeset")
    return isInTree(folder) ? nil : Cache(folder, on: world.disk)
  }

  private func isInTree(_ folder: String) -> Bool { trees.contains { folder.isInside($0) } }

  /// The checkout that a folder lies in; where there is none, the folder that holds the content.
  private static func tree(of content: String, on disk: any Disk) throws(SystemFault) -> String? {
    if let checkout = try checkout(of: content, on: disk) { return checkout }
    let parent = try disk.whereItWouldBe("\(content)/..")
    return parent == "/" ? nil : parent
  }

  /// The outermost folder above that version control knows: an inner one may be a decoy.
  private static func checkout(of folder: String, on disk: any Disk) throws(SystemFault) -> String? {
    let path = try disk.whereItWouldBe(folder)
    var outermost: String?
    for above in [path] + path.foldersAbove where !above.isEmpty {
      if try disk.holds("\(above)/.git") { outermost = above }
    }
    return outermost
  }

  private var besideProgram: String? {
    get throws(SystemFault) { try world.disk.find("/proc/self/exe")?.folderAbove.map { "\($0)/engines" } }
  }

  /// A folder of the user's, as desktops name them; a relative one means nothing.
  private func folder(_ variable: String, orBelowHome name: String) -> String? {
    if let named = world.environment[variable], named.isAbsolute { return named }
    return world.environment["HOME"].flatMap { $0.isAbsolute ? "\($0)/\(name)" : nil }
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
