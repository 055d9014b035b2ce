internal import Paths

/// All that a machine knows by paths as people write them: from the folder in which the program was started, or from the
/// root. What lies below a folder is asked of the folder that was opened.
package protocol Disk: Sendable {
  /// The path with every link and `..` followed. Throws `.missing` for nothing.
  func realPath(_ path: String) throws(Errno) -> String
  /// Whether a path is itself a link, wherever it leads.
  func isLink(_ path: String) throws(Errno) -> Bool
  /// Opens a folder. A link to it is followed: it is the person's who named it.
  func open(_ path: String) throws(Errno) -> any Folder
  func makeFolder(_ path: String) throws(Errno)
  /// A folder with nothing in it.
  func removeFolder(_ path: String) throws(Errno)
}

extension Disk {
  /// The same as `realPath`; nil where there is nothing.
  func find(_ path: String) throws(SystemFault) -> String? {
    do throws(Errno) {
      return try realPath(path)
    } catch .missing {
      return nil
    } catch .notAFolder {
      return nil
    } catch {
      throw .failed(.unreadable, to: "read", path, error: error)
    }
  }

  /// Whether there is something. That it cannot be known is a fault, since who takes it for nothing leaves it out.
  package func holds(_ path: String) throws(SystemFault) -> Bool { try find(path) != nil }

  /// Opens a folder that is read.
  package func source(_ path: String) throws(SystemFault) -> any Folder {
    do throws(Errno) {
      return try open(path)
    } catch {
      throw .failed(.unreadable, to: "read", path, error: error)
    }
  }

  /// Opens a folder that is written into, and makes it where it is not there: with the folders that were made for it, the
  /// outermost first.
  func target(_ path: String) throws(SystemFault) -> (folder: any Folder, made: [String]) {
    let made = try makeFolders(path)
    do throws(Errno) {
      return (try open(path), made)
    } catch {
      remove(made)
      throw .failed(.unwritable, to: "write into", path, error: error)
    }
  }

  private func makeFolders(_ path: String) throws(SystemFault) -> [String] {
    if try holds(path) { return [] }
    let above = path.folderAbove.flatMap { $0.isEmpty ? nil : $0 }
    let made = try above.map { path throws(SystemFault) in try makeFolders(path) } ?? []
    do throws(Errno) {
      try makeFolder(path)
      return made + [path]
    } catch .alreadyThere {
      // A link that leads to nothing; or somebody else was quicker, which opening it shows.
      return made
    } catch {
      remove(made)
      throw .failed(.unwritable, to: "make", path, error: error)
    }
  }

  /// Writes new files below a folder, and the folders on the way. Never writes over one, nor through a link; where one
  /// cannot be written, none is left.
  package func create(_ texts: [String: String], in path: String) throws(SystemFault) {
    let (folder, made) = try target(path)
    var files = NewFiles(in: folder, named: path)
    do throws(SystemFault) {
      for (file, text) in texts.sorted(by: { $0.key < $1.key }) { try files.write(Array(text.utf8), to: file) }
    } catch {
      files.undo()
      remove(made)
      throw error
    }
  }

  /// Takes away folders that were made in vain, the outermost of which is first.
  func remove(_ folders: [String]) {
    for folder in folders.reversed() { try? removeFolder(folder) }
  }

  /// Where a folder is, or would be if it were made: without links, and without `..` even where nothing is there yet.
  func whereItWouldBe(_ path: String) throws(SystemFault) -> String {
    var steps = path.isAbsolute ? [] : (try find(".") ?? "").steps.filter { !$0.isEmpty }
    for step in path.steps where step != "." && !step.isEmpty {
      if step == ".." {
        steps = Array(steps.dropLast())
      } else {
        let next = "/" + (steps + [step]).joined(separator: "/")
        steps = (try find(next) ?? next).steps.filter { !$0.isEmpty }
      }
    }
    return "/" + steps.joined(separator: "/")
  }

  /// A folder that nobody named may not be a link: whoever proposes a change could have made it lead anywhere.
  package func refuseLink(_ path: String, option: String) throws(SystemFault) {
    guard try holdsLink(path) else { return }
    throw SystemFault(
      .symbolicLink, "“\(path)” is a symbolic link, and nobody asked for it by name", file: path,
      help: "If you made it, say so: \(option) \(path)")
  }

  /// Whether there is a link, wherever it leads.
  package func holdsLink(_ path: String) throws(SystemFault) -> Bool {
    do throws(Errno) {
      return try isLink(path)
    } catch .missing {
      return false
    } catch {
      throw .failed(.unreadable, to: "read", path, error: error)
    }
  }
}

extension String {
  /// True for a path at or below a folder; both without links.
  func isInside(_ folder: String) -> Bool {
    let steps = folder.steps.filter { !$0.isEmpty }
    return self.steps.filter { !$0.isEmpty }.prefix(steps.count).elementsEqual(steps) { $0.utf8.elementsEqual($1.utf8) }
  }

  var isAbsolute: Bool { utf8.first == UInt8(ascii: "/") }

  /// The folder that a path lies in; nil for a path of one step.
  var folderAbove: String? {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) }
  }

  /// Every folder that a relative path lies in, the nearest first.
  package var foldersAbove: [String] { Array(sequence(first: self) { $0.folderAbove }.dropFirst()) }
}
