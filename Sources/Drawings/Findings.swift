internal import Diagnostics

extension Code {
  fileprivate static let cleanedDrawing = Code("F21", "cleaned-drawing")
  fileprivate static let brokenDrawing = Code("F33", "broken-drawing")
}

extension Diagnostic {
  static func cleanedDrawing(_ what: LeftOut, at place: Place) -> Diagnostic {
    let (words, help) = what.words
    return Diagnostic(.cleanedDrawing, .warning, "this drawing is published without \(words)", at: place, help: help)
  }

  static func cleanedMore(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .cleanedDrawing, .warning,
      "this drawing is published without \(count == 1 ? "another such part" : "\(count) other such parts")", at: place,
      help: "Save it again from a drawing program, as plain SVG.")
  }

  static func brokenDrawing(_ reason: XMLFault.Reason, at place: Place) -> Diagnostic {
    let (words, help) = reason.words
    return Diagnostic(
      .brokenDrawing, "no program can show this drawing: \(words)", at: place,
      help: help ?? "Open it in a drawing program and save it again, or save it as PNG.")
  }

  static func noDrawing(_ root: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenDrawing,
      root == "svg"
        ? "this is no drawing: its “svg” is not that of http://www.w3.org/2000/svg"
        : "this is no drawing: it begins with “\(root)” and not with “svg”", at: place,
      help: "Save it as SVG in a drawing program. A saved web page is no drawing.")
  }

  static func endlessDrawing(at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenDrawing, "this drawing uses its parts again more than 200,000 times, which no browser can draw in time",
      at: place,
      help: "Save it as PNG.")
  }
}

extension LeftOut {
  fileprivate var words: (message: String, help: String) {
    switch self {
    case .script:
      ("its script", "Nothing runs on these pages. If something is missing now, save it again without the script.")
    case .handler(let name):
      ("what “\(name)” would run", "Nothing runs on these pages. Nothing has to be done if the drawing looks right.")
    case .links:
      ("its links, since no part of a picture on a page can be clicked", "Write the links in the text beside it.")
    case .animation: ("what moves in it", "Save it as it should stand still.")
    case .foreignObject:
      (
        "text that is laid out as a web page (foreignObject)",
        "Save it again with plain text: in many drawing programs, by switching off formatted text or word wrap."
      )
    case .outside(let address):
      (
        "“\(address)”, which is not in the drawing",
        "Put it into the drawing itself (“embed”, not “link”) and save it again."
      )
    case .style(let text):
      (
        "the style “\(text)”, which may fetch something",
        "Save it again with colours and fonts written in the drawing itself."
      )
    case .styleSheet: ("its style sheet, which is another file", "Save it with its styles in the drawing itself.")
    case .element(let name): ("its parts named “\(name)”, which not all programs draw", Self.look)
    case .attribute(let name): ("“\(name)”, which is no word of drawings", Self.look)
    }
  }

  private static let look = "Look at it on its page. If something is missing, turn it into paths and save it again."
}

extension XMLFault.Reason {
  /// What is wrong, to stand behind a colon, and what to do where that is not the same for all.
  fileprivate var words: (message: String, help: String?) {
    switch self {
    case .empty: ("nothing is in it", nil)
    case .crossed(let open, let closes): ("“\(closes)” is closed here while “\(open)” is open", nil)
    case .neverClosed(let name): ("it ends before “\(name)” is closed, as if a part of the file were lost", nil)
    case .unknownName(let name):
      ("“&\(name);” stands for nothing that it says itself", "Write the letter itself in its place.")
    case .sameAttribute(let name): ("“\(name)” is written twice in one tag", nil)
    case .attributeWithoutValue(let name): ("“\(name)” has no value", nil)
    case .quotation: ("a value lacks one of its quotation marks", nil)
    case .tag: ("a tag is broken here", nil)
    case .noName:
      ("a “<” or “&” has no name behind it here", "Write &lt; for a plain “<”, and &amp; for a plain “&”.")
    case .afterTheEnd: ("something follows after its end", nil)
    case .character: ("there is a character here that no drawing may hold", nil)
    case .encoding: ("its bytes are not in the encoding that it names", "Save it again with the encoding UTF-8.")
    case .declarationNotFirst:
      ("something stands before <?xml, which has to come first", "Delete what stands before <?xml, also blank lines.")
    case .tooLarge: ("it is too deep, or one of its parts too large", "Save it as PNG.")
    case .broken: ("it cannot be followed further than this", nil)
    }
  }
}
