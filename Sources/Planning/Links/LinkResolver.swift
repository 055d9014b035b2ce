internal import Content
internal import Diagnostics
internal import Escaping
internal import Markdown
internal import Tenders

/// Finds out where each link of a text leads. Links are paths to files, or to pages by their file names, relative to
/// the file in which they are written.
struct LinkResolver {
  /// Where a file of content ended up: a page, and the entry on it if the file is one.
  private struct Landing {
    let address: Address
    let entry: String?
  }

  private let landings: [ProseKey: Landing]
  private let anchors: [Address: Set<String>]
  /// The titles of pages as fragments.
  private let titles: [Address: String]
  /// Where files that are no texts lie, by their paths.
  private let assets: [String: Address]
  /// What a picture, or a link could have meant: files, those of each folder, and the first of each name.
  private let assetNames: NearNames
  private let namesByFolder: [String: NearNames]
  private let firstByName: [String: String]
  private let pathsByName: [String: String]
  /// The tenders that are drafts.
  private let drafts: Set<String>
  private let unpublished: Set<String>

  init(
    model: Model, pages: PlannedPages, assets: [Asset], prose: [ProseKey: Document], bodies: [Address: Document]
  ) {
    self.assets = Dictionary(assets.map { ($0.path, $0.address) }) { first, _ in first }
    titles = Dictionary(pages.map { ($0.address, headingID($0.title)) }) { first, _ in first }
    drafts = Set(model.tenders.filter { $0.stage == .draft }.map(\.id))
    pathsByName = Dictionary(model.files.map { ($0.file.source.name, $0.file.path) }) { first, _ in first }
    var landings: [ProseKey: Landing] = [:]
    var anchors: [Address: Set<String>] = [:]
    for page in pages {
      for name in page.names {
        landings[ProseKey(path: name, tender: nil)] = Landing(address: page.address, entry: nil)
      }
      for text in page.texts {
        if let entry = text.entry?.value { landings[text.key] = Landing(address: page.address, entry: entry) }
      }
      anchors[page.address] = Set(page.anchors(prose, bodies).map(\.id))
    }
    self.landings = landings
    let names = Set(landings.keys.map(\.path).filter { $0.hasSuffix(".md") }).union(assets.map(\.path)).sorted()
    assetNames = NearNames(self.assets.keys)
    namesByFolder = Dictionary(grouping: names) { $0.splitLast.folder }.mapValues {
      NearNames($0.map(\.splitLast.file))
    }
    firstByName = Dictionary(names.map { ($0.splitLast.file, $0) }) { first, _ in first }
    self.anchors = anchors
    unpublished = Set(model.files.map(\.file.path)).subtracting(landings.keys.map(\.path))
  }

  func resolve(_ document: Document, on page: PlannedPage, findings: inout [Diagnostic]) -> Document {
    let path = page.textPath ?? page.names.first ?? ""
    return resolve(document, in: ProseKey(path: path, tender: page.tender), findings: &findings)
  }

  func resolve(_ document: Document, in key: ProseKey, findings: inout [Diagnostic]) -> Document {
    var faults: [LinkFaultKey: Diagnostic] = [:]
    let resolved = document.mapLinks { written, place, isImage in
      // A shared text's links are relative to itself, wherever it is shown.
      let path = pathsByName[place.file] ?? key.path
      let faultKey = LinkFaultKey(written: written, path: path, isImage: isImage)
      // The same fault is told once a text.
      guard faults[faultKey] == nil else {
        faults[faultKey]?.occurrences += 1
        return .nowhere
      }
      let suggests = faults.count < Self.mostSuggestions
      switch target(written, from: path, in: key.tender, isImage: isImage, suggests: suggests) {
      case .success(let destination): return destination
      case .failure(let fault):
        var finding = fault.diagnostic(written, at: place)
        // A draft may lead to what is not written yet.
        if fault.isUnfinished, let tender = key.tender, drafts.contains(tender) { finding.severity = .warning }
        faults[faultKey] = finding
        return .nowhere
      }
    }
    findings += faults.values.inReadingOrder()
    return resolved
  }

  /// For how many wrong links of a text the nearest name is looked for: each look passes over all names.
  private static let mostSuggestions = 100

  /// Where something that site.yml names leads; nil where it leads nowhere, which is told.
  func resolve(_ written: Located<String>, isImage: Bool, findings: inout [Diagnostic]) -> Destination? {
    switch target(written.value, from: "site.yml", in: nil, isImage: isImage, suggests: true) {
    case .success(let destination): return destination
    case .failure(let fault):
      findings.append(fault.diagnostic(written.value, at: written.place))
      return nil
    }
  }

  private func target(
    _ written: String, from path: String, in tender: String?, isImage: Bool, suggests: Bool
  ) -> Result<Destination, LinkFault> {
    if let scheme = written.scheme {
      guard !isImage else { return .failure(.remoteImage) }
      guard ["http", "https", "mailto", "tel"].contains(scheme) else { return .failure(.scheme(scheme)) }
      return written.isAddress(scheme) ? .success(.elsewhere(written)) : .failure(.notAnAddress)
    }
    let (file, fragment) = written.splitFragment
    guard !written.isEmpty else { return .failure(.empty) }
    guard !file.hasPrefix("/") else { return .failure(.absolute) }
    guard let wanted = file.isEmpty ? path : path.resolving(file.percentDecoded) else { return .failure(.outside) }
    if let address = assets[wanted] { return .success(.site(address.path, fragment: fragment)) }
    if isImage {
      let near = suggests ? assetNames.nearest(to: wanted) : nil
      return .failure(.missing(near: near.map { $0.relative(to: path) }))
    }
    guard let landing = landing(of: wanted, in: tender) else {
      guard !unpublished.contains(wanted) else { return .failure(.unpublished) }
      return .failure(.missing(near: suggests ? nearest(to: wanted, from: path) : nil))
    }
    return place(in: landing, fragment: fragment?.percentDecoded, suggests: suggests)
  }

  /// A library entry linked from a tender is that tender's own entry for it, where it has one.
  private func landing(of path: String, in tender: String?) -> Landing? {
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    let keys = [tender, nil].map { ProseKey(path: trimmed, tender: $0) }
    return keys.lazy.compactMap { landings[$0] }.first
      ?? landings[ProseKey(path: trimmed + ".md", tender: nil)]
  }

  private func place(in landing: Landing, fragment: String?, suggests: Bool) -> Result<Destination, LinkFault> {
    guard let fragment, !fragment.isEmpty else {
      return .success(.site(landing.address.path, fragment: landing.entry))
    }
    let id = landing.entry.map { entryID($0, fragment) } ?? fragment
    let known = anchors[landing.address] ?? []
    // The heading that became the page's title is the page itself.
    if titles[landing.address] == fragment { return .success(.site(landing.address.path, fragment: nil)) }
    // Two ways to write a letter with its accent are one name for us, and two for a browser: the heading's own is taken.
    guard let own = known.firstIndex(of: id).map({ known[$0] }) else {
      guard suggests else { return .failure(.fragment(fragment, near: nil)) }
      let prefix = landing.entry.map { entryID($0, "") } ?? ""
      let names = known.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      return .failure(.fragment(fragment, near: names.sorted().nearest(to: fragment)))
    }
    return .success(.site(landing.address.path, fragment: own))
  }

  /// A file of nearly the same name in the same folder, or of the same name in another.
  private func nearest(to wanted: String, from path: String) -> String? {
    let (folder, file) = wanted.splitLast
    let near = namesByFolder[folder]?.nearest(to: file).map { (folder.isEmpty ? "" : folder + "/") + $0 }
    return (near ?? firstByName[file]).map { $0.relative(to: path) }
  }
}

/// What makes two wrong links of a text the same fault.
private struct LinkFaultKey: Hashable {
  let written: String
  let path: String
  let isImage: Bool
}

enum LinkFault: Error {
  case empty, absolute, outside, unpublished, remoteImage, notAnAddress
  case scheme(String)
  case missing(near: String?)
  case fragment(String, near: String?)

  /// Whether it may be mended by writing what is not there yet.
  var isUnfinished: Bool {
    switch self {
    case .missing, .fragment, .empty: true
    case .absolute, .outside, .unpublished, .remoteImage, .notAnAddress, .scheme: false
    }
  }
}

extension Document {
  /// The same document with other destinations; the place is that of the link.
  fileprivate func mapLinks(_ transform: (String, Place, _ isImage: Bool) -> Destination) -> Document {
    mapInlines { $0.mappingLinks(transform) }
  }
}

extension Inline {
  /// Nil for what is no link. What a link holds is passed over too.
  fileprivate func mappingLinks(_ transform: (String, Place, _ isImage: Bool) -> Destination) -> [Inline]? {
    switch kind {
    case .link(.written(let written), let title, let content):
      let inner = content.mapping { $0.mappingLinks(transform) }
      return [Inline(.link(transform(written, place, false), title: title, inner), at: place)]
    case .image(.written(let written), let title, let alternative):
      return [Inline(.image(transform(written, place, true), title: title, alternative: alternative), at: place)]
    default: return nil
    }
  }
}

extension String {
  /// `mailto` of `mailto:a@b`, in lower case; nil for a path.
  fileprivate var scheme: String? {
    guard let colon = firstIndex(of: ":") else { return hasPrefix("//") ? "//" : nil }
    let name = self[..<colon]
    guard name.first?.isLetter == true,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return name.lowercased()
  }

  /// Whether what follows the scheme can be an address at all.
  fileprivate func isAddress(_ scheme: String) -> Bool {
    scheme.hasPrefix("http") ? isWebAddress : count > scheme.count + 1
  }

  /// What stands before `#`.
  var withoutFragment: String { splitFragment.path }

  fileprivate var splitFragment: (path: String, fragment: String?) {
    guard let hash = firstIndex(of: "#") else { return (self, nil) }
    return (String(self[..<hash]), String(self[index(after: hash)...]))
  }

  /// A path relative to this file's folder, from the root; nil when it leaves the root.
  func resolving(_ relative: String) -> String? {
    var steps = Array(split(separator: "/").dropLast())
    for step in relative.split(separator: "/") where step != "." {
      if step == ".." {
        guard steps.popLast() != nil else { return nil }
      } else {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  /// The folder of a path, and its last step.
  fileprivate var splitLast: (folder: String, file: String) {
    guard let slash = lastIndex(of: "/") else { return ("", self) }
    return (String(self[..<slash]), String(self[index(after: slash)...]))
  }
}
