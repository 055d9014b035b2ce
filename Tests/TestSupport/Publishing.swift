internal import Paths
package import System

extension OutputFolder {
  /// Hands files over as a build does; where one cannot be, what was there before is left.
  package func stage(_ files: [String: String]) throws {
    do {
      for (name, text) in files.sorted(by: { $0.key < $1.key }) { try stage(SafePath(name), Array(text.utf8)) }
    } catch {
      discard()
      throw error
    }
  }

  /// Makes these files as a build does, and no others.
  package func make(_ files: [String: String]) throws -> Changes {
    try stage(files)
    return try Publication.publish(self)
  }
}
