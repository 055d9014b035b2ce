package import Tenders

/// The order in which files are made: each may use what is known of those before it.
package enum Layer: Int, Sendable, CaseIterable {
  case documents, pages, archives, sums
}

/// What `--only` names.
package enum Output: String, Sendable, CaseIterable {
  case html, pdf, odt, docx, xlsx, csv, zip
}

extension Artefact.Recipe {
  package var layer: Layer {
    switch self {
    case .document, .guidance, .reportPage, .report: .documents
    case .page, .style, .icon, .calendar, .feed, .sitemap, .redirect, .asset, .packData: .pages
    case .archive: .archives
    case .sums: .sums
    }
  }

  package var output: Output {
    switch self {
    case .page, .style, .icon, .calendar, .feed, .sitemap, .redirect, .asset, .reportPage: .html
    case .guidance: .pdf
    case .document(_, _, let format), .report(_, let format):
      switch format {
      case .pdf: .pdf
      case .odt: .odt
      case .docx: .docx
      case .xlsx: .xlsx
      case .csv: .csv
      }
    case .packData: .csv
    case .archive, .sums: .zip
    }
  }

  /// Whether people keep it as a file: its size is told, and its checksum is listed.
  package var isDownload: Bool {
    switch self {
    case .document, .guidance, .packData, .archive, .asset: true
    case .page, .style, .icon, .calendar, .feed, .sitemap, .redirect, .sums, .reportPage, .report: false
    }
  }

  /// Whether it goes to the council's own folder and never to the site.
  package var isPrivate: Bool {
    switch self {
    case .document(_, let document, _): document.isPrivate
    case .reportPage, .report: true
    case .page, .style, .icon, .calendar, .feed, .sitemap, .redirect, .asset, .guidance, .packData, .archive, .sums:
      false
    }
  }

  var isRedirect: Bool { if case .redirect = self { true } else { false } }

  /// The booklet that it is a format of.
  package var booklet: BookletName? {
    switch self {
    case .document(let tender, let document, .pdf), .document(let tender, let document, .odt),
      .document(let tender, let document, .docx):
      .pack(tender: tender, document)
    case .guidance(let audience): .guidance(audience)
    case .report(let tender, _): .report(tender: tender)
    case .document(_, _, .xlsx), .document(_, _, .csv), .page, .style, .icon, .calendar, .feed, .sitemap, .redirect,
      .asset,
      .reportPage, .packData, .archive, .sums:
      nil
    }
  }
}

extension Tender {
  /// Where its documents lie: on the site, above an offline copy, or in the council's own folder.
  func address(of document: PackDocument, _ format: DocumentFormat, isOffline: Bool = false) -> Address {
    let name = "\(document.rawValue).\(format.rawValue)"
    if document.isPrivate { return Address("\(id)/\(name)") }
    return isOffline ? Address(name, isAbove: true) : Address("tenders/\(id)/documents/\(name)")
  }
}

extension Audience {
  package var bookletAddress: Address { Address("guidance/guidance-for-\(rawValue).pdf") }
}
