internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

extension Model {
  /// The languages of files that are not in that of the site, by their paths.
  var foreignLanguages: [String: String] {
    files.reduce(into: [:]) { languages, file in
      if let tag = file.facts.language.value, tag != site.language { languages[file.file.path] = tag }
    }
  }
}

extension Document {
  /// The same with every word marked as being in a language.
  func inLanguage(_ tag: String) -> Document {
    let marked = mapInlines { inline in
      switch inline.kind {
      case .softBreak, .lineBreak, .footnote: nil
      case .text, .code, .emphasis, .strong, .strikethrough, .superscript, .subscript, .abbreviation, .passage, .link,
        .image, .value, .html:
        [Inline(.passage(language: tag, [inline]), at: inline.place)]
      }
    }
    return marked.mapBlocks { block in
      switch block.kind {
      // Their words are no inlines.
      case .figure, .form, .code, .group(.voice, _): [Block(.group(.passage(language: tag), [block]), at: block.place)]
      default: nil
      }
    }
  }
}
