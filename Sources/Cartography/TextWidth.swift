/// How wide a text will be, as nearly as one can tell without the reader's font: the widths of Helvetica and Arial, to which Liberation Sans
/// is made, with some to spare for the wider ones.
enum TextWidth {
  /// Thousandths of the size, from the blank to the tilde.
  private static let ascii: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556,
    278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722,
    667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  static func of(_ text: String, size: Double) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E: thousandths += ascii[Int(scalar.value) - 0x20]
      case 0x300...0x36F: break
      case ..<0x250: thousandths += scalar.properties.isUppercase ? 740 : 600
      case ..<0x1100: thousandths += 720
      default: thousandths += 1000
      }
    }
    return Double(thousandths) * size / 1000 * 1.07
  }

  /// A name in one line, or in two where that makes it much narrower; broken at a blank or behind a hyphen.
  static func lines(_ text: String, size: Double) -> [String] {
    guard text.unicodeScalars.count > 15 else { return [text] }
    var best: (lines: [String], width: Double) = ([text], of(text, size: size) * 0.8)
    for index in text.indices.dropFirst().dropLast() where text[index] == " " || text[index] == "-" {
      let cut = text[index] == " " ? index : text.index(after: index)
      let lines = [String(text[..<cut]), String(text[text.index(after: index)...])]
      let width = lines.map { of($0, size: size) }.max() ?? 0
      if width < best.width { best = (lines, width) }
    }
    return best.lines
  }
}
