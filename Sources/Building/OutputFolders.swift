internal import Paths
internal import Planning
internal import System

/// The folders that a build writes into, changed together or not at all.
struct OutputFolders {
  let site: OutputFolder
  /// What is for the council alone.
  let own: OutputFolder?

  init(job: Job, hasPrivate: Bool) throws(SystemFault) {
    site = try OutputFolder(job.output, on: job.world.disk, apartFrom: [job.content, job.templates, job.privateFolder])
    do throws(SystemFault) {
      own =
        hasPrivate
        ? try OutputFolder(
          job.privateFolder, on: job.world.disk, apartFrom: [job.content, job.templates, job.output]) : nil
      // Nobody puts it into version control, and so on a website, by accident.
      try own?.stage(.gitIgnore, Array("*\n".utf8))
    } catch {
      site.discard()
      throw error
    }
  }

  func folder(of artefact: Artefact) -> OutputFolder? { artefact.recipe.isPrivate ? own : site }

  func discard() {
    site.discard()
    own?.discard()
  }

  /// What became of the site.
  func publish() throws(SystemFault) -> OutputFolder.Changes { try Publication.publish(site, with: own) }
}
