import Diagnostics
import SourceText
import Workspace

/// A file as an editor holds it, laid over the one on disk: `check - --stdin-filename Sheets/clusters/x.md`.
struct UnsavedFile {
  /// In the project, with `/` between its parts.
  let path: String
  let bytes: [UInt8]

  /// Reads standard input.
  ///
  /// - Parameter name: relative to the current folder, or else to the project; the file need not be there yet.
  static func read(named name: String, in project: Project) throws -> UnsavedFile {
    guard let path = path(of: name, in: project) else {
      Console.log("error: \(name) is no place in the project at \(project.root)")
      throw Exit(status: .setup)
    }
    let bytes = Console.standardInput(limit: SourceSet.hardLimit)
    return UnsavedFile(path: path, bytes: bytes)
  }

  private static func path(of name: String, in project: Project) -> String? {
    if let path = project.relativePath(name) { return path.isEmpty ? nil : path }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last, !last.isEmpty else { return nil }
    let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
    if let path = project.relativePath(folder.isEmpty ? "/" : folder) { return path.isEmpty ? last : path + "/" + last }
    return parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } ? nil : name
  }

  /// The sources with this file in them; nil where no file of the project may stand at its path.
  func laid(over sources: SourceSet) -> SourceSet? {
    let parts = path.split(separator: "/").map(String.init)
    if parts.first == "Sheets", parts.count != 3 || !(ProjectReader.sheetFolders + ["schemas"]).contains(parts[1]) { return nil }
    var files =
      sources.sheets + sources.schemas + sources.templates + sources.pages + sources.styles + sources.scripts + sources.data
      + [sources.site]
    files.removeAll { $0.path == path }
    files.append(SourceFile(path: path, bytes: bytes))
    var set = SourceSet(files: files, assets: sources.assets)
    set.diagnostics = sources.diagnostics
    return set.file(path) == nil ? nil : set
  }
}
