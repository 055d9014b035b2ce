internal import Escaping

extension [Diagnostic] {
  /// An array of objects with the keys `code name severity message file line column endLine endColumn help source related
  /// value edits occurrences`; `related` is a list of other places, each with words, and `edits` one of places with the words
  /// that would put it right, and whether nothing else can be meant.
  /// Places count from 1 in Unicode scalars; what a finding does not have is null.
  func jsonReport(_ sources: Sources) -> String {
    guard !isEmpty else { return "[]\n" }
    return "[\n" + map { "  " + $0.json(sources) }.joined(separator: ",\n") + "\n]\n"
  }
}

extension Diagnostic {
  fileprivate func json(_ sources: Sources) -> String {
    let related = related.map { other in
      jsonObject([("message", other.words.jsonString)] + Place?.some(other.place).jsonMembers(sources))
    }
    let edits = [edit?.json(sources)].compactMap(\.self)
    let members: [(String, String)] = [
      ("code", code.id.jsonString),
      ("name", code.name.jsonString),
      ("severity", severity.word.jsonString),
      ("message", fullMessage.jsonString),
    ]
    let rest: [(String, String)] = [
      ("help", help?.jsonString ?? "null"),
      ("source", code.source?.jsonString ?? "null"),
      ("related", "[" + related.joined(separator: ", ") + "]"),
      ("value", value?.jsonString ?? "null"),
      ("edits", "[" + edits.joined(separator: ", ") + "]"),
      ("occurrences", "\(occurrences)"),
    ]
    return jsonObject(members + place.jsonMembers(sources) + rest)
  }

  /// `::error file=…,line=…::message`. GitHub shows it beside the line.
  func githubAnnotation(_ sources: Sources) -> String {
    var properties: [(String, String)] = []
    if let place {
      properties.append(("file", place.file.withoutControls))
      if let span = sources.span(of: place) {
        properties += [("line", "\(span.start.line)"), ("endLine", "\(span.end.line)")]
        // It refuses columns that are not on one line.
        if span.start.line == span.end.line {
          properties += [("col", "\(span.start.column)"), ("endColumn", "\(span.end.column)")]
        }
      }
    }
    properties.append(("title", "\(code.id) \(code.name)"))
    let command = severity == .note ? "notice" : severity.word
    let head = properties.map { "\($0)=\($1.githubEscaped(also: [":", ","]))" }.joined(separator: ",")
    let words = [fullMessage, help, code.source.map { "Source: \($0)" }].compactMap(\.self).joined(separator: "\n")
    return "::\(command) \(head)::\(words.withoutControls.githubEscaped(also: []))"
  }
}

extension Edit {
  fileprivate func json(_ sources: Sources) -> String? {
    guard let range = sources[place.file].flatMap(range(in:)) else { return nil }
    let exact = Place?.some(Place(file: place.file, range: range)).jsonMembers(sources)
    return jsonObject([("words", new.jsonString), ("certain", isCertain ? "true" : "false")] + exact)
  }
}

extension Place? {
  /// `file line column endLine endColumn`, each null where it is not known.
  fileprivate func jsonMembers(_ sources: Sources) -> [(String, String)] {
    let span = flatMap(sources.span)
    return [
      ("file", self?.file.jsonString ?? "null"),
      ("line", span.map { "\($0.start.line)" } ?? "null"),
      ("column", span.map { "\($0.start.column)" } ?? "null"),
      ("endLine", span.map { "\($0.end.line)" } ?? "null"),
      ("endColumn", span.map { "\($0.end.column)" } ?? "null"),
    ]
  }
}

private func jsonObject(_ members: [(String, String)]) -> String {
  "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
}

extension String {
  fileprivate func githubEscaped(also extra: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in unicodeScalars {
      let mustEscape = scalar == "%" || scalar == "\n" || scalar == "\r" || extra.contains(scalar)
      if mustEscape {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
