import SheetModel

/// How long ago something was read or checked. Pages show the band, never the day of the build.
package enum AgeBand: String, CaseIterable, Sendable {
  case underSixMonths = "under 6 months"
  case underOneYear = "6 to 12 months"
  case underTwoYears = "1 to 2 years"
  case older = "2 years and more"
  case unknown = "no day given"

  package init(_ day: CalendarDate?, today: CalendarDate) {
    guard let day else {
      self = .unknown
      return
    }
    switch today.months(since: day) {
    case ..<6: self = .underSixMonths
    case ..<12: self = .underOneYear
    case ..<24: self = .underTwoYears
    default: self = .older
    }
  }
}
