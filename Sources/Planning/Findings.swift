internal import Content
package import Diagnostics
package import Paths
internal import Tenders

extension Code {
  static let deadLink = Code("R02", "dead-link")
  static let deadFragment = Code("R03", "dead-fragment")
  static let linkOutside = Code("R04", "link-outside")
  static let sameAddress = Code("R05", "same-address")
  static let showLoop = Code("R06", "show-loop")
  static let tooManyShown = Code("R11", "too-many-shown")
  static let unknownValue = Code("R07", "unknown-value")
  static let unknownShow = Code("R08", "unknown-show")
  static let badLink = Code("R09", "bad-link")
  static let sameID = Code("R10", "same-id")
  static let badAddress = Code("R12", "bad-address")
  static let unknownKind = Code("F20", "unknown-kind-of-file")
  static let foreignLanguage = Code("F29", "foreign-language")
  static let textNotShown = Code("F30", "text-not-shown")
  static let draftInUse = Code("F31", "draft-in-use")
  static let unnamedFile = Code("F27", "unnamed-file")
  static let activeFile = Code("F28", "active-file")
}

extension LinkFault {
  func diagnostic(_ written: String, at place: Place) -> Diagnostic {
    switch self {
    case .empty:
      Diagnostic(.badLink, "this link leads nowhere", at: place, help: "Write the file it should lead to in the ( ).")
    case .absolute:
      Diagnostic(
        .badLink, "“\(written)” begins at the root of the site, which may move", at: place,
        help: "Write the path from this file, such as ../index.md.")
    case .outside:
      Diagnostic(
        .linkOutside, "“\(written)” leaves the content folder", at: place,
        help: "Link to a file inside it, or to a web address.")
    case .unpublished:
      Diagnostic(
        .deadLink, "“\(written)” is there, but no page is made from it", at: place,
        help: "Publish it, build with --drafts, or take the link out.")
    case .remoteImage:
      Diagnostic(
        .badLink, "the picture “\(written)” is not part of the content", at: place,
        help: "Save the picture in the content folder and write its path here.")
    case .notAnAddress:
      Diagnostic(
        .badLink, "“\(written)” is not an address that can be reached", at: place,
        help: "Copy the address from your browser once more.")
    case .scheme(let scheme):
      Diagnostic(
        .badLink, "a link cannot begin with “\(scheme):”", at: place,
        help: "Begin it with https://, http://, mailto: or tel:, or write the path of a file.")
    case .missing(let near):
      Diagnostic(
        .deadLink, "there is no “\(written)”", at: place,
        help: (written.meantAddress ?? near).map { "Did you mean “\($0)”?" } ?? "Write the file, or take the link out."
      ).meaning(written.meantAddress ?? near, for: written) { $1 == written.meantAddress || $0.isSlip(of: $1) }
    case .fragment(let fragment, let near):
      Diagnostic(
        .deadFragment, "the page has no part named “\(fragment)”", at: place,
        help: near.map { "Did you mean “#\($0)”?" } ?? "Take out the # and what follows it, or write the heading."
      ).meaning(near.map { "#" + $0 }, for: "#" + fragment)
    }
  }
}

extension String {
  /// The address of the web or of email that somebody wrote without its beginning.
  fileprivate var meantAddress: String? {
    if lowercased().hasPrefix("www.") { return "https://" + self }
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].contains(".") && !contains("/") ? "mailto:" + self : nil
  }
}

extension PathFault {
  /// What is wrong, to stand behind a colon.
  var words: String {
    switch reason {
    case .empty: "two slashes have nothing between them"
    case .leadsElsewhere: "“\(step)” leads to another folder"
    case .hidden: "“\(step)” begins with a point, which hides it"
    case .edge: "“\(step)” begins or ends with a blank or a point"
    case .reserved: "“\(step)” is a name that Windows keeps for itself"
    case .tooLong: "“\(step.prefix(40))…” is too long for a name"
    case .joinsSlash: "a mark in it joins the slash beside it"
    case .character(let scalar):
      if scalar.value > 0x20, scalar.value < 0x7F {
        "“\(scalar)” has a meaning in addresses or on other systems"
      } else {
        "it holds a character that nobody sees, \(scalar.properties.name ?? "U+\(String(scalar.value, radix: 16, uppercase: true))")"
      }
    }
  }
}

extension Diagnostic {
  /// What site.yml names as a logo and is none.
  static func noPicture(_ written: Located<String>) -> Diagnostic {
    Diagnostic(
      .badLink, "“\(written.value)” is no picture", at: written.place,
      help: "Save it as SVG or PNG, and write the name of that file.")
  }

  /// A text that nobody will read.
  static func textNotShown(_ text: WrittenFile) -> Diagnostic {
    let (kind, id) = (text.location.kind, text.location.id)
    let near = kind == .packPage ? PackPage.allCases.filter(\.canBeWritten).map(\.rawValue).nearest(to: id) : nil
    return Diagnostic(
      .textNotShown, .warning, "“\(id)” is \(kind.words) \(kind.wordsForUnshown), so it stands nowhere",
      at: text.file.place, help: near.map { "Did you mean “\($0)”?" } ?? "\(kind.adviceToShow(id)), or delete the file."
    )
  }

  /// A file that is to be kept back, and without which a page would not be whole.
  static func draftInUse(_ text: WrittenFile, on page: PlannedPage) -> Diagnostic {
    let kind = text.location.kind
    let help: String
    switch kind.declaration.draft {
    case .withItsTender: help = "Take draft: out. To keep the whole tender back, write stage: draft in its tender.md."
    case .keptBack, .keptBackUnlessNeeded, .noKey: help = "Take draft: out here, or take the file out of what names it."
    }
    return Diagnostic(
      .draftInUse, "\(kind.words) cannot be kept back while the page “\(page.title)” needs it",
      at: text.facts.isDraft.place, help: help)
  }

  static func foreignLanguage(_ tag: Located<String>) -> Diagnostic {
    Diagnostic(
      .foreignLanguage, .note, "the program has no words of its own in “\(tag.value)”", at: tag.place,
      help:
        "Your texts are marked as \(tag.value). Menus, and what follows from data, stay in English and are marked so.")
  }

  static func sameAddress(_ artefact: Artefact, _ other: Artefact) -> Diagnostic {
    let (own, others) = (artefact.address.path, other.address.path)
    let clash = own == others ? "two files would be “\(own)”" : "“\(own)” and “\(others)” cannot both be made"
    return Diagnostic(
      .sameAddress, "\(clash): one comes from here, the other from \(other.cause.file)", at: artefact.cause,
      help: artefact.recipe.isRedirect
        ? "Write another old address, or take it out."
        : "Give one of the two files another name. Upper and lower case count as the same.",
      related: [.init("the other comes from here", at: other.cause)])
  }

  static func badAlias(_ alias: Located<String>, _ fault: PathFault) -> Diagnostic {
    Diagnostic(
      .badAddress, "“\(alias.value)” cannot be an old address of this page: \(fault.words)", at: alias.place,
      help: "Write the address below the site's own, as it was in the browser, such as guidance/how-to-bid.")
  }

  static func aliasOfOurs(_ alias: Located<String>, _ file: String) -> Diagnostic {
    Diagnostic(
      .badAddress, "“\(alias.value)” cannot be an old address: “\(file)” is a file that every site has",
      at: alias.place,
      help: "Write another old address, or take it out.")
  }

  /// A file of the content whose path cannot be one on the site.
  package static func badFilePath(_ fault: PathFault, at place: Place) -> Diagnostic {
    Diagnostic(
      .badAddress, "this file cannot be published under its name: \(fault.words)", at: place,
      help: "Give it a name of letters, digits and hyphens, and change the links to it.")
  }

  static func unknownKind(_ ending: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownKind, "“.\(ending)” is no kind of file that people can be expected to open, so it is not published",
      at: place,
      help: "Save it as a PDF, an ODT or a picture. If it has to be this file, list it under publish: in site.yml.")
  }

  static func unnamedFile(_ asset: Asset) -> Diagnostic {
    Diagnostic(
      .unnamedFile, .warning, "nothing names this file, so it is not published", at: asset.place,
      help:
        "Link to it from a page, name it under attachments: of its tender, or write in site.yml: publish: [\(asset.path)]"
    )
  }

  static func activeFile(_ asset: Asset) -> Diagnostic {
    Diagnostic(
      .activeFile, "this file would run in a browser, or tell a host what to do, so it is not published",
      at: asset.place,
      help: "Take it out of the content. If your council wants it, write in site.yml: publish: [\(asset.path)]")
  }

  static func publishesText(_ file: Located<String>) -> Diagnostic {
    Diagnostic(
      .unnamedFile, "“\(file.value)” is a text, and becomes a page or a part of one", at: file.place,
      help: "Take it out of publish: here.")
  }

  static func publishesNothing(_ file: Located<String>, near: String?) -> Diagnostic {
    Diagnostic(
      .unnamedFile, "there is no file “\(file.value)” to publish", at: file.place,
      help: near.map { "Did you mean “\($0)”?" } ?? "Write its path in the content folder, or take it out."
    ).meaning(near, for: file.value)
  }

  static func sameID(_ id: String, at place: Place, other: Place) -> Diagnostic {
    Diagnostic(
      .sameID, "this and another part of its page have the same address, “#\(id)”", at: place,
      help: "Word the heading in another way.", related: [.init("the other is here", at: other)])
  }

  static func showLoop(_ paths: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .showLoop, "these texts show each other without end: \(paths.joined(separator: ", "))", at: place,
      help: "Take out one of the show blocks.")
  }

  static func tooManyShown(_ most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .tooManyShown, "this page shows more than \(most) shared texts", at: place,
      help: "Look for texts that show others which show others in turn.")
  }

  static func unknownShared(_ path: Located<String>, near: String?) -> Diagnostic {
    Diagnostic(
      .unknownShow, "there is no shared text “\(path.value)”", at: path.place,
      help: near.map { "Did you mean “\($0)”?" }
        ?? "Write the path of a file in the folder shared, such as shared/fees.md."
    ).meaning(near, for: path.value)
  }

  static func unknownValue(_ path: String, near: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownValue, "there is no value “\(path)”", at: place,
      help: near.map { "Did you mean {{\($0)}}?" }
        ?? "Write the path of a key, such as {{dates.deadline}}. For plain braces write \\{{."
    ).meaning(near, for: path)
  }

  static func valueNotWritten(_ path: String, _ severity: Severity, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownValue, severity, "“\(path)” has no value yet", at: place, help: "Write it in the front matter.")
  }

  static func valueIsGroup(_ path: String, keys: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownValue, "“\(path)” is not one value but several", at: place,
      help: "Say which: " + keys.map { "{{\(path).\($0)}}" }.joined(separator: ", ") + ".")
  }

  static func unknownFormat(_ path: String, _ format: String, allowed: [String], at place: Place) -> Diagnostic {
    let ways = allowed.map { "{{\(path) as \($0)}}" } + ["{{\(path)}}"]
    return Diagnostic(
      .unknownValue, "“\(path)” cannot be written as “\(format)”", at: place,
      help: "Write " + ways.joined(separator: " or ") + ".")
  }

  static func emptyShow(at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownShow, "this show block does not say what to show", at: place,
      help: "Write a line in it, such as: table: outcomes")
  }

  static func unknownShow(_ name: Located<String>, among names: [String]) -> Diagnostic {
    let near = names.nearest(to: name.value)
    return Diagnostic(
      .unknownShow, "“\(name.value)” cannot be shown here", at: name.place,
      help: near.map { "Did you mean “\($0)”?" } ?? "Write one of: \(names.joined(separator: ", "))."
    ).meaning(near, for: name.value)
  }

  static func showNeedsTender(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .unknownShow, "“\(name.value)” belongs to a tender, and this page does not", at: name.place,
      help: "Move the block to a page in the tender's folder.")
  }
}
