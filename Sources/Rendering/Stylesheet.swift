import SourceText

/// The one stylesheet of the site: tokens first, print last, the others between them in the order of their names.
enum Stylesheet {
  static func join(_ files: [SourceFile]) -> [UInt8] {
    let sorted = files.sorted { (rank($0), $0.path) < (rank($1), $1.path) }
    var out: [UInt8] = []
    for file in sorted {
      out += file.bytes
      if out.last != 0x0A { out.append(0x0A) }
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
