internal import Paths
package import System

extension OutputFolder {
  /// Makes these files as a build does, and no others; where one cannot be made, what was there before is left.
  package func make(_ files: [String: String]) throws -> Changes {
    do {
      for (name, text) in files.sorted(by: { $0.key < $1.key }) { try stage(SafePath(name), Array(text.utf8)) }
      let publication = try publish()
      publication.finish()
      return publication.changes
    } catch {
      discard()
      throw error
    }
  }
}
