/// A share of the marks in percentage points of 100, exact to four decimal places.
package struct Weight: Sendable, Hashable, Comparable {
  package let tenThousandths: Int

  package static let zero = Weight(tenThousandths: 0)
  package static let whole = Weight(tenThousandths: 100_0000)

  package init(tenThousandths: Int) { self.tenThousandths = tenThousandths }

  /// `20`, `12.5` or `20%`, from 0 to 100.
  package init?(_ text: String) {
    let number = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let units = fixedPoint(number, places: 4), (0...Weight.whole.tenThousandths).contains(units) else {
      return nil
    }
    tenThousandths = units
  }

  /// `20%`, without zeros that say nothing.
  package var words: String { number + "%" }

  /// `20`, without zeros that say nothing.
  package var number: String { fixedPointText(tenThousandths, places: 4) }

  package static func < (left: Weight, right: Weight) -> Bool { left.tenThousandths < right.tenThousandths }

  package static func + (left: Weight, right: Weight) -> Weight {
    Weight(tenThousandths: left.tenThousandths + right.tenThousandths)
  }
}

extension Sequence<Weight> {
  package var sum: Weight { reduce(.zero, +) }
}

/// A number with at most `places` digits after the point, counted in its smallest units; nil for anything else.
func fixedPoint(_ text: String, places: Int) -> Int? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty, whole.count <= 12 else { return nil }
  let fraction = parts.count == 2 ? parts[1] : "0"
  guard !fraction.isEmpty, fraction.count <= places else { return nil }
  let padded = fraction + String(repeating: "0", count: places - fraction.count)
  let digits = whole + padded
  guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
  return Int(digits)
}

func fixedPointText(_ units: Int, places: Int) -> String {
  let digits = String(units)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  let whole = padded.dropLast(places)
  var fraction = padded.suffix(places)
  while fraction.last == "0" { fraction.removeLast() }
  return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
}
