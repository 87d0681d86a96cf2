import Diagnostics
import SourceText

/// Everything that a project holds, read: what the analysis gets to see. In the order of the paths.
package struct SourceSet: Sendable {
  /// No file is read beyond this many bytes, whatever its kind.
  package static let hardLimit = 16 << 20

  package var site: SourceFile
  /// `Sheets/<folder>/*.md` and `Themes/*.md`.
  package var sheets: [SourceFile]
  /// `Sheets/schemas/*.schema.yaml`.
  package var schemas: [SourceFile]
  /// `Site/templates/*.mustache`.
  package var templates: [SourceFile]
  /// `Site/pages/*.md`.
  package var pages: [SourceFile]
  /// `Site/styles/*.css`.
  package var styles: [SourceFile]
  /// `Site/scripts/*.js`.
  package var scripts: [SourceFile]
  /// `Site/data/*`.
  package var data: [SourceFile]
  /// Pictures beside the sheets and `Site/assets/*`, by path: not read, only copied where something names them.
  package var assets: [Asset]
  package var diagnostics: [Diagnostic]

  package init(
    site: SourceFile, sheets: [SourceFile] = [], schemas: [SourceFile] = [], templates: [SourceFile] = [],
    pages: [SourceFile] = [],
    styles: [SourceFile] = [], scripts: [SourceFile] = [], data: [SourceFile] = [], assets: [Asset] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.site = site
    self.sheets = sheets
    self.schemas = schemas
    self.templates = templates
    self.pages = pages
    self.styles = styles
    self.scripts = scripts
    self.data = data
    self.assets = assets
    self.diagnostics = diagnostics
  }

  /// A file of any sort by its path.
  package func file(_ path: String) -> SourceFile? {
    if path == site.path { return site }
    for files in [sheets, schemas, templates, pages, styles, scripts, data] {
      guard let first = files.first, let last = files.last else { continue }
      // Read sets are sorted; one that was put together by hand may not be.
      if first.path <= path, path <= last.path, let file = SourceSet.search(files, path) { return file }
    }
    return [sheets, schemas, templates, pages, styles, scripts, data].joined().first { $0.path == path }
  }

  private static func search(_ files: [SourceFile], _ path: String) -> SourceFile? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path == path ? files[low] : nil
  }

  /// The files and folders that are there and could not be read: what they hold is not known, so that nothing is missing in them.
  package var unread: UnreadPlaces {
    UnreadPlaces(
      diagnostics.filter { $0.rule == UnreadableFile.rule.id || $0.rule == LinkOutOfProject.rule.id }.map(\.location.path))
  }

  /// Puts a file in the place of the one at its path: text that was changed and is not on disk yet. A path that is not there changes nothing.
  package mutating func replace(_ file: SourceFile) {
    func put(_ files: inout [SourceFile]) {
      if let place = files.firstIndex(where: { $0.path.utf8.elementsEqual(file.path.utf8) }) { files[place] = file }
    }
    if site.path == file.path { site = file }
    put(&sheets)
    put(&schemas)
    put(&templates)
    put(&pages)
    put(&styles)
    put(&scripts)
    put(&data)
  }

  /// Sorts files into a set by their paths, as reading a project does; for projects that live in memory.
  package init(files: [SourceFile], assets: [Asset] = []) {
    self.init(site: SourceFile(path: "Site/site.yaml", bytes: []), assets: assets)
    for file in files.sorted(by: { $0.path < $1.path }) { add(file) }
  }

  mutating func add(_ file: SourceFile) {
    let parts = file.path.split(separator: "/")
    let inFolder = { (folder: String, ending: String) in file.path.hasPrefix(folder) && file.path.hasSuffix(ending) }
    if file.path == "Site/site.yaml" {
      site = file
    } else if inFolder("Sheets/schemas/", ".schema.yaml") {
      schemas.append(file)
    } else if inFolder("Themes/", ".md") && parts.count == 2 || inFolder("Sheets/", ".md") && parts.count == 3 {
      sheets.append(file)
    } else if inFolder("Site/templates/", ".mustache") {
      templates.append(file)
    } else if inFolder("Site/pages/", ".md") {
      pages.append(file)
    } else if inFolder("Site/styles/", ".css") {
      styles.append(file)
    } else if inFolder("Site/scripts/", ".js") {
      scripts.append(file)
    } else if inFolder("Site/data/", "") {
      data.append(file)
    }
  }
}

/// A file that is copied, not read.
package struct Asset: Sendable, Hashable {
  package let path: String
  /// In bytes.
  package let size: Int

  package init(path: String, size: Int) {
    self.path = path
    self.size = size
  }
}

/// Places of a project that could not be read.
package struct UnreadPlaces: Sendable {
  private let paths: [String]

  package init(_ paths: [String] = []) { self.paths = paths }

  /// Whether a path is one of these places, or lies in one.
  package func hold(_ path: String) -> Bool { paths.contains { path == $0 || path.hasPrefix($0 + "/") } }
}
