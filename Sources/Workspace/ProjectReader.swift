import Diagnostics
import SourceText

/// Reads a project's folder into a `SourceSet`. What cannot be read or belongs nowhere is a diagnostic; nothing is passed over in silence.
package struct ProjectReader {
  private let project: Project
  private var set: SourceSet
  private var wanted: [(path: String, size: Int)] = []

  /// The folders under `Sheets/` that hold sheets.
  package static let sheetFolders = ["case-studies", "clusters", "concepts", "initiatives", "policies", "regions"]

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
    visit("Site/site.yaml")
    for folder in ["Site/templates", "Site/pages", "Site/styles", "Site/data", "Sheets/schemas"] {
      walk(folder, wants: { _ in true })
    }
    walk("Site/assets", wants: { _ in false })
    walk("Themes", wants: { $0.hasSuffix(".md") })
    for entry in entries(of: "Sheets") {
      let path = "Sheets/" + entry
      if Disk.kindBehind(project.root + "/" + path).0 != .folder {
        set.diagnostics.append(StrayFile.report(path, "files lie in the folder of their kind, such as Sheets/clusters/"))
      } else if Self.sheetFolders.contains(entry) {
        collectSheets(in: path)
      } else if entry != "schemas" {
        let near = NearestWords.of(entry, among: Self.sheetFolders)
        set.diagnostics.append(StrayFile.report(folder: path, known: Self.sheetFolders, nearest: near))
      }
    }
  }

  /// Sheets, and beside each a folder of its pictures.
  private mutating func collectSheets(in folder: String) {
    for name in entries(of: folder) {
      let path = folder + "/" + name
      guard let (kind, size) = kind(of: path) else { continue }
      switch kind {
      case .file where name.hasSuffix(".md"): wanted.append((path, size))
      case .file:
        set.diagnostics.append(StrayFile.report(path, "sheets end in .md; pictures lie in \(folder)/<id>/"))
      case .folder: walk(path, wants: { _ in false })
      default: unreadable(path)
      }
    }
  }

  /// Everything below a folder: files are read where `wants` says so, else noted as assets.
  private mutating func walk(_ folder: String, depth: Int = 0, wants: (String) -> Bool) {
    for name in entries(of: folder) {
      let path = folder + "/" + name
      guard let (kind, size) = kind(of: path) else { continue }
      switch kind {
      case .folder where depth < 8: walk(path, depth: depth + 1, wants: wants)
      case .file where wants(path): wanted.append((path, size))
      case .file: set.assets.append(Asset(path: path, size: size))
      default: unreadable(path)
      }
    }
  }

  private mutating func visit(_ path: String) {
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    guard liesInside(folder), let (kind, size) = kind(of: path), kind == .file else { return }
    wanted.append((path, size))
  }

  private mutating func entries(of folder: String) -> [String] {
    guard liesInside(folder) else { return [] }
    guard let entries = Disk.list(project.root + "/" + folder) else {
      if Disk.kind(of: project.root + "/" + folder).0 != .other { unreadable(folder) }
      return []
    }
    return entries.compactMap { entry in
      if entry.name == nil { set.diagnostics.append(UnreadableFile.report(folder, "it holds a file whose name is not UTF-8")) }
      return entry.name
    }
  }

  /// Whether a folder, links followed, is one of the project; the folders that are always looked into could be links too. The topmost that
  /// leads out is reported, once.
  private mutating func liesInside(_ folder: String) -> Bool {
    func leadsOut(_ path: Substring) -> Bool {
      Disk.resolved(project.root + "/" + path).map { !$0.hasPrefix(project.root + "/") } ?? false
    }
    guard leadsOut(folder[...]) else { return true }
    let ends = folder.indices.filter { folder[$0] == "/" }.map { folder[..<$0] } + [folder[...]]
    let topmost = String(ends.first(where: leadsOut) ?? folder[...])
    if !set.diagnostics.contains(where: { $0.location.path == topmost }) {
      set.diagnostics.append(LinkOutOfProject.report(topmost))
    }
    return false
  }

  /// Kind and size, links followed where they stay in the project; nil where a link was refused.
  private mutating func kind(of path: String) -> (Disk.EntryKind, Int)? {
    let full = project.root + "/" + path
    let found = Disk.kind(of: full)
    guard found.0 == .link else { return found }
    guard let target = Disk.resolved(full) else {
      set.diagnostics.append(UnreadableFile.report(path, "it is a link that leads nowhere"))
      return nil
    }
    guard target.hasPrefix(project.root + "/") else {
      set.diagnostics.append(LinkOutOfProject.report(path))
      return nil
    }
    let behind = Disk.kindBehind(full)
    // A link to a folder could lead to itself; pictures and sheets are files.
    guard behind.0 == .file else {
      set.diagnostics.append(UnreadableFile.report(path, "it is a link to a folder"))
      return nil
    }
    return behind
  }

  private mutating func unreadable(_ path: String) {
    set.diagnostics.append(UnreadableFile.report(path, "it is no plain file, or may not be read"))
  }

  /// Reads the wanted files, spread over the cores, and puts them in the order of their paths.
  private mutating func load(workers: Int) async {
    let root = project.root
    let paths = wanted.map(\.path).sorted()
    let share = max(1, (paths.count + workers - 1) / max(workers, 1))
    let parts = await withTaskGroup(of: (Int, [(String, [UInt8]?)]).self) { group in
      for (order, start) in stride(from: 0, to: paths.count, by: share).enumerated() {
        let slice = paths[start..<min(start + share, paths.count)]
        group.addTask { (order, slice.map { ($0, Disk.read(root + "/" + $0, limit: SourceSet.hardLimit)) }) }
      }
      var parts: [(Int, [(String, [UInt8]?)])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }
    }
    for (path, bytes) in parts.flatMap(\.1) {
      if let bytes { set.add(SourceFile(path: path, bytes: bytes)) } else { unreadable(path) }
    }
    set.assets.sort { $0.path < $1.path }
  }
}
