internal import Content
internal import Diagnostics
internal import HTMLOutput
internal import Markdown
internal import OfficeOutput
internal import Paths
internal import Planning
internal import System
internal import TypstOutput

/// What was read from the disk, before anything is known about what it means.
struct Loaded: Sendable {
  let files: [ContentFile]
  let assets: [Asset]
  /// Where the files that are copied lie.
  let assetFolder: AssetFolder
  let templates: Templates
  let ownTemplates: [SourceText]
  let ownFonts: OwnFonts
  let isTrial: Bool
  var sources: Sources
  var findings: [Diagnostic]
}

extension Job {
  /// No text that a person writes is larger.
  private static let largestText = 2_000_000

  /// Reads the content and the templates: the bytes here, one after another, their meaning on all processors.
  func load() async throws(SystemFault) -> Loaded {
    guard try world.disk.holds(content) else {
      throw SystemFault(
        .noContent, "there is no content folder “\(content)”", file: nil,
        help: "Run this in the folder that holds it, or name it with --content.")
    }
    var findings: [Diagnostic] = []
    let folder = try SourceFolder(content, on: world.disk, findings: &findings)
    let listed = folder.files
    guard !listed.isEmpty else {
      throw SystemFault(
        .noContent, "the content folder “\(content)” is empty", file: nil,
        help: "Write a file site.yml in it, or name another folder with --content.")
    }
    let isTrial = !listed.contains { $0.path == "site.yml" }
    if isTrial { findings += listed.map(\.path).misnamedSites(in: content) }
    let (texts, others) = sorted(listed, isTrial: isTrial, findings: &findings)

    let sources = texts.compactMap { read($0.path, in: folder, findings: &findings) }
    let parsed = try await concurrentMap(sources) { parse($0.path, $0.source, isTrial: isTrial) }
    findings += parsed.flatMap(\.findings)
    let own = usesTemplates ? try ownTemplates(findings: &findings) : []
    let fonts = usesTemplates ? try ownFonts(findings: &findings) : .none
    var known = Sources(Templates.builtIn + own + sources.map(\.source))
    let (assets, assetFolder) = try assets(
      others, in: folder, templates: own, sources: &known, findings: &findings)
    let templates = Templates(
      own: own, looks: PrintLook.names(own: own) + [OfficeStyle.fileName], findings: &findings)
    return Loaded(
      files: parsed.map(\.file), assets: assets, assetFolder: assetFolder, templates: templates, ownTemplates: own,
      ownFonts: fonts, isTrial: isTrial, sources: known, findings: findings)
  }

  /// Texts, and other files. A file whose path cannot be an address is a finding, and left out: its name would be a part
  /// of what is published. A trial makes addresses of its own from the names of texts.
  private func sorted(
    _ listed: [SourceFolder.File], isTrial: Bool, findings: inout [Diagnostic]
  ) -> (texts: [SourceFolder.File], others: [SourceFolder.File]) {
    var (texts, others): ([SourceFolder.File], [SourceFolder.File]) = ([], [])
    for file in listed {
      let isText = file.path == "site.yml" || file.path.lowercased().hasSuffix(".md")
      do throws(PathFault) {
        if !isText || !isTrial { try PathStep.checkFile(file.path) }
        if isText { texts.append(file) } else { others.append(file) }
      } catch {
        findings.append(.badFilePath(error, at: .start(of: "\(content)/\(file.path)")))
      }
    }
    return (texts, others)
  }

  /// A file that cannot be read is a finding, and the others are read.
  private func read(
    _ path: String, in folder: SourceFolder, findings: inout [Diagnostic]
  ) -> (path: String, source: SourceText)? {
    do throws(SystemFault) {
      let bytes = try folder.read(path, limit: Self.largestText)
      return (path, SourceText.decode(bytes, name: "\(content)/\(path)", findings: &findings))
    } catch {
      findings.append(error.finding)
      return nil
    }
  }

  private func parse(
    _ path: String, _ source: SourceText, isTrial: Bool
  ) -> (file: ContentFile, findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    if path == "site.yml" { return (ContentFile(yaml: path, source: source, findings: &findings), findings) }
    let options = ParseOptions(drawsData: !isTrial)
    let file = ContentFile(path: path, source: source, options: options, findings: &findings)
    return (file, findings)
  }

  /// The council's templates. No folder of that name means that there are none.
  private func ownTemplates(findings: inout [Diagnostic]) throws(SystemFault) -> [SourceText] {
    guard try world.disk.holds(templates) else { return [] }
    let folder = try SourceFolder(templates, on: world.disk, findings: &findings)
    var own: [SourceText] = []
    let known = folder.files.filter { file in
      !file.path.contains("/") && [".mustache", ".typ", ".css", ".yml"].contains { file.path.hasSuffix($0) }
    }
    for file in known {
      let name = "\(templates)/\(file.path)"
      let bytes = try folder.read(file.path, limit: Self.largestText)
      own.append(SourceText.decode(bytes, name: name, findings: &findings))
    }
    return own
  }
}

extension Job {
  private static let fontFolder = "fonts"
  /// A font of all Chinese signs has less.
  private static let largestFont = 40_000_000

  /// The fonts in the council's templates.
  private func ownFonts(findings: inout [Diagnostic]) throws(SystemFault) -> OwnFonts {
    let path = "\(templates)/\(Self.fontFolder)"
    guard try world.disk.holds(path) else { return .none }
    let folder = try SourceFolder(path, on: world.disk, findings: &findings)
    var fonts: [(path: String, bytes: [UInt8])] = []
    for file in folder.files {
      let name = "\(path)/\(file.path)"
      guard [".ttf", ".otf"].contains(where: file.path.lowercased().hasSuffix), !file.path.contains("/") else {
        // A licence lies beside its font.
        if ![".txt", ".md"].contains(where: file.path.lowercased().hasSuffix) {
          findings.append(.unusableFont(at: .start(of: name)))
        }
        continue
      }
      fonts.append((name, try folder.read(file.path, limit: Self.largestFont)))
    }
    return OwnFonts(fonts, findings: &findings)
  }
}

extension [String] {
  /// Signs that a folder without a site.yml is no trial: what was meant to be one, or tenders, which a trial would
  /// publish as they stand, drafts too.
  fileprivate func misnamedSites(in content: String) -> [Diagnostic] {
    let others = filter { ["site.yaml", "site.yml", "_site.yml"].contains($0.lowercased()) }
    let tender = first { $0.hasPrefix("tenders/") && $0.hasSuffix("/tender.md") }
    return (others + [tender].compactMap(\.self)).map { path in
      Diagnostic(
        .noContent, "there is no site.yml, so this folder would be published as plain pages",
        at: .start(of: "\(content)/\(path)"),
        help: path.hasPrefix("tenders/")
          ? "Write a file site.yml with a title and an organisation." : "Name this file site.yml.")
    }
  }
}

extension Job {
  /// Does something to every item, several at a time, unless the run is to end; the results come in the order of the items.
  func concurrentMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ transform: @escaping @Sendable (Item) -> Result
  ) async throws(SystemFault) -> [Result] {
    let (jobs, cancellation) = (jobs, world.cancellation)
    let results = await withTaskGroup(of: (Int, Result).self) { group in
      var next = items.startIndex
      func start() {
        guard next < items.endIndex, cancellation.reason == nil else { return }
        let (index, item) = (next, items[next])
        next += 1
        group.addTask { (index, transform(item)) }
      }
      for _ in 0..<max(1, jobs) { start() }
      var results: [Result?] = Array(repeating: nil, count: items.count)
      for await (index, result) in group {
        results[index] = result
        start()
      }
      return results
    }
    try cancellation.check()
    return results.compactMap(\.self)
  }
}
