internal import Diagnostics
internal import Escaping
internal import Markdown

/// How some words are set. Word processors know no tree inside a paragraph: each run of words carries all of it.
struct Face: Sendable, Hashable {
  enum Position: Sendable { case raised, lowered }

  var isStrong = false
  var isEmphasis = false
  var isStruck = false
  var isCode = false
  var isLink = false
  var position: Position?
  /// Nil for the language of the paragraph.
  var language: LanguageTag?
  var isRightToLeft = false
}

/// What a paragraph is made of.
enum InlineRun {
  enum Target {
    case here(id: String)
    case web(String)
  }

  case words(String, Face)
  case lineBreak
  case note(Int, Face)
  case picture(address: String, title: String?, alternative: [Inline], Face, Place)
  case link(Target, [InlineRun])
}

extension [Inline] {
  func runs(_ face: Face = Face()) -> [InlineRun] { flatMap { $0.runs(face) } }

  /// With the number of an entry before them.
  func runs(number: String?) -> [InlineRun] {
    (number.map { [InlineRun.words("\($0.onOneLine). ", Face())] } ?? []) + runs()
  }
}

extension Inline {
  fileprivate func runs(_ face: Face) -> [InlineRun] {
    func inner(_ inlines: [Inline], _ change: (inout Face) -> Void) -> [InlineRun] {
      var face = face
      change(&face)
      return inlines.runs(face)
    }
    switch kind {
    case .text(let text): return words(text, face)
    case .code(let text):
      var face = face
      face.isCode = true
      return words(text, face)
    case .emphasis(let content): return inner(content) { $0.isEmphasis = true }
    case .strong(let content): return inner(content) { $0.isStrong = true }
    case .strikethrough(let content): return inner(content) { $0.isStruck = true }
    case .superscript(let content): return inner(content) { $0.position = .raised }
    case .subscript(let content): return inner(content) { $0.position = .lowered }
    case .abbreviation(_, let content): return content.runs(face)
    case .passage(let language, let content): return inner(content) { $0.language = LanguageTag(guessing: language) }
    case .link(let destination, _, let content): return link(destination, content, face)
    case .image(.site(let address, _), let title, let alternative):
      return [.picture(address: address, title: title, alternative: alternative, face, place)]
    case .image(_, _, let alternative): return alternative.runs(face)
    case .footnote(let number, _): return [.note(number, face)]
    case .value(let path, let format): return words("{{\(path)\(format.map { " as " + $0 } ?? "")}}", face)
    case .softBreak: return words(" ", face)
    case .lineBreak: return [.lineBreak]
    case .html: return []
    }
  }

  private func link(_ destination: Destination, _ content: [Inline], _ face: Face) -> [InlineRun] {
    var linked = face
    linked.isLink = true
    switch destination {
    case .here(let id): return [.link(.here(id: id), content.runs(linked))]
    case .elsewhere(let address):
      guard let address = address.webAddress else { return content.runs(face) }
      return [.link(.web(address), content.runs(linked))]
    case .written, .site, .nowhere: return content.runs(face)
    }
  }

  private func words(_ text: String, _ face: Face) -> [InlineRun] {
    var face = face
    face.isRightToLeft = face.language?.isRightToLeft ?? text.isRightToLeft
    return [.words(text, face)]
  }
}

extension String {
  /// The address as a link may hold it: what may not stand in one is percent-encoded. Nil for one that is too long for
  /// Word, or of a kind that no document should open.
  fileprivate var webAddress: String? {
    guard ["http:", "https:", "mailto:", "tel:"].contains(where: lowercased().hasPrefix) else { return nil }
    let result = addressEncoded
    return result.utf8.count <= 2_000 ? result : nil
  }
}
