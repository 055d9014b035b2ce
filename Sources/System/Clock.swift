internal import Glibc

/// What day it is. Only a person who checks may ask: what is made is the same on every day.
package enum Clock {
  /// `2027-01-15`: the day that SOURCE_DATE_EPOCH names, or else that of the machine's clock, in Greenwich.
  package static var today: String { sourceDay ?? day(time(nil)) }

  /// The day that a pipeline gives to what is made, from SOURCE_DATE_EPOCH; nil where it is not set or is no number.
  package static var sourceDay: String? {
    getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }.map(day)
  }

  /// Of a count of seconds since 1970.
  private static func day(_ seconds: Int) -> String {
    var (seconds, parts) = (seconds, tm())
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32, to length: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
    return [padded(parts.tm_year + 1900, to: 4), padded(parts.tm_mon + 1, to: 2), padded(parts.tm_mday, to: 2)]
      .joined(separator: "-")
  }
}
