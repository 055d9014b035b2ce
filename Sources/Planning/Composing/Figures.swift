internal import Diagnostics
internal import Markdown
internal import Tenders

/// Drawings made from data. Each says the same in words.
package enum Figures {
  package static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)

  /// A bar of parts that add up to 100.
  static func weights(_ criteria: Indexed<Criterion>, title: String) -> Figure {
    var shapes: [Figure.Shape] = []
    var words: [String] = []
    var x = 0.0
    for (criterion, letter) in zip(criteria, letters) {
      guard let weight = criterion.weight?.value else { continue }
      let width = Double(weight.tenThousandths) / 10_000
      let shade = criterion.share == .quality ? 0 : criterion.share == .community ? 1 : 2
      shapes.append(.bar(x: x, y: 0, width: width, height: 4.2, shade: shade))
      let style = Figure.Style(strong: true, reversed: shade == 0)
      shapes.append(.text(x: x, y: 1.5, letter, style))
      shapes.append(.text(x: x, y: 3.2, weight.number, style))
      words.append("\(letter), \(criterion.title): \(weight.number)")
      x += width
    }
    return Figure(
      title: title, description: "One bar divided into parts that add up to 100. \(words.joined(separator: "; ")).",
      height: 4.4, shapes: shapes, caption: words.joined(separator: "; ") + ".")
  }

  /// From activities to outcomes, a row a line of the worked example.
  static func theoryOfChange(_ titles: [String], _ rows: [[String]]) -> Figure {
    var shapes: [Figure.Shape] = []
    let columns = Array(zip(titles, 0...)).filter { $0.1 < 3 }
    for (title, column) in columns {
      shapes.append(.text(x: Double(column) * 34, y: 1, title, .init(quiet: true)))
    }
    var y = 2.2
    for row in rows {
      let cells = row.prefix(3).map { $0.wrapped(at: 24) }
      let height = Double(max(1, cells.map(\.count).max() ?? 1)) * 1.25 + 0.9
      for (column, lines) in cells.enumerated() {
        let x = Double(column) * 34
        shapes.append(.bar(x: x, y: y, width: 30, height: height, shade: column == 2 ? 1 : 2))
        for (index, line) in lines.enumerated() {
          shapes.append(.text(x: x, y: y + 1.4 + Double(index) * 1.25, line, .init(strong: column == 2)))
        }
        if column > 0 { shapes.append(.line(x1: x - 4, y1: y + height / 2, x2: x, y2: y + height / 2, weight: .thick)) }
      }
      y += height + 0.9
    }
    let words = rows.map { row in row.prefix(3).joined(separator: ", leads to ") }
    return Figure(
      title: "Theory of change of the worked example", description: words.joined(separator: "; ") + ".", height: y,
      shapes: shapes, caption: "From what is done to what changes. The table above says the same.", isWide: true)
  }

  /// Which bottom line and level each outcome touches, by its number. An empty place is shown as empty.
  static func framework(_ outcomes: Indexed<Outcome>) -> Figure {
    var shapes: [Figure.Shape] = []
    var words: [String] = []
    for (column, level) in Level.allCases.enumerated() {
      shapes.append(.text(x: 28 + Double(column) * 37, y: 1, level.words, .init(quiet: true)))
    }
    for (row, line) in BottomLine.allCases.enumerated() {
      let y = 1.8 + Double(row) * 3.2
      shapes.append(.text(x: 0, y: y + 1.8, line.words, .init(strong: true)))
      for (column, level) in Level.allCases.enumerated() {
        let numbers = outcomes.enumerated().filter {
          $0.element.level == level && $0.element.bottomLines.contains(line)
        }
        .map { String($0.offset + 1) }
        let x = 28 + Double(column) * 37
        shapes.append(.bar(x: x, y: y, width: 35, height: 2.8, shade: numbers.isEmpty ? 2 : 1))
        shapes.append(
          .text(
            x: x, y: y + 1.8, numbers.isEmpty ? "None" : numbers.joined(separator: "  "),
            .init(strong: !numbers.isEmpty, quiet: numbers.isEmpty)))
        words.append(
          "\(line.words.lowercased()) outcomes for the \(level.rawValue): \(numbers.isEmpty ? "none" : numbers.joinedInWords)"
        )
      }
    }
    return Figure(
      title: "The framework at a glance", description: words.joined(separator: "; ") + ".", height: 11.6,
      shapes: shapes,
      caption: "Outcomes by their numbers. The table says the same in words.")
  }

  /// Doing to, doing for, doing with.
  static let ladder: Figure = {
    let steps = [
      ("Doing with", "People decide and act together"), ("Doing for", "People are asked, and others act"),
      ("Doing to", "Others decide and act"),
    ]
    let shapes = steps.enumerated().flatMap { index, step -> [Figure.Shape] in
      let (x, y) = (Double(2 - index) * 18, Double(index) * 3.4)
      return [
        .bar(x: x, y: y, width: 100 - x, height: 3, shade: index),
        .text(x: x, y: y + 1.3, step.0, .init(strong: true, reversed: index == 0)),
        .text(x: x, y: y + 2.5, step.1, .init(reversed: index == 0)),
      ]
    }
    return Figure(
      title: "The ladder of co-production",
      description: steps.reversed().map { "\($0.0): \($0.1.loweringFirst)" }.joined(separator: "; ")
        + ". Each step is higher than the one before.",
      height: 10, shapes: shapes, caption: "After the ladder in the New Economics Foundation's guide of 2014.")
  }()

  /// What there is in a place, grouped by kind.
  static func assetMap(_ assets: [(name: String, kind: String)]) -> Figure {
    let kinds = assets.grouped(by: \.kind).map { (kind: $0.key, names: $0.items.map(\.name)) }
    var shapes: [Figure.Shape] = []
    var y = 0.0
    for (kind, names) in kinds {
      let height = Double(names.count) * 1.3 + 0.7
      shapes.append(.bar(x: 0, y: y, width: 30, height: height, shade: 0))
      for (index, line) in kind.wrapped(at: 14).prefix(max(1, names.count)).enumerated() {
        shapes.append(.text(x: 0, y: y + 1.3 + Double(index) * 1.2, line, .init(strong: true, reversed: true)))
      }
      shapes.append(.bar(x: 30, y: y, width: 70, height: height, shade: 2))
      for (index, name) in names.enumerated() {
        shapes.append(.text(x: 30, y: y + 1.3 + Double(index) * 1.3, name, .init()))
      }
      y += height + 0.5
    }
    let words = kinds.map { "\($0.kind): \($0.names.joined(separator: ", "))" }
    return Figure(
      title: "Asset map", description: words.joined(separator: "; ") + ".", height: y, shapes: shapes,
      caption: "What there is, by kind. The table below says more.", isWide: true)
  }
}

extension String {
  /// Lines of at most so many letters, broken between words.
  fileprivate func wrapped(at width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + word.count + 1 <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
