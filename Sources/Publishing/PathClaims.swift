/// The paths that the new site has so far, so that no two pages go to one place.
///
/// Case counts for nothing, and neither does the way an accent is encoded: a site that was built on Linux is also unpacked on a Mac,
/// or copied to a USB stick, where `A.html` and `a.html` are one file.
struct PathClaims: Sendable {
  /// Folded path to the path as it was given.
  private var files: [String: String] = [:]
  /// Folded folder to a file in it.
  private var folders: [String: String] = [:]

  var paths: some Sequence<String> { files.values }
  var count: Int { files.count }

  /// Takes a path; says which folders it lies in, topmost first, each as it was given.
  mutating func claim(_ path: String) throws(PublishingError) -> [String] {
    if let problem = OutputFile.problem(with: path) { throw .invalidPath(path, problem: problem) }
    let folded = path.lowercased()
    // Strings that differ only in the way an accent is encoded are equal to Swift, and so to the dictionaries.
    if let other = files[folded] { throw .samePath(other, path) }
    if let inside = folders[folded] { throw .fileIsAlsoFolder(file: path, inside: inside) }
    var above: [String] = []
    for (end, byte) in zip(path.utf8.indices, path.utf8) where byte == 0x2F {
      let folder = String(path[..<end])
      let foldedFolder = folder.lowercased()
      if let file = files[foldedFolder] { throw .fileIsAlsoFolder(file: file, inside: path) }
      above.append(folder)
    }
    for folder in above where folders[folder.lowercased()] == nil { folders[folder.lowercased()] = path }
    files[folded] = path
    return above
  }
}
