import Testing

@testable import Tenders

struct IndexedTests {
  private struct Thing: Identifiable, Equatable {
    let id: String
    let words: String
  }

  private let things: Indexed = [
    Thing(id: "b", words: "first"), Thing(id: "a", words: "second"), Thing(id: "b", words: "third"),
  ]

  @Test func `things keep their order, and of two with one id the first is meant`() {
    #expect(things.map(\.words) == ["first", "second", "third"])
    #expect(things[id: "b"]?.words == "first" && things.position(of: "a") == 1)
    #expect(things[id: "c"] == nil && !things.contains(id: "c"))
  }

  @Test func `others stand in the place of those with the same id, and the rest behind them`() {
    let replaced = things.replaced(by: [Thing(id: "c", words: "new"), Thing(id: "a", words: "own")])
    #expect(replaced.map(\.words) == ["first", "own", "third", "new"])
  }

  @Test func `what has the same key stands together, in the order of the first of each`() {
    let groups = things.grouped(by: \.id)
    #expect(groups.map(\.key) == ["b", "a"])
    #expect(groups.map { $0.items.map(\.words) } == [["first", "third"], ["second"]])
  }
}
