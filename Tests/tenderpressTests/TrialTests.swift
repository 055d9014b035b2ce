import Foundation
import TestSupport
import Testing

/// A folder without a site.yml: somebody's plain Markdown.
struct TrialTests {
  @Test func `plain Markdown builds with warnings, and what cannot be followed is printed as words`() async throws {
    let workplace = try Workplace([
      "README.md": "# Our plans\n\nSee [one](Plan%20One.md), [gone](gone.md) and {{ site.url }}.\n",
      "Plan One.md": "Title\n=====\n\n{% include x %}\n\n| a |\n|---|\n| [up](README.md#our-plans) |\n",
      "deep/index.md": "---\nlayout: page\n---\n# Deep\n", "deep/README.md": "# Read me\n",
    ])
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.allSatisfy { $0.severity == "warning" })
    #expect(Set(findings.map(\.code)) == ["F10", "M08", "R02"])
    let build = try await workplace.buildPages()
    #expect(build.code == 0)
    #expect(build.errors.contains("A trial, since there is no site.yml."))
    let home = try workplace.read("site/index.html")
    #expect(home.contains("<h1>Our plans</h1>"))
    #expect(home.contains("gone and {{ site.url }}."))
    #expect(home.contains("href=\"plan-one/index.html\""))
    #expect(workplace.exists("site/deep/index.html") && workplace.exists("site/deep/readme/index.html"))
  }

  @Test func `what is wrong in the same way in two files is told for each`() async throws {
    let workplace = try Workplace(["a.md": "---\na: [\n---\nx\n", "b.md": "---\nb: [\n---\nx\n"])
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(Set(findings.filter { $0.code == "F02" }.map(\.file)) == ["content/a.md", "content/b.md"])
  }

  @Test func `tenders without a site.yml, or with one of another name, are no trial`() async throws {
    for name in ["site.yaml", "Site.yml"] {
      let workplace = try Workplace([name: "title: T\n", "tenders/t/tender.md": "---\nstage: draft\n---\nSecret.\n"])
      let run = try await workplace.buildPages()
      #expect(run.code == 1)
      #expect(run.errors.contains("Name this file site.yml."), "\(run.errors)")
      #expect(!workplace.exists("site"))
    }
  }

  @Test func `real texts build as a trial`() async throws {
    guard let texts = try? Read.files(in: "../shared/data/real") else {
      print("The real texts are not on this machine (../shared/data/real): they were not built.")
      return
    }
    let workplace = try Workplace([:])
    for (path, bytes) in texts { try workplace.disk.put(bytes, at: "content/\(path)") }
    let run = try await workplace.buildPages()
    #expect(run.code == 0, "\(run.errors)")
    #expect(try workplace.snapshot("site").count > 190)
  }
}
