/// Text from sheets made harmless for the comment of a pull request: it stays text, calls nobody and links to nothing.
enum MarkdownText {
  /// For running text, table cells and `<summary>`: works in Markdown and in HTML alike, on one line.
  static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      // Forges look for @names and #numbers in the finished text, where an entity is a plain character again; a comment parts them.
      case "@", "#": out += "\(scalar)<!-- -->"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "\"", "'", "!", "(", ")", "$": out += "&#\(scalar.value);"
      case "\t", "\n", "\r": out += " "
      default:
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: out += "\u{FFFD}"
        // Marks that turn the reading direction could make a table say something else than it does.
        case .format where scalar.value != 0x200C && scalar.value != 0x200D: out += "\u{FFFD}"
        default: out.unicodeScalars.append(scalar)
        }
      }
    }
    // An address would become a link.
    return out.replacing("://", with: ":<!-- -->//").replacing("www.", with: "www<!-- -->.")
  }
}
