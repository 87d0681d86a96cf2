import Cartography
import Diagnostics
import EcosystemSchema
import Linking
import SheetModel
import SourceText
import Workspace

/// Sources in, everything known out; reads no disk, asks no clock.
package enum Analyzer {
  /// - Parameter rules: every rule there is, so that `site.yaml` can name any of them.
  package static func analyze(_ sources: SourceSet, options: AnalysisOptions, rules: [Rule]) async -> Analysis {
    let read = SiteConfiguration.read(sources.site, rules: rules)
    var configuration = read.configuration
    if let baseURL = options.baseURL { configuration.baseURL = baseURL }
    let compiled = SchemaSet.compile(sources.schemas)
    let data = ProjectData.read(sources)
    var setup = read.diagnostics + compiled.diagnostics + data.diagnostics
    // A schema that is itself broken is not asked what it lacks.
    if compiled.diagnostics.isEmpty { setup += SchemaContract.check(compiled.set) }
    let reader = SheetReader(
      schemas: compiled.set, geography: data.geography, today: options.today, limits: configuration.limits)
    let readings = setup.isEmpty ? await readAll(sources.sheets, reader, workers: options.workers) : []
    var diagnostics = sources.diagnostics + readings.flatMap(\.diagnostics)
    let unreadable = readings.filter { $0.sheet == nil }.map(\.id) + notRead(sources)
    let atlas = Atlas(sheets: readings.compactMap(\.sheet), unreadable: Set(unreadable), geography: data.geography)
    var texts: [TextPage] = []
    for file in sources.pages {
      let text = TextPage.read(file, limits: configuration.limits)
      diagnostics += text.diagnostics
      if let page = text.page { texts.append(page) }
    }
    if setup.isEmpty {
      let context = AtlasContext(
        paths: sources.sheets.map(\.path), boundaries: data.boundaries, includesDrafts: options.includesDrafts)
      for rule in AtlasRules.all { diagnostics += rule.check(atlas, context) }
    }
    return Analysis(
      configuration: configuration, schemas: compiled.set, atlas: atlas, texts: texts, worldMap: data.worldMap,
      diagnostics: diagnostics, setupDiagnostics: setup, sheetCount: sources.sheets.count)
  }

  /// The sheets whose files are there but could not be read: whoever names them makes no mistake.
  private static func notRead(_ sources: SourceSet) -> [SheetID] {
    sources.diagnostics.compactMap { diagnostic in
      let path = diagnostic.location.path
      return SheetKind(path: path).map { SheetID($0, SourceFile(path: path, bytes: []).stem) }
    }
  }

  /// Reads the sheets, spread over the cores, in the order given.
  private static func readAll(_ files: [SourceFile], _ reader: SheetReader, workers: Int) async -> [SheetReading] {
    let share = max(1, (files.count + workers * 4 - 1) / (max(workers, 1) * 4))
    guard workers > 1, files.count > share else { return files.map(reader.read) }
    return await withTaskGroup(of: (Int, [SheetReading]).self) { group in
      var parts: [(Int, [SheetReading])] = []
      var next = 0
      func addNext() {
        guard next < files.count else { return }
        let start = next
        next += share
        let slice = files[start..<min(start + share, files.count)]
        group.addTask { (start, slice.map(reader.read)) }
      }
      for _ in 0..<workers { addNext() }
      while let part = await group.next() {
        parts.append(part)
        addNext()
      }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
