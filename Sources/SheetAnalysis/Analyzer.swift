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
    let ground = AnalysisMemory.Ground.read(sources, options, rules: rules)
    let files = sheetFiles(of: sources)
    let readings = ground.diagnostics.isEmpty ? await readAll(files, reader(ground), workers: options.workers) : []
    return join(sources, files, options, ground, readings)
  }

  /// The same, with what an earlier analysis of the project remembers; gives the same result.
  package static func analyze(
    _ sources: SourceSet, options: AnalysisOptions, rules: [Rule], remembering memory: inout AnalysisMemory
  ) async -> Analysis {
    let ground = memory.ground(of: sources, options, rules: rules)
    let files = sheetFiles(of: sources)
    guard ground.diagnostics.isEmpty else { return join(sources, files, options, ground, []) }
    let changed = files.filter { memory.reading(of: $0) == nil }
    // Every one of these files is a sheet, so each gives a reading.
    for (file, reading) in zip(changed, await readAll(changed, reader(ground), workers: options.workers)) {
      memory.readings[file.path] = AnalysisMemory.Remembered(bytes: file.bytes, reading: reading)
    }
    return join(sources, files, options, ground, files.compactMap(memory.reading))
  }

  /// In the order of the paths, whatever the order in which they were found.
  private static func sheetFiles(of sources: SourceSet) -> [SourceFile] {
    sources.sheets.filter { SheetKind(path: $0.path) != nil }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func reader(_ ground: AnalysisMemory.Ground) -> SheetReader {
    SheetReader(
      schemas: ground.schemas, geography: ground.data.geography, today: ground.options.today, limits: ground.configuration.limits)
  }

  /// Sheets that were read one by one become an atlas, and the rules that see all of them are asked.
  private static func join(
    _ sources: SourceSet, _ files: [SourceFile], _ options: AnalysisOptions, _ ground: AnalysisMemory.Ground,
    _ readings: [SheetReading]
  ) -> Analysis {
    let (configuration, data, setup) = (ground.configuration, ground.data, ground.diagnostics)
    var diagnostics = sources.diagnostics + StylesMissing.check(sources) + readings.flatMap(\.diagnostics)
    // Files that could not be read at all are known by their diagnostics alone.
    let lost = sources.diagnostics.compactMap { diagnostic in
      SheetKind(path: diagnostic.location.path).map { SheetID($0, SourceFile(path: diagnostic.location.path, bytes: []).stem) }
    }
    let unreadable = Set(readings.filter { $0.sheet == nil }.map(\.id) + lost)
    let sheets = readings.compactMap(\.sheet)
    let unread = sources.unread
    let atlas = Atlas(
      sheets: sheets, unreadable: unreadable.subtracting(sheets.map(\.id)),
      unreadableKinds: Set(SheetKind.allCases.filter { unread.hold($0.folder) }), geography: data.geography)
    var texts: [TextPage] = []
    for file in sources.pages.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      let text = TextPage.read(file, limits: configuration.limits)
      diagnostics += text.diagnostics
      if let page = text.page { texts.append(page) }
    }
    if setup.isEmpty {
      let context = AtlasContext(
        paths: files.map(\.path), texts: texts, boundaries: data.boundaries, includesDrafts: options.includesDrafts)
      let refused = readings.reduce(into: Set<Location>()) { $0.formUnion($1.refused) }
      let found = AtlasRules.all.flatMap { $0.check(atlas, context) }.filter { !refused.contains($0.location) }
      diagnostics += pointed(found, sheets)
    }
    return Analysis(
      configuration: configuration, schemas: ground.schemas, atlas: atlas, texts: texts, maps: data.maps,
      diagnostics: diagnostics, setupDiagnostics: setup, sheetCount: files.count, unread: unread)
  }

  /// Diagnostics of the rules over all sheets, with the pointers of the places they name.
  private static func pointed(_ diagnostics: [Diagnostic], _ sheets: [Sheet]) -> [Diagnostic] {
    let trees = Dictionary(sheets.map { ($0.path, $0.tree) }, uniquingKeysWith: { first, _ in first })
    return Dictionary(grouping: diagnostics.enumerated(), by: { $0.element.location.path })
      .flatMap { path, group in
        let filled = trees[path].map { PointerFinder.fill(group.map(\.element), $0) } ?? group.map(\.element)
        return zip(group.map(\.offset), filled)
      }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Reads the sheets, spread over the cores, in the order given.
  private static func readAll(_ files: [SourceFile], _ reader: SheetReader, workers: Int) async -> [SheetReading] {
    let share = max(1, (files.count + workers * 4 - 1) / (max(workers, 1) * 4))
    guard workers > 1, files.count > share else { return files.compactMap(reader.read) }
    return await withTaskGroup(of: (Int, [SheetReading]).self) { group in
      var parts: [(Int, [SheetReading])] = []
      var next = 0
      func addNext() {
        guard next < files.count else { return }
        let start = next
        next += share
        let slice = files[start..<min(start + share, files.count)]
        group.addTask { (start, slice.compactMap(reader.read)) }
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
