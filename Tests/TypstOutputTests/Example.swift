import Diagnostics
import Foundation
import Planning
import System
import Tenders

@testable import Building

/// The booklets of the example site, as a build composes them.
enum Example {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL

  static func booklets() async throws -> [BookletName: Booklet] {
    let job = Job(
      content: root.appending(path: "content").path, templates: root.appending(path: "templates").path, output: "site",
      in: .real)
    var findings: [Diagnostic] = []
    let loaded = try await job.load()
    let model = Model.assemble(loaded.files, findings: &findings)
    return Plan.make(model, assets: loaded.assets, style: Address("style.css"), drafts: false, findings: &findings)
      .booklets
  }
}
