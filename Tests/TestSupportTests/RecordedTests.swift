import TestSupport
import Testing

struct RecordedTests {
  @Test func `lines that differ are told with their numbers, and no others`() {
    let (old, new) = (["a", "b", "c", "d"], ["a", "x", "c", "y", "d"])
    #expect(Recorded.differences(from: old, to: new) == ["  2 - b", "  2 + x", "  4 + y"])
    #expect(Recorded.differences(from: old, to: old) == [])
    #expect(Recorded.differences(from: [], to: ["a"]) == ["  1 + a"])
  }

  @Test func `of a long line only what is other is shown`() {
    let beginning = String(repeating: "a", count: 500)
    let lines = Recorded.differences(from: [beginning + "b"], to: [beginning + "c"])
    #expect(lines.map(\.count) == [48, 48] && lines.map(\.last) == ["b", "c"])
  }

  @Test func `texts that only look alike are told`() {
    #expect(Recorded.differences(from: ["caf\u{E9}"], to: ["cafe\u{301}"]).count == 2)
  }
}
