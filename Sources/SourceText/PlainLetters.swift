/// The plain Latin letters under letters with marks: what people type when their keyboard has no marks.
package enum PlainLetters {
  /// The letters under a lower-case Latin letter of Latin-1 and Latin Extended-A; nil for everything else.
  package static func under(_ scalar: Unicode.Scalar) -> String? { table[scalar] }

  /// A letter in lower case without its marks; any other scalar in lower case.
  package static func plain(_ scalar: Unicode.Scalar) -> String {
    let lower = scalar.properties.lowercaseMapping
    return lower.unicodeScalars.first.flatMap { lower.unicodeScalars.count == 1 ? table[$0] : nil } ?? lower
  }

  /// Whether a scalar is a mark that is set over, under or through the letter before it.
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  private static let table: [Unicode.Scalar: String] = {
    let groups = [
      "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ",
      "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ",
      "y": "ýÿŷ",
      "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß", "th": "þ",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (base, letters) in groups {
      for scalar in letters.unicodeScalars { table[scalar] = base }
    }
    return table
  }()
}
