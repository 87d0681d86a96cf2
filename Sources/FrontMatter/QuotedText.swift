/// Text as YAML writes it between double quotes.
package enum QuotedText {
  /// The text with quotes around it; a line break within it, which YAML folds, becomes one space.
  package static func double(_ text: String) -> String {
    var out = "\""
    var isBreaking = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r":
        isBreaking = true
        continue
      case " ", "\t":
        if isBreaking { continue }
        out.unicodeScalars.append(" ")
        continue
      default: break
      }
      if isBreaking {
        while out.hasSuffix(" ") { out.removeLast() }
        out += " "
        isBreaking = false
      }
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
