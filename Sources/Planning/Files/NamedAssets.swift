internal import Content
internal import Diagnostics
internal import Escaping
internal import Markdown
internal import Tenders

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
