internal import Checks
package import Planning
package import System
internal import Tenders

/// What a person asked for: the folders, and how to treat them.
package struct Job: Sendable {
  /// What there is of the machine.
  package let world: World
  package var content: String
  package var templates: String
  /// Whether the council's own templates are used. Whoever builds a proposal may not want what it does to them.
  package var usesTemplates = true
  package var output: String
  /// Where the council's own files go: review copies, the panel's workbook.
  package var privateFolder = "private"
  /// Where the typesetter is, if the person who runs this says so.
  package var engines: String?
  /// What is made; nil for everything.
  package var only: Set<Output>?
  /// Where the site will be published, in the place of what site.yml says.
  package var baseURL: String?
  /// Whether drafts are published too.
  package var drafts = false
  /// Whether warnings fail.
  package var strict = false
  /// The groups of rules to run, by their names, in the place of those that follow from each tender's regime.
  package var profiles: [String]?
  /// The day on which somebody checks, as `2027-01-15`. A build has none unless somebody names it: what it makes is read on
  /// many days.
  package var today: String?
  /// The day that reports carry; nil where nobody gave one.
  package var reportDay: String?
  /// How many things to do at once.
  package var jobs = 1

  package init(content: String, templates: String, output: String, in world: World) {
    (self.content, self.templates, self.output, self.world) = (content, templates, output, world)
  }
}

extension Job {
  func makes(_ artefact: Artefact) -> Bool { only?.contains(artefact.recipe.output) ?? true }

  package static func isDay(_ text: String) -> Bool { Day(text) != nil }

  package static func isWebAddress(_ text: String) -> Bool { text.isWebAddress }

  /// The names of the groups of rules.
  package static let profileNames = Profile.allCases.map(\.rawValue)
}
