import Diagnostics
import Foundation
import HTMLOutput
import Planning
import Tenders
import TestSupport
import Testing

/// What the registry says of each kind of file holds for all of them.
struct KindTests {
  @Test func `every place of every kind is where its files are found`() {
    for file in OneOfEach.files {
      let location = Location(path: file.path, isTrial: false)
      #expect(location?.kind == file.kind, "\(file.path)")
      #expect(location?.tender == (file.holder == .tender ? "library" : nil), "\(file.path)")
    }
    #expect(Set(OneOfEach.files.map(\.path)).count == OneOfEach.files.count)
    #expect(Set(OneOfEach.files.map(\.kind)) == Set(Kind.allCases).subtracting([.plain]))
    for path in ["notes/x.md", "questions/x.md", "tenders/x.md", "tenders/a/shared/x.md", "scales/a/b.md", "site.md"] {
      #expect(Location(path: path, isTrial: false) == nil, "\(path)")
    }
  }

  @Test func `README names the folders of every kind, and the pages that an author can write`() throws {
    let file = URL(fileURLWithPath: #filePath).appending(path: "../../../README.md").standardized
    let text = try String(contentsOf: file, encoding: .utf8)
    let said = try #require(text.firstMatch(of: #/The pages that you can write for a tender are: ([^.]*)\./#)?.1)
    let pages = said.split { $0.isWhitespace || $0 == "," }.map(String.init)
    for kind in Kind.allCases {
      switch kind.declaration.spot {
      case .file(let name): #expect(text.contains(name))
      case .folder(let folder), .tree(let folder):
        #expect(text.contains("\(folder)/"), "say in README.md what \(folder)/ is for")
      case .beside:
        for page in PackPage.allCases where page.canBeWritten {
          #expect(pages.contains(page.rawValue), "README does not name \(page.rawValue) among the pages to write")
        }
      case .anywhere: break
      }
    }
  }

  @Test func `where each file is named by another, all are shown and nothing is found`() {
    let made = Made(OneOfEach.pack())
    #expect(made.faults == [], "F30: \(OneOfEach.help)")
    for file in OneOfEach.files where file.kind != .site { #expect(made.texts.contains(file.words), "\(file.path)") }
  }

  @Test func `where nothing names a file, each that needs it is told, and no other`() {
    let made = Made(OneOfEach.pack(namesOthers: false))
    let untold = OneOfEach.files.filter { file in
      switch file.kind.declaration.shownBy {
      case .beingThere: true
      // The library's own page shows all of them.
      case .pick: file.holder == .library
      case .question, .showBlock, .pageName: false
      }
    }
    let told = Set(OneOfEach.files.map(\.path)).subtracting(untold.map(\.path)).map { path in
      // What is not named after a page has another name.
      path.replacing("contract.md", with: "contracts.md")
    }
    #expect(told.count > 5)
    #expect(made.faults == told.sorted().map { "\($0): F30" })
    for finding in made.findings { #expect(finding.severity == .warning && finding.help?.isEmpty == false) }
  }

  @Test func `a draft is kept back until it is asked for, or it is told that its pack needs it`() throws {
    try #require(Made(OneOfEach.pack()).faults == [], "F30: \(OneOfEach.help)")
    for file in OneOfEach.files {
      let files = OneOfEach.pack(drafts: [file.path])
      let (made, asked) = (Made(files), Made(files, drafts: true))
      switch file.kind.declaration.draft {
      case .noKey: #expect(made.faults == ["\(file.path): F10"])
      case .keptBack:
        #expect(made.faults == [], "F31: take \(file.path) out in Model.withoutDrafts")
        #expect(!made.texts.contains(file.words), "\(file.path)")
        #expect(asked.faults == [], "\(file.path)")
        #expect(asked.texts.contains(file.words), "\(file.path)")
      case .keptBackUnlessNeeded where file.kind.isPicked && file.holder == .library:
        // Picked by the tender, or else only a part of the library's page.
        #expect(made.faults == ["\(file.path): F31"])
        let alone = Made(OneOfEach.pack(namesOthers: false, drafts: [file.path]))
        #expect(!alone.texts.contains(file.words), "\(file.path)")
        #expect(!alone.faults.contains { $0.hasPrefix(file.path) })
        #expect(asked.faults == [], "\(file.path)")
      case .keptBackUnlessNeeded, .withItsTender:
        #expect(made.faults == ["\(file.path): F31"])
        #expect(asked.faults == [], "\(file.path)")
        #expect(asked.texts.contains(file.words), "\(file.path)")
      }
    }
  }

  @Test func `a draft opens no page, whichever it would stand on`() {
    let names = PackPage.allCases.filter(\.canBeWritten).map { "tenders/library/\($0.rawValue).md" }
    let paths = names + ["guidance/index.md", "pages/accessibility.md", "index.md", "guidance/deep/index.md"]
    func planted(_ line: String) -> [String: String] {
      paths.enumerated().reduce(into: OneOfEach.pack()) { files, path in
        files[path.element] =
          "---\n\(line)title: Planted zq-title-\(path.offset)-x\n---\nThe words zq-here-\(path.offset)-x.\n"
      }
    }
    let (published, kept) = (Made(planted("")), Made(planted("draft: yes\n")))
    let asked = Made(planted("draft: yes\n"), drafts: true)
    for (index, path) in paths.enumerated() {
      for words in ["zq-title-\(index)-x", "zq-here-\(index)-x"] {
        #expect(published.texts.contains(words), "\(path)")
        #expect(!kept.texts.contains(words), "\(path)")
      }
      #expect(asked.texts.contains("zq-here-\(index)-x"), "\(path)")
    }
  }
}

extension Kind {
  /// Whether tenders pick its files from the library.
  fileprivate var isPicked: Bool { if case .pick = declaration.shownBy { true } else { false } }
}

/// A file of each kind in each of its places, with words of its own, in a pack that is right.
private enum OneOfEach {
  /// What to do where none of its pages shows a file.
  static let help = """
    no page shows it. Its page needs it in PackPage.isMade, PageList.entries and PackComposer; a kind that has to be named \
    is named in OneOfEach.pack, its keys that must be there in OneOfEach.keys
    """

  struct File {
    let kind: Kind
    let holder: Holder
    let path: String
    let words: String
  }

  static let files = Kind.allCases.flatMap { kind in
    kind.declaration.holders.map { holder in
      // A page of a pack has a name that there is, and an amendment stands beside clarifications.
      let name = kind == .packPage ? "contract" : kind == .amendment ? "change" : holder.id
      return File(
        kind: kind, holder: holder, path: kind.path(in: holder, named: name, of: "library"),
        words: "zq-\(kind.rawValue)-\(holder.id)-x")
    }
  }

  /// Keys that a file must have.
  private static let keys: [Kind: String] = [
    .term: "term: Planted WORDS", .outcome: "title: Planted\nlevel: service",
    .scale: "title: Planted\nlevels: [{score: 1, title: One}]",
    .matrix: "title: Planted\ncolumns: [A]\nrows: [{principle: P, levels: [a]}]",
    .question: "title: Planted\ncriterion: quality/how\nweight: 20", .clarification: "title: Asked\nasked: 2027-01-10",
    .amendment: "title: Changed\ndate: 2027-01-11\naffects: [contract]",
    .form: "title: Planted\nsections: [{title: S, fields: [{id: f, kind: text, label: F}]}]",
  ]

  /// The pack with all of them. Where they name no others, none is picked, used, shown or named after a page.
  static func pack(namesOthers: Bool = true, drafts: Set<String> = []) -> [String: String] {
    var pack = Pack.small
    for file in files where file.kind != .tender && file.kind != .site {
      let text = "---\n\(keys[file.kind] ?? "title: Planted")\n---\nThe words \(file.words).\n"
      pack[file.path] = text.replacing("Planted WORDS", with: "Planted \(file.holder.id)")
    }
    pack["tenders/library/questions/second.md"] = pack["tenders/library/questions/own.md"]?
      .replacing("20", with: "17.5").replacing("zq", with: "second")
    if namesOthers {
      let tender = pack[Pack.tenderPath]?.replacing("[readers, town]", with: "[readers, town, common, own]")
      pack[Pack.tenderPath] = tender?.replacing("[open]", with: "[open, common, own]")
      pack["index.md"]? += "\n```show\ntext: shared/common.md\n```\n"
      for (question, guide) in [("own", "own"), ("second", "common")] {
        let path = "tenders/library/questions/\(question).md"
        pack[path] = pack[path]?.replacing("criterion:", with: "scale: \(guide)\nmatrix: \(guide)\ncriterion:")
      }
    }
    pack[Pack.tenderPath]? += "\n\nThe words zq-tender-own-x.\n"
    for path in drafts {
      pack[path] =
        path == "site.yml" ? "draft: yes\n" + (pack[path] ?? "") : "---\ndraft: yes" + (pack[path] ?? "").dropFirst(3)
    }
    if !namesOthers {
      pack["tenders/library/contracts.md"] = pack.removeValue(forKey: "tenders/library/contract.md")
    }
    return pack
  }
}

extension Holder {
  /// The name of its files.
  fileprivate var id: String {
    switch self {
    case .library: "common"
    case .tender: "own"
    }
  }
}

/// What the plan of some files holds, and what was found.
private struct Made {
  let findings: [Diagnostic]
  /// All that stands on pages, and what their authors call them.
  let texts: String

  init(_ files: [String: String], drafts: Bool = false) {
    var findings: [Diagnostic] = []
    let whole = Read.model(files, findings: &findings)
    let model = drafts ? whole : whole.withoutDrafts
    let plan = Plan.make(whole, assets: [], style: Address("style.css"), drafts: drafts, findings: &findings)
    self.findings = findings.inReadingOrder()
    let renderer = PageRenderer(model: model, plan: plan, templates: Self.templates)
    var ignored: [Diagnostic] = []
    texts = plan.pages.map { renderer.html($0, findings: &ignored) }.joined()
  }

  private static let templates = {
    var findings: [Diagnostic] = []
    return Templates(own: [], findings: &findings)
  }()

  /// The file and the code of each finding.
  var faults: [String] { findings.map { "\($0.place?.file ?? ""): \($0.code.id)" } }
}
