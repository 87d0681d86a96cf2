import Diagnostics
import SourceText

/// Files that belong to no project, by the paths that somebody typed.
package enum LooseFiles {
  /// A file with the path as it was given; nil where there is none or it may not be read.
  ///
  /// - Parameter limit: files with more bytes are not read.
  package static func read(_ path: String, limit: Int = 1 << 27) -> SourceFile? {
    let (kind, size) = Disk.kindBehind(path)
    guard kind == .file, size <= limit else { return nil }
    guard case .success(let bytes) = Disk.read(path, limit: limit) else { return nil }
    return SourceFile(path: path, bytes: bytes)
  }

  package static func isFile(_ path: String) -> Bool { Disk.kindBehind(path).0 == .file }

  package static func isFolder(_ path: String) -> Bool { Disk.kindBehind(path).0 == .folder }

  /// Whether two paths lead to the same file.
  package static func areSame(_ a: String, _ b: String) -> Bool {
    guard let one = Disk.resolved(a), let other = Disk.resolved(b) else { return false }
    return one == other
  }

  /// The files with certain endings in a folder and all below it, sorted; hidden ones and links to folders are left out. What cannot be read is a
  /// diagnostic.
  ///
  /// - Parameter endings: with the dot: `.json`.
  package static func list(_ folder: String, endings: [String]) -> (paths: [String], diagnostics: [Diagnostic]) {
    var paths: [String] = []
    var diagnostics: [Diagnostic] = []
    var folders = [folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder]
    while let current = folders.popLast() {
      guard let entries = Disk.list(current) else {
        diagnostics.append(UnreadableFile.report(current, "the folder may not be read"))
        continue
      }
      for entry in entries {
        guard let name = entry else {
          diagnostics.append(UnreadableFile.report(current, "it holds a file whose name is not UTF-8"))
          continue
        }
        let path = current == "." ? name : current == "/" ? "/" + name : current + "/" + name
        let kind = Disk.kind(of: path).0
        switch kind {
        case .folder: folders.append(path)
        case .file, .link:
          guard endings.contains(where: name.hasSuffix) else { continue }
          if kind == .file || Disk.kindBehind(path).0 == .file { paths.append(path) }
        case .other: break
        }
      }
    }
    return (paths.sorted(), diagnostics)
  }

  /// The rule for what cannot be read, as a diagnostic.
  package static func unreadable(_ path: String) -> Diagnostic {
    UnreadableFile.report(path, "it may not be read, or is too large")
  }
}
