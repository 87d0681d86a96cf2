import Diagnostics
import SourceText

/// Reads a project's folder into a `SourceSet`. What cannot be read or belongs nowhere is a diagnostic; nothing is passed over in silence.
package struct ProjectReader {
  private let project: Project
  private var set: SourceSet
  private var wanted: [String] = []

  /// The folders under `Sheets/` that hold sheets.
  package static let sheetFolders = ["case-studies", "clusters", "concepts", "initiatives", "policies", "regions"]

  /// The folders under `Site/`.
  package static let siteFolders = ["assets", "data", "pages", "scripts", "styles", "templates"]

  package static func read(_ project: Project, workers: Int) async -> SourceSet {
    var reader = ProjectReader(project: project)
    reader.collect()
    await reader.load(workers: workers)
    return reader.set
  }

  private init(project: Project) {
    self.project = project
    set = SourceSet(site: SourceFile(path: "Site/site.yaml", bytes: []))
  }

  private mutating func collect() {
    if let (kind, _) = kind(of: "Site/site.yaml"), kind == .file { wanted.append("Site/site.yaml") }
    let folders = [
      ("Site/templates", ".mustache"), ("Site/pages", ".md"), ("Site/styles", ".css"), ("Site/scripts", ".js"), ("Site/data", ""),
    ]
    for (folder, ending) in folders {
      walk(folder) { $0.hasSuffix(ending) ? .source : .stray("files in \(folder)/ end in \(ending)") }
    }
    walk("Site/assets") { _ in .asset }
    for entry in entries(of: "Site") where entry != "site.yaml" && !Self.siteFolders.contains(entry) {
      stray(entry, in: "Site", known: Self.siteFolders, place: "Site/ holds site.yaml and folders only")
    }
    collectSheets(in: "Themes", sort: "themes")
    for entry in entries(of: "Sheets") {
      let path = "Sheets/" + entry
      if Self.sheetFolders.contains(entry) {
        collectSheets(in: path, sort: "sheets")
      } else if entry == "schemas" {
        walk(path) { $0.hasSuffix(".schema.yaml") ? .source : .stray("schemas end in .schema.yaml") }
      } else {
        let place = "sheets lie in the folder of their kind, such as Sheets/clusters/"
        stray(entry, in: "Sheets", known: Self.sheetFolders, place: place)
      }
    }
  }

  private mutating func stray(_ entry: String, in folder: String, known: [String], place: String) {
    // A licence or a note for people may lie beside the folders.
    if entry.hasPrefix("LICENSE") || entry.hasPrefix("README") { return }
    let path = folder + "/" + entry
    guard let (kind, _) = kind(of: path) else { return }
    if kind == .folder {
      set.diagnostics.append(StrayFile.report(folder: path, known: known, nearest: NearestWords.of(entry, among: known)))
    } else {
      set.diagnostics.append(StrayFile.report(path, place))
    }
  }

  /// Sheets or themes, and beside each a folder of its pictures.
  private mutating func collectSheets(in folder: String, sort: String) {
    for name in entries(of: folder) {
      let path = folder + "/" + name
      guard let (kind, _) = kind(of: path) else { continue }
      switch kind {
      case .file where name.hasSuffix(".md"): wanted.append(path)
      case .file: set.diagnostics.append(StrayFile.report(path, "\(sort) end in .md; pictures lie in \(folder)/<id>/"))
      case .folder: walk(path) { _ in .asset }
      default: unreadable(path, "it is no plain file")
      }
    }
  }

  /// What becomes of a file.
  private enum Use {
    case source, asset
    /// It is reported, with this reason.
    case stray(String)
  }

  /// Everything below a folder.
  private mutating func walk(_ folder: String, depth: Int = 0, use: (String) -> Use) {
    for name in entries(of: folder) {
      let path = folder + "/" + name
      guard let (kind, size) = kind(of: path) else { continue }
      switch (kind, use(path)) {
      case (.folder, _) where depth < 8: walk(path, depth: depth + 1, use: use)
      case (.folder, _): unreadable(path, "it lies more than eight folders deep")
      case (.file, .source): wanted.append(path)
      case (.file, .asset): set.assets.append(Asset(path: path, size: size))
      case (.file, .stray(let place)): set.diagnostics.append(StrayFile.report(path, place))
      default: unreadable(path, "it is no plain file")
      }
    }
  }

  /// The names in a folder; none where it does not exist, or is a link.
  private mutating func entries(of folder: String) -> [String] {
    let full = project.root + "/" + folder
    guard Disk.kindBehind(full).0 == .folder else {
      if Disk.kind(of: full).0 == .link { _ = kind(of: folder) }
      return []
    }
    // A link anywhere on the way would lead to files that nobody put into the project.
    guard Disk.resolved(full) == full else {
      refuseLink(onTheWayTo: folder)
      return []
    }
    guard let names = Disk.list(full) else {
      set.diagnostics.append(UnreadableFile.report(folder: folder, "its permissions do not allow it"))
      return []
    }
    return names.compactMap { name in
      if name == nil { unreadable(folder, "it holds a file whose name is not UTF-8") }
      return name
    }
  }

  /// Reports the topmost folder of a path that is a link, once.
  private mutating func refuseLink(onTheWayTo folder: String) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += path.isEmpty ? String(part) : "/" + part
      guard Disk.kind(of: project.root + "/" + path).0 == .link else { continue }
      if !set.diagnostics.contains(where: { $0.location.path == path }) { _ = kind(of: path) }
      return
    }
  }

  /// Kind and size, links followed where they stay in the project; nil where a link was refused.
  private mutating func kind(of path: String) -> (Disk.EntryKind, Int)? {
    let full = project.root + "/" + path
    let found = Disk.kind(of: full)
    guard found.0 == .link else { return found }
    guard let target = Disk.resolved(full) else {
      unreadable(path, "it is a link that leads nowhere")
      return nil
    }
    guard target.hasPrefix(project.root + "/") else {
      set.diagnostics.append(LinkOutOfProject.report(path))
      return nil
    }
    let behind = Disk.kindBehind(full)
    // A link to a folder could lead to itself; pictures and sheets are files.
    guard behind.0 == .file else {
      unreadable(path, behind.0 == .folder ? "it is a link to a folder" : "it is no plain file")
      return nil
    }
    return behind
  }

  private mutating func unreadable(_ path: String, _ reason: String) {
    set.diagnostics.append(UnreadableFile.report(path, reason))
  }

  /// Reads the wanted files, spread over the cores, and puts them in the order of their paths.
  private mutating func load(workers: Int) async {
    typealias Read = (path: String, result: Result<[UInt8], Disk.Refusal>)
    let root = project.root
    let paths = wanted.sorted()
    let share = max(1, (paths.count + workers - 1) / max(workers, 1))
    let parts = await withTaskGroup(of: (Int, [Read]).self) { group in
      for (order, start) in stride(from: 0, to: paths.count, by: share).enumerated() {
        let slice = paths[start..<min(start + share, paths.count)]
        group.addTask { (order, slice.map { ($0, Disk.read(root + "/" + $0, limit: SourceSet.hardLimit)) }) }
      }
      var parts: [(Int, [Read])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }
    }
    for (path, result) in parts.flatMap(\.1) {
      switch result {
      case .success(let bytes): set.add(SourceFile(path: path, bytes: bytes))
      case .failure(let refusal): unreadable(path, refusal.reason)
      }
    }
    set.assets.sort { $0.path < $1.path }
  }
}
