/// Where a file stands in the content folder, and so what it is.
package struct Location: Sendable, Hashable {
  package let kind: Kind
  /// The name that other files know it by.
  package let id: String
  /// The tender whose folder holds it, if one does.
  package let tender: String?

  /// Nil where no kind lives at that path. In a trial every Markdown file is a plain page.
  package init?(path: String, isTrial: Bool) {
    if isTrial {
      guard path.withoutMarkdownEnding != nil else { return nil }
      (kind, id, tender) = (.plain, path, nil)
      return
    }
    var steps = path.split(separator: "/").map(String.init)
    let isInTender = steps.count > 2 && steps[0] == Holder.tenders
    tender = isInTender ? steps[1] : nil
    if isInTender { steps.removeFirst(2) }
    let holder: Holder = isInTender ? .tender : .library
    let kinds = Kind.allCases.filter { $0.declaration.holders.contains(holder) && $0.declaration.spot.holds(steps) }
    guard let kind = kinds.first else { return nil }
    self.kind = kind
    let name = steps.last.map { $0.withoutMarkdownEnding ?? String($0.prefix { $0 != "." }) } ?? ""
    switch kind.declaration.spot {
    case .file: id = tender ?? name
    case .tree: id = path
    case .folder, .beside, .anywhere: id = name
    }
  }

  /// The keys that a file in this place may have.
  var schema: Schema {
    kind == .packPage ? PackPage(rawValue: id)?.schema ?? kind.schema : kind.schema
  }
}

extension Spot {
  /// Whether a file lies here, by its steps from the folder that holds it.
  fileprivate func holds(_ steps: [String]) -> Bool {
    guard case .file(let name) = self else {
      guard steps.last?.withoutMarkdownEnding != nil else { return false }
      return switch self {
      case .file: false
      case .folder(let folder): steps.count == 2 && steps[0] == folder
      case .tree(let folder): steps.count > 1 && steps[0] == folder
      case .beside: steps.count == 1
      case .anywhere: false
      }
    }
    return steps == [name]
  }
}

extension String {
  /// The name before `.md`, in any case; nil for another file.
  package var withoutMarkdownEnding: String? {
    lowercased().hasSuffix(".md") ? String(dropLast(3)) : nil
  }
}
