package import Diagnostics

/// A file of the content that is no text: a picture, an attachment.
package struct Asset: Sendable {
  /// What a browser, a host or a person does with it, by the ending of its name.
  package enum Kind: Sendable {
    case picture, attachment
    /// It runs where it is opened, or it tells a host what to do.
    case active
    /// No kind of file that people can be expected to open.
    case unknown
  }

  /// Relative to the content folder.
  package let path: String
  package let place: Place
  package let kind: Kind
  /// Where it lies on the site. A picture's name holds a hash of its bytes, so that browsers may keep it for ever; a file
  /// that people save keeps its name, and so does one that somebody names who cannot know the hash.
  package let address: Address
  /// Whether a template or style sheet of the council's own names it.
  package let isNamedByTemplate: Bool

  package init(path: String, place: Place, hash: String? = nil, isNamedByTemplate: Bool = false) {
    (self.path, self.place, kind, self.isNamedByTemplate) = (path, place, Kind(path), isNamedByTemplate)
    address = Address((isNamedByTemplate ? nil : hash).map { path.insertingBeforeEnding($0) } ?? path)
  }

  var keepingItsName: Asset { Asset(path: path, place: place, isNamedByTemplate: isNamedByTemplate) }
}

extension Asset.Kind {
  package init(_ path: String) {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    // Servers look at every ending: `form.html.de` is a page. Hosts look for settings in the first folder.
    let inner = name.split(separator: ".").dropFirst().dropLast().contains { Self.activeEndings.contains(String($0)) }
    let isSetting = !path.contains("/") && Self.settings.contains(path.ending)
    guard !inner, !isSetting, !Self.hostFiles.contains(name), !Self.activeEndings.contains(path.ending) else {
      self = .active
      return
    }
    self =
      switch path.ending {
      case "png", "jpg", "jpeg", "gif", "webp", "avif", "svg": .picture
      case "pdf", "odt", "ods", "odp", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "json", "zip", "rtf",
        "mp3", "mp4", "ics", "vtt", "srt", "epub", "ico", "webmanifest", "ttf", "otf", "woff", "woff2":
        .attachment
      default: .unknown
      }
  }

  /// Endings of what runs where it is opened. A browser guesses from the first bytes what a file without an ending is.
  private static let activeEndings: Set = [
    "", "htm", "html", "xhtml", "xht", "shtml", "phtml", "mht", "mhtml", "webarchive", "js", "mjs", "cjs", "ts", "wasm",
    "xml", "xsl", "xslt", "xsd", "rdf", "rss", "atom", "svgz", "swf", "css", "php", "asp", "aspx", "jsp", "cgi", "pl",
    "py", "exe", "msi", "com", "scr", "bat", "cmd", "ps1", "vbs", "wsf", "reg", "jar", "hta", "lnk", "url", "desktop",
    "sh", "app", "apk", "dmg", "docm", "xlsm", "xlam", "pptm", "htaccess",
  ]

  /// Endings of settings, which hosts look for beside the home page.
  private static let settings: Set = ["json", "toml", "yml", "yaml", "ini", "conf", "config"]

  /// What static hosts take orders from.
  private static let hostFiles: Set = ["cname", "_redirects", "_headers", "staticfile", "procfile", "dockerfile"]
}

extension String {
  /// `map.svg` with `1f2e` is `map.1f2e.svg`.
  package func insertingBeforeEnding(_ part: String) -> String {
    guard let dot = lastIndex(of: ".") else { return self + "." + part }
    return self[..<dot] + "." + part + self[dot...]
  }

  /// `svg` of `drawings/map.SVG`.
  package var ending: String {
    guard let name = split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
