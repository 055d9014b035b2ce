internal import Content
package import Diagnostics
internal import Markdown
internal import Tenders

/// A file of the content that is no text: a picture, an attachment.
package struct Asset: Sendable {
  /// What a browser, a host or a person does with it, by the ending of its name.
  package enum Kind: Sendable {
    case picture, attachment
    /// It runs where it is opened, or it tells a host what to do.
    case active
    /// No kind of file that people can be expected to open.
    case unknown
  }

  /// Relative to the content folder.
  package let path: String
  package let place: Place
  package let kind: Kind
  /// Where it lies on the site. A picture's name holds a hash of its bytes, so that browsers may keep it for ever; a file
  /// that people save keeps its name, and so does one that somebody names who cannot know the hash.
  package let address: Address
  /// Whether a template or style sheet of the council's own names it.
  package let isNamedByTemplate: Bool

  package init(path: String, place: Place, hash: String? = nil, isNamedByTemplate: Bool = false) {
    (self.path, self.place, kind, self.isNamedByTemplate) = (path, place, Kind(path), isNamedByTemplate)
    address = Address((isNamedByTemplate ? nil : hash).map { path.insertingBeforeEnding($0) } ?? path)
  }

  fileprivate var keepingItsName: Asset { Asset(path: path, place: place, isNamedByTemplate: isNamedByTemplate) }
}

extension Asset.Kind {
  package init(_ path: String) {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    // Servers look at every ending: `form.html.de` is a page. Hosts look for settings in the first folder.
    let inner = name.split(separator: ".").dropFirst().dropLast().contains { Self.activeEndings.contains(String($0)) }
    let isSetting = !path.contains("/") && Self.settings.contains(path.ending)
    guard !inner, !isSetting, !Self.hostFiles.contains(name), !Self.activeEndings.contains(path.ending) else {
      self = .active
      return
    }
    self =
      switch path.ending {
      case "png", "jpg", "jpeg", "gif", "webp", "avif", "svg": .picture
      case "pdf", "odt", "ods", "odp", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "json", "zip", "rtf",
        "mp3", "mp4", "ics", "vtt", "srt", "epub", "ico", "webmanifest", "ttf", "otf", "woff", "woff2":
        .attachment
      default: .unknown
      }
  }

  /// Endings of what runs where it is opened. A browser guesses from the first bytes what a file without an ending is.
  private static let activeEndings: Set = [
    "", "htm", "html", "xhtml", "xht", "shtml", "phtml", "mht", "mhtml", "webarchive", "js", "mjs", "cjs", "ts", "wasm",
    "xml", "xsl", "xslt", "xsd", "rdf", "rss", "atom", "svgz", "swf", "css", "php", "asp", "aspx", "jsp", "cgi", "pl",
    "py", "exe", "msi", "com", "scr", "bat", "cmd", "ps1", "vbs", "wsf", "reg", "jar", "hta", "lnk", "url", "desktop",
    "sh", "app", "apk", "dmg", "docm", "xlsm", "xlam", "pptm", "htaccess",
  ]

  /// Endings of settings, which hosts look for beside the home page.
  private static let settings: Set = ["json", "toml", "yml", "yaml", "ini", "conf", "config"]

  /// What static hosts take orders from.
  private static let hostFiles: Set = ["cname", "_redirects", "_headers", "staticfile", "procfile", "dockerfile"]
}

/// Which files of the content are published: those that something published names, and no others.
struct NamedAssets {
  let model: Model
  private let listed: Set<String>
  /// With the addresses that they would have.
  let candidates: [Asset]

  init(_ model: Model, _ assets: [Asset]) {
    self.model = model
    let listed = Set(model.site.publishedFiles.map(\.value))
    self.listed = listed
    let kept = listed.union(model.site.pictures)
    candidates = assets.map { kept.contains($0.path) ? $0.keepingItsName : $0 }
  }

  /// Those that stay, when the links of all published texts have been followed, with what is wrong with the others.
  /// `isOnSite` leaves out those of tenders that are not published.
  func published(
    by texts: some Sequence<Document>, and frame: SiteFrame, isOnSite: (String) -> Bool, findings: inout [Diagnostic]
  ) -> [Asset] {
    findings += listFindings
    let onSite = candidates.filter { isOnSite($0.path) }
    guard !onSite.isEmpty else { return [] }
    let linked = Set(texts.flatMap(\.allInlines).compactMap(\.siteTarget)).union(frame.targets)
    let named = onSite.filter {
      listed.contains($0.path) || $0.isNamedByTemplate || linked.contains($0.address.path)
    }
    let elsewhere = named.count < onSite.count ? namedInFiles : []
    let kept = Set(named.map(\.path))
    for asset in onSite {
      if listed.contains(asset.path) { continue }
      switch asset.kind {
      case .active: findings.append(.activeFile(asset))
      case .unknown where kept.contains(asset.path): findings.append(.unknownKind(asset.path.ending, at: asset.place))
      case .picture, .attachment, .unknown:
        if !kept.contains(asset.path), !elsewhere.contains(asset.path) { findings.append(.unnamedFile(asset)) }
      }
    }
    return named.filter { $0.kind == .picture || $0.kind == .attachment || listed.contains($0.path) }
  }

  /// What any text of the content links to, published or not: a draft names its files before it is published.
  private var namedInFiles: Set<String> {
    Set(
      model.files.map(\.file).flatMap { file in
        file.body.allInlines.compactMap { inline in
          inline.writtenTarget.flatMap { file.path.resolving($0.withoutFragment.percentDecoded) }
        }
      })
  }

  /// What `publish` of site.yml lists and is not there, or is published in another way.
  private var listFindings: [Diagnostic] {
    guard !model.site.publishedFiles.isEmpty else { return [] }
    let paths = Set(candidates.map(\.path))
    let texts = Set(model.files.map(\.file.path))
    return model.site.publishedFiles.compactMap { file in
      if paths.contains(file.value) { return nil }
      if texts.contains(file.value) { return .publishesText(file) }
      return .publishesNothing(file, near: paths.sorted().nearest(to: file.value))
    }
  }
}

extension Inline {
  /// The path on the site that a link or a picture leads to.
  fileprivate var siteTarget: String? {
    switch kind {
    case .link(.site(let path, _), _, _), .image(.site(let path, _), _, _): path
    default: nil
    }
  }

  fileprivate var writtenTarget: String? {
    switch kind {
    case .link(.written(let target), _, _), .image(.written(let target), _, _): target
    default: nil
    }
  }
}

extension String {
  /// `map.svg` with `1f2e` is `map.1f2e.svg`.
  package func insertingBeforeEnding(_ part: String) -> String {
    guard let dot = lastIndex(of: ".") else { return self + "." + part }
    return self[..<dot] + "." + part + self[dot...]
  }

  /// `svg` of `drawings/map.SVG`.
  package var ending: String {
    guard let name = split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
