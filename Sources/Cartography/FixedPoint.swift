/// Numbers with a decimal point, written from whole numbers, so that no machine writes them otherwise.
enum FixedPoint {
  /// A length to one decimal: 51.24 is `51.2`, 4 is `4`.
  static func text(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return "0" }
    return text(thousandths: Int((value * 10).rounded()) * 100)
  }

  static func text(thousandths: Int) -> String {
    let whole = thousandths.magnitude / 1000
    var digits = String(thousandths.magnitude % 1000 + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    let sign = thousandths < 0 ? "-" : ""
    return digits.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(digits)"
  }
}
