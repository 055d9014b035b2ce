internal import Markdown

/// Styles without a name of their own: what some words, paragraphs and tables have beside their named style. The same
/// look has one style.
struct ODTAutomatic {
  private struct Key: Hashable {
    let family: String
    let parent: String?
    let master: String?
    let properties: String
  }

  private var names: [Key: String] = [:]
  private(set) var styles: [XML] = []

  mutating func name(_ family: String, parent: String? = nil, master: String? = nil, _ properties: [XML]) -> String {
    let key = Key(family: family, parent: parent, master: master, properties: XML(properties).text)
    if let known = names[key] { return known }
    let name = "\(family.prefix(1).uppercased())\(family.count)_\(names.count + 1)"
    names[key] = name
    styles.append(
      .tag(
        "style:style",
        [
          "style:name": name, "style:family": family, "style:parent-style-name": parent,
          "style:master-page-name": master,
        ], properties))
    return name
  }
}

extension Face {
  /// What LibreOffice says of such words; nothing for plain ones.
  func properties(base: LanguageTag, code: String) -> XML {
    let language = self.language.flatMap { $0 == base ? nil : $0 }
    let isRightToLeft = language?.isRightToLeft ?? false
    let properties = XML.tag(
      "style:text-properties",
      [
        "fo:font-weight": isStrong ? "bold" : nil, "style:font-weight-complex": isStrong ? "bold" : nil,
        "fo:font-style": isEmphasis ? "italic" : nil, "style:font-style-complex": isEmphasis ? "italic" : nil,
        "style:text-line-through-style": isStruck ? "solid" : nil,
        "style:text-position": position.map { $0 == .raised ? "super 65%" : "sub 65%" },
        "style:font-name": isCode ? code : nil,
        "fo:language": isRightToLeft ? nil : language?.code,
        "fo:country": isRightToLeft ? nil : language.map { $0.region ?? "none" },
        "style:language-complex": isRightToLeft ? language?.code : nil,
        "style:country-complex": isRightToLeft ? language.map { $0.region ?? "none" } : nil,
      ])
    return properties == .tag("style:text-properties") ? .empty : properties
  }
}
