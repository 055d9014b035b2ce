internal import CCmarkGFM
internal import Synchronization

/// The one registration of the Markdown library, and the way to parse with it on several threads.
///
/// cmark-gfm keeps tables of special characters for the whole process. Finishing a parse switches the characters of its
/// extensions on and off again, so that two parses at once disturb each other. Two measures stop that: autolink's
/// characters are switched on once and for ever, and its list of characters is then taken away so that no parse
/// touches them; strikethrough is attached only to texts that hold a `~`, and those finish one at a time.
enum Library {
  /// Parses a text and hands its tree to `read`. The tree lives only as long as the call.
  static func withTree<Result>(
    of bytes: ArraySlice<UInt8>, tables: Bool, read: (OpaquePointer) -> Result
  ) -> Result {
    let extensions = registered
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_FULL_INFO_STRING) else {
      preconditionFailure("the Markdown library is out of memory")
    }
    defer { cmark_parser_free(parser) }
    // In the order in which the reference implementation attaches them.
    if tables { cmark_parser_attach_syntax_extension(parser, extensions.table) }
    for each in extensions.always { cmark_parser_attach_syntax_extension(parser, each) }
    let strikes = bytes.contains(UInt8(ascii: "~"))
    if strikes { cmark_parser_attach_syntax_extension(parser, extensions.strikethrough) }
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      cmark_parser_feed(parser, start, buffer.count)
    }
    // The parser belongs to this call alone; the lock does not share it.
    nonisolated(unsafe) let own = parser
    nonisolated(unsafe) var finished: OpaquePointer?
    if strikes {
      finishing.withLock { _ in finished = cmark_parser_finish(own) }
    } else {
      finished = cmark_parser_finish(own)
    }
    guard let root = finished else { preconditionFailure("the Markdown library returned no tree") }
    defer { cmark_node_free(root) }
    return read(root)
  }

  /// What a line says without any mark: for an entity such as `&pound;`, its character.
  static func plainText(of line: some StringProtocol) -> String {
    firstInline(of: String(line), cmark_node_get_literal) ?? String(line)
  }

  /// The address of the link that a text begins with.
  static func address(of text: String) -> String? { firstInline(of: text, cmark_node_get_url) }

  private static func firstInline(
    of text: String, _ value: (OpaquePointer) -> UnsafePointer<CChar>?
  ) -> String? {
    withTree(of: Array(text.utf8)[...], tables: false) { root in
      let inline = cmark_node_first_child(root).flatMap(cmark_node_first_child)
      return inline.flatMap(value).map { String(cString: $0) }
    }
  }

  private struct Extensions: @unchecked Sendable {
    let table: OpaquePointer
    let always: [OpaquePointer]
    let strikethrough: OpaquePointer
  }

  private static let finishing = Mutex(())

  /// Found once, before any parse; the pointers are never written again.
  private static let registered: Extensions = {
    cmark_gfm_core_extensions_ensure_registered()
    let (table, autolink, tasks) = (find("table"), find("autolink"), find("tasklist"))
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else {
      preconditionFailure("the Markdown library is out of memory")
    }
    cmark_parser_attach_syntax_extension(parser, autolink)
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_syntax_extension_set_special_inline_chars(autolink, nil)
    cmark_parser_free(parser)
    return Extensions(table: table, always: [autolink, tasks], strikethrough: find("strikethrough"))
  }()

  private static func find(_ name: String) -> OpaquePointer {
    guard let found = cmark_find_syntax_extension(name) else {
      preconditionFailure("the Markdown library has no extension named \(name)")
    }
    return found
  }
}
