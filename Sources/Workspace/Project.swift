#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import SourceText

/// The folder of a project: the one that holds `Site/site.yaml`.
package struct Project: Sendable {
  /// Absolute, without links.
  package let root: String

  /// The project at a folder, or nil where it is none.
  package init?(at folder: String) {
    guard let root = Disk.resolved(folder), Disk.kindBehind(root + "/Site/site.yaml").0 == .file else { return nil }
    self.root = root
  }

  /// The nearest project upwards from a folder.
  package static func nearest(to folder: String) -> Project? {
    guard var current = Disk.resolved(folder) else { return nil }
    while true {
      if let project = Project(at: current) { return project }
      guard let slash = current.lastIndex(of: "/"), current.count > 1 else { return nil }
      current = slash == current.startIndex ? "/" : String(current[..<slash])
    }
  }

  /// The folder in which the program was started.
  package static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// A file again, for excerpts; nil where it is gone or lies outside.
  package func file(_ path: String) -> SourceFile? {
    guard let real = Disk.resolved(root + "/" + path), real.hasPrefix(root + "/") else { return nil }
    return (try? Disk.read(real, limit: SourceSet.hardLimit).get()).map { SourceFile(path: path, bytes: $0) }
  }

  /// Where a path that somebody typed lies in the project, `Sheets/clusters/x.md`; nil where it lies elsewhere or nowhere.
  package func relativePath(_ typed: String) -> String? {
    guard let real = Disk.resolved(typed) else { return nil }
    if real == root { return "" }
    return real.hasPrefix(root + "/") ? String(real.dropFirst(root.count + 1)) : nil
  }
}
