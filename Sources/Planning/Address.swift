internal import Diagnostics
internal import Escaping
package import Paths
package import Tenders

/// Where a file of the site lies, from the site's root, with `/`.
package struct Address: Sendable, Hashable, Comparable {
  package let file: SafePath
  /// For a page that a server shows at any address: what its links begin with, such as `/` or `/tenders/`.
  package let root: String?

  /// Whether it lies in the folder that holds the site's, as the documents of an offline copy do. It can be linked to, and
  /// no file is made there.
  package let isAbove: Bool

  package var path: String { isAbove ? "../" + file.text : file.text }

  package init(_ file: SafePath, shownAnywhereBelow root: String? = nil, isAbove: Bool = false) {
    (self.file, self.root, self.isAbove) = (file, root, isAbove)
  }

  /// Of steps that this program names itself, or that were looked at when the content was read.
  package init(_ path: String, shownAnywhereBelow root: String? = nil, isAbove: Bool = false) {
    do {
      self.init(try SafePath(path), shownAnywhereBelow: root, isAbove: isAbove)
    } catch {
      preconditionFailure("“\(path)” is no address: \(error)")
    }
  }

  /// The old address of a page, as an author writes it or copies it from a browser: `guidance/old`, `/old.html`.
  init(alias: String) throws(PathFault) {
    var path = alias[...]
    if path.hasPrefix("/") { path.removeFirst() }
    if path.hasSuffix("/") { path.removeLast() }
    self.init(try SafePath(path.hasSuffix(".html") ? String(path) : "\(path)/index.html"))
  }

  /// The page of a folder: `tenders/day-service/vision`, or nothing for the home page.
  package static func page(_ folders: String...) -> Address {
    Address((folders.filter { !$0.isEmpty } + ["index.html"]).joined(separator: "/"))
  }

  /// How a page at this address writes a link to another: relative, so that the site works below any address and from
  /// a folder on a disk.
  package func href(to other: Address, fragment: String? = nil) -> String {
    href(to: other.path, fragment: fragment)
  }

  /// The same, by the other's path, as links in texts hold it.
  package func href(to other: String, fragment: String?) -> String {
    if other == path, let fragment { return "#" + fragment.percentEncoded }
    if let root {
      let steps = other.split(separator: "/").map { String($0).percentEncoded }
      return root + steps.joined(separator: "/") + (fragment.map { "#" + $0.percentEncoded } ?? "")
    }
    return other.relative(to: path) + (fragment.map { "#" + $0.percentEncoded } ?? "")
  }

  /// Addresses that some file system or server would take for the same one.
  var collisionKey: String { path.lowercased() }

  package static func < (left: Address, right: Address) -> Bool { left.path < right.path }
}

extension String {
  /// This path as a link in a file at another path writes it.
  func relative(to other: String) -> String {
    let own = other.split(separator: "/").dropLast()
    let target = split(separator: "/")
    let shared = zip(own, target.dropLast()).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: own.count - shared) + target.dropFirst(shared).map(String.init)
    return steps.map { $0.percentEncoded }.joined(separator: "/")
  }
}

extension Site {
  /// Where a file of the site is found on the web; nil where nobody has said where the site will be. A page is published by
  /// the address of its folder.
  package func webAddress(of address: Address, fragment: String? = nil) -> String? {
    webAddress(of: address.path, fragment: fragment)
  }

  /// The same, by its path, as links in texts hold it.
  func webAddress(of path: String, fragment: String?) -> String? {
    guard var base = baseURL?.value else { return nil }
    while base.hasSuffix("/") { base.removeLast() }
    var steps = path.split(separator: "/").map { String($0).percentEncoded }
    if steps.last == "index.html" { steps[steps.count - 1] = "" }
    return ([base] + steps).joined(separator: "/") + (fragment.map { "#" + $0.percentEncoded } ?? "")
  }
}
