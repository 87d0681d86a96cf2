import SourceText

/// The one stylesheet of the site: tokens first, print last, the others between them in the order of their names. `print.css` counts on paper only.
enum Stylesheet {
  /// - Parameter title: the site's title, which takes the place of `"{site_title}"`: running heads of paper cannot take it from the page in every engine.
  static func join(_ files: [SourceFile], title: String) -> [UInt8] {
    let sorted = files.sorted { (rank($0), $0.path) < (rank($1), $1.path) }
    var out: [UInt8] = []
    for file in sorted {
      let isPrint = file.stem == "print"
      if isPrint { out += Array("@media print {\n".utf8) }
      out += file.bytes
      if out.last != 0x0A { out.append(0x0A) }
      if isPrint { out += Array("}\n".utf8) }
    }
    guard files.contains(where: { $0.stem == "print" }) else { return out }
    return Array(String(decoding: out, as: UTF8.self).replacing("\"{site_title}\"", with: quoted(title)).utf8)
  }

  /// A text as a CSS string: everything that could end it or begin markup is written by its number.
  static func quoted(_ text: String) -> String {
    var string = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", "&", "\u{0}"..<" ", "\u{7F}": string += "\\" + String(scalar.value, radix: 16) + " "
      default: string.unicodeScalars.append(scalar)
      }
    }
    return string + "\""
  }

  private static func rank(_ file: SourceFile) -> Int {
    switch file.stem {
    case "tokens": 0
    case "print": 2
    default: 1
    }
  }
}
