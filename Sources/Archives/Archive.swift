/// Files under one name: a ZIP archive, in memory. The same entries make the same bytes on every day and in every zone.
package struct Archive: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    /// A relative path with `/`.
    package let name: String
    package let bytes: [UInt8]
    /// Whether its bytes are made smaller. What is small already, such as a picture, is only stored.
    package let isDeflated: Bool

    package init(_ name: String, _ bytes: [UInt8], isDeflated: Bool = true) {
      (self.name, self.bytes, self.isDeflated) = (name, bytes, isDeflated)
    }
  }

  /// In the order in which they stand in the file.
  package var entries: [Entry]

  package init(_ entries: [Entry] = []) { self.entries = entries }

  package subscript(name: String) -> [UInt8]? { entries.first { $0.name == name }?.bytes }
}

/// Why an archive cannot be written or read.
package enum ArchiveFault: Error, Equatable {
  /// A name that is empty, absolute, leads out of its folder, or holds what a file's name must not hold.
  case name(String)
  case sameName(String)
  case tooManyEntries(Int)
  /// More bytes, unpacked, than are allowed: those of one entry or of all of them.
  case tooLarge(String)
  case encrypted(String)
  /// What the library said.
  case broken(String)
}

extension Archive {
  /// What a name must be, so that it can be unpacked on any disk and never outside its folder.
  static func check(_ names: [String]) throws(ArchiveFault) {
    var seen: Set<String> = []
    for name in names {
      let steps = name.split(separator: "/", omittingEmptySubsequences: false)
      let isPlain = steps.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      let isClean = name.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7F && !"\\:".unicodeScalars.contains($0)
      }
      guard isPlain, isClean, name.utf8.count <= 1_000 else { throw .name(name) }
      // Many disks take upper and lower case for the same.
      guard seen.insert(name.lowercased()).inserted else { throw .sameName(name) }
    }
  }
}
