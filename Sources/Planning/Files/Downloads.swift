package import Tenders

/// A file of a pack that people may take with them.
package struct Download: Sendable {
  package let document: PackDocument
  package let format: DocumentFormat
  package let address: Address
  /// Nil as long as the file has not been made.
  package let facts: FileFacts?

  /// “PDF, 12 pages, 340 kB”.
  package var words: String { FileFacts.words(facts, format: format.rawValue) }
}

/// The files that people may take with them, with what is known of those that are made.
package struct Downloads: Sendable {
  let artefacts: Artefacts
  let facts: [Address: FileFacts]

  /// What is known of a file, once it is made.
  package subscript(address: Address) -> FileFacts? { facts[address] }

  /// Those of a tender, in the order in which a provider needs them.
  package func of(tender: String) -> [Download] {
    let documents = artefacts.of(tender: tender).compactMap { artefact -> Download? in
      guard case .document(_, let document, let format) = artefact.recipe, !document.isPrivate else { return nil }
      return Download(document: document, format: format, address: artefact.address, facts: facts[artefact.address])
    }
    return PackDocument.allCases.flatMap { document in
      document.formats.flatMap { format in documents.filter { ($0.document, $0.format) == (document, format) } }
    }
  }

  /// All guidance for an audience in one file.
  package func booklet(for audience: Audience) -> (address: Address, facts: FileFacts?)? {
    artefacts[.guidance(audience)].map { ($0.address, facts[$0.address]) }
  }

  /// The checksums of what can be downloaded of a tender, a line a file, as common programs check them.
  package func sums(of tender: String) -> String {
    let folder = "tenders/\(tender)/"
    let lines = artefacts.of(tender: tender).compactMap { artefact in
      let path = artefact.address.path
      return path.hasPrefix(folder) ? facts[artefact.address].map { (path.dropFirst(folder.count), $0.sha256) } : nil
    }
    return lines.sorted { $0.0 < $1.0 }.map { "\($0.1)  \($0.0)\n" }.joined()
  }

  /// The pack as one file, with its size.
  package func archive(of tender: String) -> (address: Address, facts: FileFacts?)? {
    artefacts[.archive(tender: tender)].map { ($0.address, facts[$0.address]) }
  }
}
