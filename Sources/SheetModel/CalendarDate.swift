/// A day of the Gregorian calendar.
package struct CalendarDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// A day that exists, or nil.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= CalendarDate.days(month: month, year: year) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `2026-11-22`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day (UTC) of a number of seconds since 1970, held between the years 1 and 9999. After Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  package init(secondsSince1970: Int) {
    let seconds = min(max(secondsSince1970, -62_135_596_800), 253_402_300_799)
    let z = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2026-11-22`.
  package var text: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let year = String(year)
    return String(repeating: "0", count: 4 - year.utf8.count) + year + "-\(two(month))-\(two(day))"
  }

  /// Months from an earlier day to this one, whole ones.
  package func months(since earlier: CalendarDate) -> Int {
    (year - earlier.year) * 12 + month - earlier.month - (day < earlier.day ? 1 : 0)
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  private static func days(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
