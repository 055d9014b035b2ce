internal import CYAML
package import Diagnostics
internal import Escaping

extension YAML {
  /// Reads one YAML text that must be a mapping. What is wrong is found and the rest is kept, as far as the text can be
  /// followed. Anchors, aliases, tags and merge keys are refused: they make one text say another's words.
  package static func parse(
    _ source: SourceText, in range: Range<Int>? = nil, findings: inout [Diagnostic]
  ) -> Mapping {
    let range = range ?? 0..<source.bytes.count
    let reader = EventReader(source: source, range: range)
    defer { reader.finish() }
    var composer = Composer(reader: reader)
    let mapping = composer.document()
    findings += composer.findings
    return mapping
  }
}

/// Builds the tree from events. Each function reads on until its part of the text ends or breaks off.
private struct Composer {
  let reader: EventReader
  var findings: [Diagnostic] = []

  private var depth = 0
  private var nodeCount = 0
  private var isBroken = false

  /// Far more than any real content has, and little enough to be read in no time.
  private static let deepest = 24
  private static let mostNodes = 50_000

  init(reader: EventReader) { self.reader = reader }

  mutating func document() -> YAML.Mapping {
    var root: YAML?
    while let event = next() {
      switch event.kind {
      case .documentStart where root != nil:
        findings.append(.secondDocument(at: event.place))
        isBroken = true
      case .other, .documentStart: break
      case .streamEnd: isBroken = true
      case .scalar, .sequenceStart, .mappingStart, .end, .alias: root = node(event)
      }
      if isBroken { break }
    }
    let endedWell = reader.problem == nil && !wasCut
    switch root {
    case .mapping(let mapping):
      return YAML.Mapping(entries: mapping.entries, place: mapping.place, isWhole: endedWell && mapping.isWhole)
    case .scalar(_, isEmpty: true), nil: return nothing(isWhole: endedWell)
    case .unread: return nothing(isWhole: false)
    case .some(let other):
      // Further on the text cannot be followed because this is no key.
      if reader.problem != nil { findings.removeLast() }
      findings.append(reader.blankThatIsNone(in: other.place) ?? .notAMapping(at: other.place))
      return nothing(isWhole: false)
    }
  }

  private func nothing(isWhole: Bool) -> YAML.Mapping {
    YAML.Mapping(entries: [], place: Place(file: reader.name, range: reader.start), isWhole: isWhole)
  }

  private var wasCut = false

  private mutating func next() -> Event? {
    guard !isBroken else { return nil }
    guard let event = reader.next() else {
      isBroken = true
      if let problem = reader.problem { findings.append(problem) }
      return nil
    }
    nodeCount += 1
    if nodeCount > Self.mostNodes { cut(.tooMuchYAML(at: event.place)) }
    return isBroken ? nil : event
  }

  private mutating func cut(_ finding: Diagnostic) {
    findings.append(finding)
    isBroken = true
    wasCut = true
  }

  private mutating func node(_ event: Event) -> YAML {
    if let anchor = event.anchor { findings.append(.anchor(anchor, at: event.place)) }
    if let tag = event.tag { findings.append(.tag(tag, at: event.place)) }
    switch event.kind {
    case .scalar(let text):
      // Behind a mark that was taken for an anchor or a tag there was to be a value.
      if text.isBlank, event.anchor != nil || event.tag != nil { return .unread(at: event.place) }
      // Controls as such cannot be read; these are written with a backslash.
      let controls = text.unicodeScalars.filter(\.isForbiddenInMarkup)
      if let first = controls.first { findings.append(.writtenControl(first, at: event.place)) }
      let kept = controls.isEmpty ? text : String(text.unicodeScalars.filter { !$0.isForbiddenInMarkup })
      return .scalar(Located(kept, at: event.place), isEmpty: kept.isBlank)
    case .alias:
      findings.append(.alias(at: event.place))
      return .unread(at: event.place)
    case .sequenceStart: return sequence(from: event)
    case .mappingStart:
      let mapping = mapping(from: event)
      // Braces that hold braces, and no key.
      return mapping.entries.isEmpty && !mapping.isWhole ? .unread(at: mapping.place) : .mapping(mapping)
    case .end, .documentStart, .streamEnd, .other: return .scalar(Located("", at: event.place), isEmpty: true)
    }
  }

  private mutating func sequence(from start: Event) -> YAML {
    var items: [YAML] = []
    var end = start.place.range.upperBound
    descend(at: start.place)
    while let event = next() {
      guard event.kind != .end else {
        end = event.closing ?? end
        break
      }
      let item = node(event)
      end = item.place.range.upperBound
      items.append(item)
    }
    depth -= 1
    return .sequence(items, at: reader.place(start, to: end))
  }

  private mutating func mapping(from start: Event) -> YAML.Mapping {
    var entries: [YAML.Mapping.Entry] = []
    var first: [String: Place] = [:]
    var lacksKeys = false
    var end = start.place.range.upperBound
    descend(at: start.place)
    while let event = next() {
      guard event.kind != .end else {
        end = event.closing ?? end
        break
      }
      let key = node(event)
      guard let valueEvent = next() else { break }
      let value = node(valueEvent)
      // A value in which the text broke off is only a part of what was meant.
      guard !isBroken else { break }
      end = max(end, value.place.range.upperBound)
      guard case .scalar(let name, _) = key else {
        findings.append(.notAKey(at: key.place))
        lacksKeys = true
        continue
      }
      if name.value == "<<" {
        findings.append(.mergeKey(at: name.place))
        lacksKeys = true
      } else if let earlier = first[name.value] {
        findings.append(.duplicateKey(name.value, at: name.place, first: earlier))
      } else {
        first[name.value] = name.place
        entries.append(YAML.Mapping.Entry(key: name, value: value))
      }
    }
    depth -= 1
    return YAML.Mapping(entries: entries, place: reader.place(start, to: end), isWhole: !isBroken && !lacksKeys)
  }

  private mutating func descend(at place: Place) {
    depth += 1
    if depth > Self.deepest { cut(.tooDeepYAML(at: place)) }
  }
}

extension String {
  /// Whether there is nothing to read: blanks, and characters that nobody sees.
  fileprivate var isBlank: Bool {
    unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
        || scalar.properties.generalCategory == .control
    }
  }
}

// MARK: The library's events

private struct Event {
  enum Kind: Equatable {
    case scalar(String)
    case sequenceStart, mappingStart, end
    case alias
    case documentStart, streamEnd, other
  }

  let kind: Kind
  let place: Place
  let anchor: String?
  let tag: String?

  /// Where a list in brackets or a group in braces ends; nil for one that ends with its indentation.
  var closing: Int? { place.range.isEmpty ? nil : place.range.upperBound }
}

/// The library's event reader over a part of a file. Owns the library's memory until `finish`.
private final class EventReader {
  let name: String
  let start: Range<Int>
  private let source: SourceText
  private(set) var problem: Diagnostic?
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let offsets: ScalarOffsets

  init(source: SourceText, range: Range<Int>) {
    name = source.name
    self.source = source
    start = range.lowerBound..<range.lowerBound
    input = .allocate(capacity: range.count)
    _ = input.initialize(from: source.bytes[range])
    offsets = ScalarOffsets(source.bytes[range])
    parser.initialize(to: yaml_parser_t())
    precondition(yaml_parser_initialize(parser) == 1, "the YAML library is out of memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  /// A colon with a blank behind it that looks like one and is none to the library, as some keyboards and programs make
  /// it; nil where there is none.
  func blankThatIsNone(in place: Place) -> Diagnostic? {
    let bytes = source.bytes[place.range]
    for blank in ["\u{A0}", "\u{2007}", "\u{202F}", "\u{3000}"] {
      guard let found = bytes.firstRange(of: Array(":\(blank)".utf8)) else { continue }
      return .blankThatIsNone(blank, at: Place(file: place.file, range: found))
    }
    return nil
  }

  func finish() {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event, or nil when the text cannot be followed; then `problem` says why.
  func next() -> Event? {
    guard problem == nil else { return nil }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      problem = currentProblem()
      return nil
    }
    defer { yaml_event_delete(&event) }
    let place = place(event.start_mark, event.end_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let kind = Event.Kind.scalar(String(decoding: bytes, as: UTF8.self))
      return Event(kind: kind, place: place, anchor: text(scalar.anchor), tag: text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return Event(kind: .sequenceStart, place: place, anchor: text(data.anchor), tag: text(data.tag))
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return Event(kind: .mappingStart, place: place, anchor: text(data.anchor), tag: text(data.tag))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return plain(.end, place)
    case YAML_ALIAS_EVENT: return plain(.alias, place)
    case YAML_DOCUMENT_START_EVENT: return plain(.documentStart, place)
    case YAML_STREAM_END_EVENT: return plain(.streamEnd, place)
    default: return plain(.other, place)
    }
  }

  func place(_ event: Event, to end: Int) -> Place {
    let start = event.place.range.lowerBound
    return Place(file: name, range: start..<max(start, end))
  }

  private func plain(_ kind: Event.Kind, _ place: Place) -> Event {
    Event(kind: kind, place: place, anchor: nil, tag: nil)
  }

  private func place(_ from: yaml_mark_t, _ to: yaml_mark_t) -> Place {
    let (low, high) = (offset(of: from), offset(of: to))
    return Place(file: name, range: low..<max(low, high))
  }

  private func offset(of mark: yaml_mark_t) -> Int { start.lowerBound + offsets[mark.index] }

  private func currentProblem() -> Diagnostic {
    let problem = parser.pointee.problem.flatMap { YAMLProblem(rawValue: String(cString: $0)) }
    if parser.pointee.error == YAML_READER_ERROR {
      let offset = start.lowerBound + min(Int(parser.pointee.problem_offset), input.count)
      return .brokenYAML(problem, at: character(at: offset))
    }
    let place = character(at: offset(of: parser.pointee.problem_mark))
    let start = self.offset(of: parser.pointee.context_mark)
    let opening =
      parser.pointee.context == nil ? nil : Place(file: name, range: start..<min(start + 1, place.range.lowerBound))
    if problem == .lineWithoutColon {
      // The library notices at the line after the one that lacks its colon.
      return .lineWithoutColon(source, at: start)
    }
    return .brokenYAML(problem, opening: opening, at: place)
  }

  /// A whole character, or nothing at the end of the text.
  private func character(at offset: Int) -> Place {
    let last = start.lowerBound + input.count
    var end = min(offset + 1, last)
    while end < last, source.bytes[end].isUTF8Continuation { end += 1 }
    return Place(file: name, range: min(offset, end)..<end)
  }

  private func text(_ pointer: UnsafePointer<yaml_char_t>?) -> String? { pointer.map { String(cString: $0) } }
}

/// The library counts characters; places count bytes.
private struct ScalarOffsets {
  /// Nil for a text of ASCII alone, where the two are the same.
  private let starts: [Int]?
  private let end: Int

  init(_ bytes: ArraySlice<UInt8>) {
    end = bytes.count
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    starts = isASCII ? nil : bytes.indices.filter { !bytes[$0].isUTF8Continuation }.map { $0 - bytes.startIndex }
  }

  subscript(index: Int) -> Int {
    guard let starts else { return min(index, end) }
    return index < starts.count ? starts[index] : end
  }
}
