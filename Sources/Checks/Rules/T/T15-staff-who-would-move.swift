internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Bidders know whether staff would move to them, and where the list is; and nobody's number stands in a pack.
  static let staffWhoWouldMove = Rule("T15", "staff-who-would-move", .warning, source: Source.tupe, until: .published) {
    tender, context in
    numbers(tender, context) + (Until.deadline.holds(for: tender) ? position(tender, context) : [])
  }

  private static func position(_ tender: Tender, _ context: RuleContext) -> [Diagnostic] {
    guard let tupe = tender.facts.staffTransfer.located else {
      return [
        context.finding(
          "the tender does not say whether staff would have the right to move to the new provider (TUPE)",
          value: "no tupe", at: tender.titlePlace,
          help: "Add `tupe:` with applies, does-not-apply or not-known. Ask today's provider if you are unsure.")
      ]
    }
    let hasList = tender.facts.attachments.items.contains { attachment in
      attachment.title.value?.lowercased().contains("tupe") ?? false
    }
    guard tupe.value == .applies, !hasList, !tender.covers(.tupe) else { return [] }
    return [
      context.finding(
        "staff may have the right to move, and no page says how bidders get the list of posts, or when",
        value: "no list", at: tupe.place,
        help: "Say it on a page and add `covers: [tupe]` to that page, or attach the list with TUPE in its title.")
    ]
  }

  /// National Insurance numbers, told once a file and never repeated.
  private static func numbers(_ tender: Tender, _ context: RuleContext) -> [Diagnostic] {
    (tender.files + tender.formFiles).compactMap { file in
      let places = file.source.insuranceNumbers
      guard let first = places.first else { return nil }
      var finding = context.finding(
        "this looks like a National Insurance number, and everyone can read it",
        value: "National Insurance number", at: first,
        help: "Take it out of this file and of its history. Lists of staff have posts, hours and pay, and no names.")
      finding.occurrences = places.count
      return finding
    }
  }
}

extension SourceText {
  /// Two letters, six digits and a letter from A to D, with or without spaces. Prefixes that are never given out, such
  /// as the QQ of official examples, do not count.
  fileprivate var insuranceNumbers: [Place] {
    var places: [Place] = []
    var index = 0
    while index < bytes.count {
      if index == 0 || !bytes[index - 1].isLetterOrDigit, let end = numberEnd(from: index) {
        places.append(Place(file: name, range: index..<end))
        index = end
      } else {
        index += 1
      }
    }
    return places
  }

  private func numberEnd(from start: Int) -> Int? {
    var index = start
    var digits = 0
    guard index + 9 <= bytes.count, Self.first.contains(bytes[index]), Self.second.contains(bytes[index + 1]) else {
      return nil
    }
    index += 2
    while index < bytes.count, index - start < 14 {
      switch bytes[index] {
      case UInt8(ascii: " "): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "A")...UInt8(ascii: "D") where digits == 6:
        return index + 1 == bytes.count || !bytes[index + 1].isLetterOrDigit ? index + 1 : nil
      default: return nil
      }
      index += 1
    }
    return nil
  }

  private static let first = Set("ABCEGHJKLMNOPRSTWXYZ".utf8)
  private static let second = Set("ABCEGHJKLMNPRSTWXYZ".utf8)
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
  }
}
