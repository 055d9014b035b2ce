import TestSupport
import Testing

struct ConstructTests {
  @Test func `a PDF has the words and numbers of every construct`() throws {
    for construct in Construct.all {
      let pdf = try Press.print(construct.text).pdf
      let words = try pdf.text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
      #expect(construct.part(of: words) == construct.read, "\(construct.markdown)")
    }
  }
}
