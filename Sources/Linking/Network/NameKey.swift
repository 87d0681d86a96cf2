import SheetModel

/// Names brought into one form, so that the same name written twice is found: small letters without marks, one space for everything that is neither letter
/// nor digit, nothing in brackets at the end.
package enum NameKey {
  package static func of(_ name: String) -> String {
    var text = Substring(name)
    if text.last == ")", let bracket = text.lastIndex(of: "("), bracket > text.startIndex { text = text[..<bracket] }
    var key = ""
    for scalar in DiacriticFolding.fold(String(text)).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key.unicodeScalars.append(scalar)
      } else if !key.isEmpty, key.last != " " {
        key += " "
      }
    }
    if key.last == " " { key.removeLast() }
    return key
  }
}
