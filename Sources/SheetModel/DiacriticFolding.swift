import SourceText

/// Latin letters without their marks, for ids, sorting and search: `Île` sorts and is found as `ile`.
package enum DiacriticFolding {
  /// The letters under a lower-case Latin letter of Latin-1 and Latin Extended-A; nil for everything else.
  package static func base(of scalar: Unicode.Scalar) -> String? { PlainLetters.under(scalar) }

  /// A text in lower case without marks.
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var out = ""
    for scalar in text.lowercased().unicodeScalars {
      if let base = PlainLetters.under(scalar) {
        out += base
      } else if !PlainLetters.isMark(scalar) {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The order of lists of names: folded, and by the text itself where that is equal.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    let (x, y) = (fold(a), fold(b))
    return x == y ? a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) : x.utf8.lexicographicallyPrecedes(y.utf8)
  }
}
