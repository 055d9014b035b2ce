internal import Content
internal import Diagnostics
internal import Planning
internal import System

// Files that are copied: pictures and attachments.

extension Job {
  /// No picture or attachment may be larger, so that a pack can be fetched on a phone.
  private static let largestAsset = 20_000_000

  /// Every file that is no text, with what is wrong with it.
  func assets(_ listed: [ListedFile], findings: inout [Diagnostic]) -> [Asset] {
    listed.map { file in
      let place = Place.start(of: "\(content)/\(file.path)")
      guard let kind = AssetKind(file.path) else {
        findings.append(.unknownKind(file.path.ending, at: place))
        return Asset(path: file.path, place: place)
      }
      guard file.size <= Self.largestAsset else {
        findings.append(.largeAsset(file.size, at: place))
        return Asset(path: file.path, place: place)
      }
      guard kind == .picture, let bytes = try? Files.read("\(content)/\(file.path)") else {
        return Asset(path: file.path, place: place)
      }
      if file.path.ending == "svg" {
        let dropped = SVG(bytes).dropped
        if !dropped.isEmpty { findings.append(.cleanedDrawing(dropped, at: place)) }
      }
      return Asset(path: file.path, place: place, hash: Fingerprint(bytes).hex)
    }
  }

  /// A file's bytes as they are published: drawings without what could run or fetch.
  func asset(_ path: String) throws(SystemFault) -> [UInt8] {
    let bytes = try Files.read("\(content)/\(path)")
    return path.ending == "svg" ? Array(SVG(bytes).clean.utf8) : bytes
  }
}

/// What a file of the content is for, by the ending of its name.
private enum AssetKind {
  case picture, attachment

  init?(_ path: String) {
    switch path.ending {
    case "png", "jpg", "jpeg", "gif", "webp", "avif", "svg": self = .picture
    case "pdf", "odt", "ods", "odp", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "json", "xml", "zip",
      "rtf",
      "mp3", "mp4", "ics", "vtt", "srt", "epub", "html", "ico", "webmanifest":
      self = .attachment
    default: return nil
    }
  }
}

/// A short number that differs when bytes do (FNV-1a, 64 bits): for names that caches keep, not for proof.
struct Fingerprint {
  let hex: String

  init(_ bytes: some Sequence<UInt8>) {
    let value = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(value, radix: 16)
    hex = String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(10))
  }
}

extension String {
  fileprivate var ending: String {
    guard let dot = lastIndex(of: "."), let name = split(separator: "/").last, name.contains(".") else { return "" }
    return self[index(after: dot)...].lowercased()
  }
}

extension Code {
  fileprivate static let unknownKind = Code("F20", "unknown-kind-of-file")
  fileprivate static let cleanedDrawing = Code("F21", "cleaned-drawing")
}

extension Diagnostic {
  fileprivate static func largeAsset(_ size: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .tooLarge, "this file is \(size / 1_000_000) MB, more than the 20 MB that are allowed", at: place,
      help: "Make it smaller, or publish it elsewhere and link to it.")
  }

  fileprivate static func unknownKind(_ ending: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownKind, .warning,
      ending.isEmpty
        ? "this file has no ending that says what it is"
        : "“.\(ending)” is no kind of file that people can be expected to open",
      at: place, help: "Save it as a PDF, an ODT or a picture, or take it out of the content.")
  }

  fileprivate static func cleanedDrawing(_ dropped: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .cleanedDrawing, .warning,
      "this drawing is published without what could run or fetch: \(dropped.joined(separator: ", "))",
      at: place, help: "Save the drawing again without scripts, links and pictures from elsewhere.")
  }
}
