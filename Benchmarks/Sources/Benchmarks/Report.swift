internal import Foundation

/// The figures of all rounds. Ratios are taken round by round, since the machine is not always equally busy.
struct Report {
  let rounds: [[Benchmark.Step: Cost]]
  /// Of the program and of its typesetter, in bytes.
  let memory: (program: Int, started: Int)
  let cores: Int

  var text: String {
    """
    Medians of \(rounds.count) rounds, everything in turn, on \(cores) processors.

    \(table(["time", "seconds", "of processors"], times))
    \(table(["ratio", "time", "lowest", "highest", "of processors", "asked"], ratios))
    \(table(["memory of the largest process", "MB", "asked"], memories))
    """
  }

  private var times: [[String]] {
    Benchmark.Step.allCases.map { [$0.rawValue, median($0, \.wall).figures, median($0, \.cpu).figures] }
  }

  private var ratios: [[String]] {
    [
      ratio(.rivals, .pack, "at least 5"), ratio(.rivals, .same, ""), ratio(.changed, .pack, ""),
      ratio(.check, .pages, "at most 0.33"), ratio(.pack, .copy, ""),
    ]
  }

  private func ratio(_ one: Benchmark.Step, _ other: Benchmark.Step, _ asked: String) -> [String] {
    let wall = ratios(one, other, \.wall)
    return [
      "\(one.rawValue) / \(other.rawValue)", median(wall).figures, (wall.min() ?? 0).figures,
      (wall.max() ?? 0).figures, median(ratios(one, other, \.cpu)).figures, asked,
    ]
  }

  private func ratios(_ one: Benchmark.Step, _ other: Benchmark.Step, _ figure: KeyPath<Cost, Double>) -> [Double] {
    rounds.map { round in (round[one]?[keyPath: figure] ?? 0) / max(round[other]?[keyPath: figure] ?? 0, 0.001) }
  }

  private var memories: [[String]] {
    func largest(_ step: Benchmark.Step) -> Int { rounds.compactMap { $0[step]?.memory }.max() ?? 0 }
    let figures = [
      ("the whole pack, cold", largest(.pack), "under 300"), ("the program itself", memory.program, ""),
      ("its typesetter", memory.started, ""), (Benchmark.Step.rivals.rawValue, largest(.rivals), ""),
    ]
    return figures.map { name, bytes, asked in [name, "\(bytes / 1_000_000)", asked] }
  }

  private func median(_ step: Benchmark.Step, _ figure: KeyPath<Cost, Double>) -> Double {
    median(rounds.compactMap { $0[step]?[keyPath: figure] })
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

extension Double {
  fileprivate var figures: String { String(format: "%.2f", self) }
}

/// Columns as wide as they need to be: the first for reading, the others for figures.
func table(_ header: [String], _ rows: [[String]]) -> String {
  let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
  return ([header] + rows).reduce(into: "") { text, row in
    let cells = zip(row, widths).enumerated().map { column, cell in
      let space = String(repeating: " ", count: cell.1 - cell.0.count)
      return column == 0 ? cell.0 + space : space + cell.0
    }
    text += cells.joined(separator: "  ") + "\n"
  }
}
