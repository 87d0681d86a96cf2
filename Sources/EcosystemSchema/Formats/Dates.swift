/// Dates and times of RFC 3339.
extension Scan {
  mutating func date() -> Bool {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"), let day = number(digits: 2),
      (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  mutating func time() -> Bool {
    guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"), let second = number(digits: 2),
      hour < 24, minute < 60, second <= 60
    else { return false }
    if take("."), digits() == 0 { return false }
    var offset = 0
    if !take("Z"), !take("z") {
      let isAhead = take("+")
      guard isAhead || take("-"), let hours = number(digits: 2), take(":"), let minutes = number(digits: 2), hours < 24,
        minutes < 60
      else { return false }
      offset = (hours * 60 + minutes) * (isAhead ? 1 : -1)
    }
    // A leap second ends a day in UTC.
    return second < 60 || ((hour * 60 + minute - offset) % 1440 + 1440) % 1440 == 1439
  }

  /// RFC 3339, appendix A.
  mutating func duration() -> Bool {
    guard take("P") else { return false }
    var isEmpty = true
    /// Takes numbers with the units in order; each may be left out at the ends, not in the middle.
    func units(_ scan: inout Scan, _ letters: [Unicode.Scalar]) -> Bool {
      var last = -1
      while scan.position < scan.text.count, Self.isDigit(scan.text[scan.position]) {
        _ = scan.digits()
        guard scan.position < scan.text.count,
          let place = letters.firstIndex(of: Unicode.Scalar(scan.text[scan.position])),
          last < 0 || place == last + 1
        else { return false }
        last = place
        scan.position += 1
        isEmpty = false
      }
      return true
    }
    let mark = position
    if digits() > 0, take("W") { return true }
    position = mark
    guard units(&self, ["Y", "M", "D"]) else { return false }
    if take("T") {
      isEmpty = true
      guard units(&self, ["H", "M", "S"]) else { return false }
    }
    return !isEmpty
  }
}
