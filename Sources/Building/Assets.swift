internal import Diagnostics
internal import Drawings
internal import Planning
internal import System

// Files that are copied: pictures and attachments.

/// The files that are copied, as they are published.
struct AssetFolder: Sendable {
  let folder: SourceFolder
  /// Without what could run or fetch, by their paths.
  fileprivate var drawings: [String: [UInt8]] = [:]

  func bytes(_ path: String) throws(SystemFault) -> [UInt8] {
    guard let drawing = drawings[path] else { return try folder.read(path) }
    return drawing
  }
}

extension Job {
  /// No picture or attachment may be larger, so that a pack can be fetched on a phone.
  private static let largestAsset = 20_000_000

  /// Every file that is no text, with what is wrong with it. `templates` are the council's own; `sources` are given the
  /// drawings of which something is said.
  func assets(
    _ listed: [SourceFolder.File], in folder: SourceFolder, templates: [SourceText], sources: inout Sources,
    findings: inout [Diagnostic]
  ) throws(SystemFault) -> (assets: [Asset], folder: AssetFolder) {
    let naming = templates.filter { $0.name.hasSuffix(".mustache") || $0.name.hasSuffix("/style.css") }
      .map { $0.text(in: 0..<$0.bytes.count) }
    var assets: [Asset] = []
    var copied = AssetFolder(folder: folder)
    for file in listed {
      let place = Place.start(of: "\(content)/\(file.path)")
      let isNamed = naming.contains { $0.names(file.path) }
      func asset(hash: String? = nil) -> Asset {
        Asset(path: file.path, place: place, hash: hash, isNamedByTemplate: isNamed)
      }
      guard file.size <= Self.largestAsset else {
        findings.append(.largeAsset(file.size, at: place))
        assets.append(asset())
        continue
      }
      guard asset().kind == .picture else {
        assets.append(asset())
        continue
      }
      var bytes = try folder.read(file.path)
      if file.path.ending == "svg" {
        bytes = drawing(bytes, place.file, sources: &sources, findings: &findings)
        copied.drawings[file.path] = bytes
      }
      assets.append(asset(hash: Fingerprint(bytes).hex))
    }
    return (assets, copied)
  }

  /// A drawing as it is published; nothing where it is none, which ends the build.
  private func drawing(
    _ bytes: [UInt8], _ name: String, sources: inout Sources, findings: inout [Diagnostic]
  ) -> [UInt8] {
    var found: [Diagnostic] = []
    let drawing = SVG(bytes, file: name, findings: &found)
    if !found.isEmpty, let text = String(validating: bytes.withoutByteOrderMark, as: UTF8.self) {
      sources.insert(SourceText(name: name, text: text))
    }
    findings += found
    return drawing.map { Array($0.clean.utf8) } ?? []
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
  /// Whether a template or a style sheet names a file: its whole path, at the end of something in marks or brackets, as
  /// in `url(crest.png)` and `src="{{homeHref}}crest.png"`.
  fileprivate func names(_ path: String) -> Bool {
    ranges(of: path).contains { range in
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? nil : self[range.upperBound]
      return before.map { "\"'(/}".contains($0) } ?? false && after.map { "\"')?#".contains($0) } ?? false
    }
  }
}

extension Diagnostic {
  fileprivate static func largeAsset(_ size: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .tooLarge, "this file is \(size / 1_000_000) MB, more than the 20 MB that are allowed", at: place,
      help: "Make it smaller, or publish it elsewhere and link to it.")
  }
}
