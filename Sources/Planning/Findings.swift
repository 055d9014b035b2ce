internal import Diagnostics

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
        help: near.map { "Did you mean “\($0)”?" } ?? "Write the file, or take the link out.")
    case .fragment(let fragment, let near):
      Diagnostic(
        .deadFragment, "the page has no part named “\(fragment)”", at: place,
        help: near.map { "Did you mean “#\($0)”?" } ?? "Take out the # and what follows it, or write the heading.")
    }
  }
}

extension Diagnostic {
  static func sameAddress(_ artefact: Artefact, _ other: Artefact) -> Diagnostic {
    Diagnostic(
      .sameAddress, "“\(artefact.address.path)” and “\(other.address.path)” cannot both be made", at: artefact.cause,
      help: "Give one of the two files another name. Upper and lower case count as the same.",
      related: [.init("the other comes from here", at: other.cause)])
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
        ?? "Write the path of a file in the folder shared, such as shared/fees.md.")
  }

  static func unknownValue(_ path: String, near: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownValue, "there is no value “\(path)”", at: place,
      help: near.map { "Did you mean {{\($0)}}?" }
        ?? "Write the path of a key, such as {{dates.deadline}}. For plain braces write \\{{.")
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
      help: near.map { "Did you mean “\($0)”?" } ?? "Write one of: \(names.joined(separator: ", ")).")
  }

  static func showNeedsTender(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .unknownShow, "“\(name.value)” belongs to a tender, and this page does not", at: name.place,
      help: "Move the block to a page in the tender's folder.")
  }
}
