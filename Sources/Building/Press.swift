internal import Diagnostics
internal import Markdown
internal import Planning
internal import System
internal import TypstOutput

/// What documents are made with. Made before anything is written, so that a machine that lacks something says so first.
struct Press: Sendable {
  private let writer: TypstWriter
  private let typesetter: Typesetter

  /// Nil where no document is wanted that needs it.
  init?(job: Job, prepared: Prepared) throws(SystemFault) {
    let wanted = prepared.plan.artefacts.contains { $0.recipe.booklet != nil && job.makes($0) }
    guard wanted else { return nil }
    typesetter = try Typesetter(engines: job.engines, cache: "\(job.privateFolder)/.tenderpress/cache")
    let look = PrintLook(own: prepared.ownTemplates)
    writer = TypstWriter(look: look, signs: typesetter.signs, pictures: Pictures())
  }

  /// A booklet as a PDF. Where it cannot be made, the findings say why and where.
  func pdf(_ booklet: Booklet) throws(SystemFault) -> Making.Made {
    var findings: [Diagnostic] = []
    let source = writer.source(of: booklet, findings: &findings)
    switch try typesetter.compile(source) {
    case .success(let typeset): return Making.Made(bytes: typeset.bytes, pages: typeset.pages, findings: findings)
    case .failure(let refusal): return Making.Made(bytes: [], findings: findings + refusal.findings)
    }
  }

  /// Forgets what earlier builds made and this one did not need.
  func finish() { typesetter.forgetUnused() }
}
