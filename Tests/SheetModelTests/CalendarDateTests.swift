import SheetModel
import Testing

@Suite struct CalendarDateTests {
  private static func daysIn(_ month: Int, _ year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Four centuries, day by day, counted by the lengths of the months; the second before midnight still is the day before.
  @Test func secondsGiveTheDayThatCountingGives() throws {
    var seconds = 0
    for year in 1970..<2370 {
      for month in 1...12 {
        for day in 1...Self.daysIn(month, year) {
          let date = CalendarDate(secondsSince1970: seconds)
          guard (date.year, date.month, date.day) == (year, month, day) else {
            Issue.record("\(seconds) is \(date.text)")
            return
          }
          seconds += 86_400
          guard CalendarDate(secondsSince1970: seconds - 1) == date else {
            Issue.record("\(seconds - 1) is not \(date.text)")
            return
          }
        }
      }
    }
  }

  @Test func daysBefore1970() {
    #expect(CalendarDate(secondsSince1970: -1).text == "1969-12-31")
    #expect(CalendarDate(secondsSince1970: -86_400).text == "1969-12-31")
    #expect(CalendarDate(secondsSince1970: -86_401).text == "1969-12-30")
    #expect(CalendarDate(secondsSince1970: -11_676_096_000).text == "1600-01-01")
  }

  @Test func timesOutOfTheCalendarAreHeldWithinIt() {
    #expect(CalendarDate(secondsSince1970: .max).text == "9999-12-31")
    #expect(CalendarDate(secondsSince1970: .min).text == "0001-01-01")
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-11-22"]) func textIsReadAndWritten(text: String)
  {
    #expect(CalendarDate(text)?.text == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "26-01-01", "2026-01-01T00:00", "",
    "2026-01", "+026-01-01",
    "2026-+1-01", "２０２６-01-01", "0000-01-01", " 2026-01-01",
  ]) func whatIsNoDayIsNone(text: String) { #expect(CalendarDate(text) == nil) }

  @Test(arguments: [
    ("2024-11-22", "2026-11-22", 24), ("2024-11-23", "2026-11-22", 23), ("2026-11-22", "2026-11-22", 0),
    ("2024-02-29", "2025-02-28", 11),
    ("2024-01-31", "2024-03-01", 1),
  ]) func monthsAreWholeOnes(earlier: String, later: String, months: Int) throws {
    let first = try #require(CalendarDate(earlier))
    let last = try #require(CalendarDate(later))
    #expect(last.months(since: first) == months)
  }

  @Test func laterDaysAreGreater() throws {
    let days = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].compactMap { CalendarDate($0) }
    #expect(days.sorted() == days && days.count == 4)
  }
}
