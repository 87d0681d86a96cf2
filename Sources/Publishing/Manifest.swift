/// The list, in the output folder, of the files in it that are ours: the next build may replace and remove them, and nothing else.
///
/// One path a line, sorted by bytes, after a line that says what the file is. It says nothing of the time or the machine: two builds
/// of the same sources give the same bytes.
struct Manifest {
  static let name = ".clusterbook-manifest"
  private static let heading =
    "# Files that clusterbook wrote. The next build replaces or removes them; it leaves every other file alone."

  /// Relative paths, in the order of their bytes.
  let paths: [[UInt8]]

  init(_ paths: some Sequence<String>) {
    self.paths = paths.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What an earlier build wrote; nil where the bytes are no manifest of ours.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: 0x0A).makeIterator()
    guard let first = lines.next(), first.elementsEqual(Self.heading.utf8) else { return nil }
    paths = IteratorSequence(lines).map(Array.init)
  }

  var bytes: [UInt8] {
    var bytes = Array(Self.heading.utf8)
    bytes.append(0x0A)
    for path in paths {
      bytes.append(contentsOf: path)
      bytes.append(0x0A)
    }
    return bytes
  }

  /// The folders in which the paths lie, at every depth.
  static func folders(of paths: some Sequence<[UInt8]>) -> Set<[UInt8]> {
    var folders: Set<[UInt8]> = []
    for path in paths {
      var end = path.lastIndex(of: 0x2F)
      while let slash = end {
        // What was seen before has brought its own parents along.
        guard folders.insert(Array(path[..<slash])).inserted else { break }
        end = path[..<slash].lastIndex(of: 0x2F)
      }
    }
    return folders
  }
}
