package import Diagnostics

/// What a page of a draft says where the author has said nothing.
package let notWrittenYet = "Not written yet"

package struct Site: Sendable {
  let record: Record
  package let facts: SiteFacts
  package let title: String
  package let organisation: String
  /// Where the site will be published, if that is known.
  package var baseURL: Located<String>?
  package let email: String?
  /// The council's colour.
  package let accent: Located<String>?
  package var colour: Colour? { accent.flatMap { Colour($0.value) } }
  package let language: String
  /// The language of the program's own words on the site: English, of the kind that the site is in.
  package var wordsLanguage: String {
    language == "en" || language.lowercased().hasPrefix("en-") ? language : "en-GB"
  }
  /// True for somebody's plain Markdown, without a site.yml.
  package let isTrial: Bool
  /// Files of the content that are published though no page names them, by their paths.
  package var publishedFiles: [Located<String>] { facts.publish.items }
  /// Whether what the checks found is for everyone to read.
  package var publishesChecks: Bool { facts.publishesChecks.value ?? false }
  /// Whether the site shows the rules that a pack is checked by.
  package var publishesRules: Bool { facts.publishesRules.value ?? false }
}
