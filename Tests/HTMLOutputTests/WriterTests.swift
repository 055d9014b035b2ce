import Foundation
import Markdown
import Planning
import TestSupport
import Testing

@testable import HTMLOutput

struct WriterTests {
  @Test func `what is written for a page is as it was recorded`() throws {
    let made = WriterSample.all.map { sample in
      "<!-- \(sample.name) -->\n" + HTMLWriter(address: Address("a/index.html")).html(sample.document)
    }
    let golden = Recorded("Golden", of: ".html")
    let difference = try golden.difference(from: ["samples.html": Data(made.joined(separator: "\n").utf8)])
    #expect(difference == nil, "\(difference ?? "")")
  }
}
