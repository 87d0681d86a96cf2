import SourceText

/// The one stylesheet of the site: tokens first, print last, the others between them in the order of their names. `print.css` counts on paper only.
enum Stylesheet {
  static func join(_ files: [SourceFile]) -> [UInt8] {
    let sorted = files.sorted { (rank($0), $0.path) < (rank($1), $1.path) }
    var out: [UInt8] = []
    for file in sorted {
      let isPrint = file.stem == "print"
      if isPrint { out += Array("@media print {\n".utf8) }
      out += file.bytes
      if out.last != 0x0A { out.append(0x0A) }
      if isPrint { out += Array("}\n".utf8) }
    }
    return out
  }

  private static func rank(_ file: SourceFile) -> Int {
    switch file.stem {
    case "tokens": 0
    case "print": 2
    default: 1
    }
  }
}
