/// What a file of content is. A folder is a kind; a kind has one schema.
package enum Kind: String, Sendable, CaseIterable {
  case site, home
  /// A page of the site itself, such as what is done with people's data.
  case sitePage = "site-page"
  case guidance, term, outcome
  case qualityCharacteristic = "quality-characteristic"
  case scale, matrix
  case caseStudy = "case-study"
  case shared, tender, question, clarification, amendment, form
  /// A page of a pack that an author writes, such as the vision.
  case packPage = "page"
  /// A Markdown file of a trial, where nothing is known but that it is a page.
  case plain

  /// Whether its files stand on pages beside others of their kind, and are no pages themselves.
  package var isEntry: Bool {
    switch self {
    case .term, .outcome, .qualityCharacteristic, .scale, .matrix, .question, .clarification, .amendment, .form: true
    case .site, .home, .sitePage, .guidance, .caseStudy, .shared, .tender, .packPage, .plain: false
    }
  }

  /// As messages name one of them.
  package var words: String {
    switch self {
    case .site: "a site"
    case .home: "a home page"
    case .sitePage: "a page of the site"
    case .guidance: "a guidance page"
    case .term: "a glossary term"
    case .outcome: "an outcome"
    case .qualityCharacteristic: "a quality characteristic"
    case .scale: "a scale"
    case .matrix: "a matrix"
    case .caseStudy: "a case study"
    case .question: "a question"
    case .clarification: "a clarification"
    case .amendment: "an amendment"
    case .form: "a form"
    case .shared: "a shared text"
    case .tender: "a tender"
    case .packPage: "a page of a tender"
    case .plain: "a page"
    }
  }
}

/// Where a file stands in the content folder, and so what it is.
package struct Location: Sendable, Hashable {
  package let kind: Kind
  /// The name that other files know it by.
  package let id: String
  /// The tender whose folder holds it, if one does.
  package let tender: String?

  /// Nil where no kind lives at that path. In a trial every Markdown file is a plain page.
  package init?(path: String, isTrial: Bool) {
    let parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last, let name = file.withoutMarkdownEnding ?? (path == "site.yml" ? "site" : nil) else {
      return nil
    }
    if isTrial {
      self.init(.plain, path)
      return
    }
    switch (parts.count, parts[0]) {
    case (1, "site.yml"): self.init(.site, name)
    case (1, "index.md"): self.init(.home, name)
    case (2..., "guidance"): self.init(.guidance, path)
    case (2, _):
      guard let kind = Self.libraries[parts[0]] else { return nil }
      self.init(kind, name)
    case (3, "tenders") where file == "tender.md": self.init(.tender, parts[1], in: parts[1])
    case (3, "tenders"): self.init(.packPage, name, in: parts[1])
    case (4, "tenders"):
      guard let kind = Self.libraries[parts[2]] ?? Self.ofTenders[parts[2]], kind != .shared, kind != .caseStudy,
        kind != .sitePage
      else {
        return nil
      }
      self.init(kind, name, in: parts[1])
    default: return nil
    }
  }

  private init(_ kind: Kind, _ id: String, in tender: String? = nil) {
    (self.kind, self.id, self.tender) = (kind, id, tender)
  }

  /// The folders whose files are known by their names, in the library and, but for shared texts, in a tender.
  private static let libraries: [String: Kind] = [
    "glossary": .term, "outcomes": .outcome, "quality-characteristics": .qualityCharacteristic, "shared": .shared,
    "scales": .scale, "matrices": .matrix, "case-studies": .caseStudy,
    "pages": .sitePage,
  ]

  /// The folders that only a tender has.
  private static let ofTenders: [String: Kind] = [
    "questions": .question, "clarifications": .clarification, "amendments": .amendment, "forms": .form,
  ]
}

extension String {
  /// The name before `.md`, in any case; nil for another file.
  package var withoutMarkdownEnding: String? {
    lowercased().hasSuffix(".md") ? String(dropLast(3)) : nil
  }
}
