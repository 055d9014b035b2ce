import Foundation
import TestSupport
import Testing

/// What the program reads, and what must hold for all of it.
struct Fuzzed: Sendable {
  /// Of the folder in Corpus too.
  let name: String
  /// Pieces that mean something there, to be put in anywhere.
  let pieces: [String]
  /// What is wrong with what came of an input; nil where nothing is.
  let fault: @Sendable ([UInt8]) -> String?
}

/// Tries inputs made from others by small changes, until a time is over.
///
/// It stands in the process of the tests, and no coverage guides it: see docs/fuzzing.md.
struct Fuzzer {
  private let fuzzed: Fuzzed
  private let corpus: [[UInt8]]
  private static let largest = 4_096

  init(_ fuzzed: Fuzzed, and others: [String] = []) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(fuzzed.name)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    self.fuzzed = fuzzed
    corpus =
      try files.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) } + others.map { Array($0.utf8) }
  }

  /// What was tried, and the smallest input found that breaks the laws.
  struct Result {
    var tried = 0
    var broken: (input: String, fault: String)?
  }

  /// The corpus as it is, then what is made from it. Each input is kept in a file while it is tried, since after a crash
  /// nothing could be said.
  func run(seconds: Double, seed: UInt64) throws -> Result {
    var (result, generator) = (Result(), SeededGenerator(seed: seed))
    let end = Date(timeIntervalSinceNow: seconds)
    let file = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(fuzzed.name)")
    while result.tried < corpus.count || Date() < end {
      let input = result.tried < corpus.count ? corpus[result.tried] : changed(&generator)
      try Data(input).write(to: file)
      result.tried += 1
      guard fuzzed.fault(input) != nil else { continue }
      let small = smallest(input)
      result.broken = (String(decoding: small, as: UTF8.self), fuzzed.fault(small) ?? "")
      break
    }
    try FileManager.default.removeItem(at: file)
    return result
  }

  private func changed(_ generator: inout SeededGenerator) -> [UInt8] {
    var input = corpus.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &generator) { change(&input, &generator) }
    return Array(input.prefix(Self.largest))
  }

  private func change(_ input: inout [UInt8], _ generator: inout SeededGenerator) {
    let start = Int.random(in: 0...input.count, using: &generator)
    let end = min(input.count, start + Int.random(in: 0...40, using: &generator))
    let piece = Array((fuzzed.pieces.randomElement(using: &generator) ?? "").utf8)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: input.removeSubrange(start..<end)
    case 1: input.insert(contentsOf: piece, at: start)
    case 2: input.replaceSubrange(start..<end, with: piece)
    case 3: input.insert(contentsOf: input[start..<end], at: Int.random(in: 0...input.count, using: &generator))
    case 4:
      let many = repeatElement(piece, count: Int.random(in: 2...40, using: &generator)).joined()
      input.insert(contentsOf: many, at: start)
    case 5:
      let other = corpus.randomElement(using: &generator) ?? []
      input.replaceSubrange(start..., with: other.dropFirst(Int.random(in: 0...other.count, using: &generator)))
    default:
      guard start < input.count else { return }
      input[start] = UInt8.random(in: 0...255, using: &generator)
    }
  }

  /// The input without all that can be taken out of it while it still breaks a law.
  private func smallest(_ input: [UInt8]) -> [UInt8] {
    var smallest = input
    var size = max(1, input.count / 2)
    while true {
      var start = 0
      while start < smallest.count {
        var smaller = smallest
        smaller.removeSubrange(start..<min(start + size, smallest.count))
        if fuzzed.fault(smaller) != nil { smallest = smaller } else { start += size }
      }
      guard size > 1 else { return smallest }
      size /= 2
    }
  }
}

private enum Fuzzing {
  /// How long each target is tried; not at all where nobody says.
  static let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init) ?? 0
}

/// `FUZZ_SECONDS=600 swift test --filter FuzzHarness` tries each for ten minutes, `SEED=7` the same inputs again.
@Suite(.serialized, .enabled(if: Fuzzing.seconds > 0)) struct FuzzHarness {
  @Test func `no front matter breaks what holds for all`() throws {
    let packs = try ["sound", "two-lots"].flatMap { try Read.texts(in: Read.packs + "/" + $0).values.sorted() }
    try fuzz(.frontMatter, and: packs)
  }

  @Test func `no Markdown breaks what holds for all`() throws { try fuzz(.markdown) }

  @Test func `no drawing breaks what holds for all`() throws { try fuzz(.drawings) }

  private func fuzz(_ fuzzed: Fuzzed, and others: [String] = []) throws {
    let seed = Seed.ofThisRun
    let result = try Fuzzer(fuzzed, and: others).run(seconds: Fuzzing.seconds, seed: seed)
    print("\(fuzzed.name): \(result.tried) inputs, SEED=\(seed)")
    if let (input, fault) = result.broken { Issue.record("\(fault): \(input.debugDescription) (SEED=\(seed))") }
  }
}
