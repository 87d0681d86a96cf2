/// The phrases that every message shares, so that the tool has one voice.
package enum Wording {
  /// `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`.
  package static func alternatives(_ words: [String]) -> String { list(words.map { "'\($0)'" }, last: "or") }

  /// `did you mean 'a' or 'b'?`, or nil where there is nothing near.
  package static func didYouMean(_ words: [String]) -> String? {
    words.isEmpty ? nil : "did you mean \(alternatives(words))?"
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ words: [String], last: String = "and") -> String {
    guard let final = words.last else { return "" }
    return words.count == 1 ? final : words.dropLast().joined(separator: ", ") + " \(last) " + final
  }

  /// Half a sentence made whole: `it is gone` becomes `It is gone.`
  package static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

  /// `1 sheet`, `2 sheets`, `1,204 sheets`.
  package static func count(_ n: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(n)) \(n == 1 ? noun : plural ?? noun + "s")"
  }

  /// Thousands set apart by commas.
  package static func grouped(_ n: Int) -> String {
    let digits = Array(String(n.magnitude))
    var text = n < 0 ? "-" : ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A value from a sheet as a message shows it: in quotes, without control characters, cut where it is long.
  package static func quoted(_ text: String, limit: Int = 60) -> String {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return "'\(TerminalText.printable(shown))…'" }
      shown.unicodeScalars.append(scalar)
      count += 1
    }
    return "'\(TerminalText.printable(shown))'"
  }
}
