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
    let readings = ground.diagnostics.isEmpty ? await readAll(sources.sheets, reader(ground), workers: options.workers) : []
    return join(sources, options, ground, readings)
  }

  /// The same, with what an earlier analysis of the project remembers; gives the same result.
  package static func analyze(
    _ sources: SourceSet, options: AnalysisOptions, rules: [Rule], remembering memory: inout AnalysisMemory
  ) async -> Analysis {
    let ground = memory.ground(of: sources, options, rules: rules)
    guard ground.diagnostics.isEmpty else { return join(sources, options, ground, []) }
    let changed = sources.sheets.filter { memory.reading(of: $0) == nil }
    for (file, reading) in zip(changed, await readAll(changed, reader(ground), workers: options.workers)) {
      memory.readings[file.path] = AnalysisMemory.Remembered(bytes: file.bytes, reading: reading)
    }
    return join(sources, options, ground, sources.sheets.compactMap(memory.reading))
  }

  private static func reader(_ ground: AnalysisMemory.Ground) -> SheetReader {
    SheetReader(
      schemas: ground.schemas, geography: ground.data.geography, today: ground.options.today, limits: ground.configuration.limits)
  }

  /// Sheets that were read one by one become an atlas, and the rules that see all of them are asked.
  private static func join(
    _ sources: SourceSet, _ options: AnalysisOptions, _ ground: AnalysisMemory.Ground, _ readings: [SheetReading]
  ) -> Analysis {
    let (configuration, data, setup) = (ground.configuration, ground.data, ground.diagnostics)
    var diagnostics = sources.diagnostics + readings.flatMap(\.diagnostics)
    let unreadable = readings.filter { $0.sheet == nil }.map(\.id)
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
      configuration: configuration, schemas: ground.schemas, atlas: atlas, texts: texts, worldMap: data.worldMap,
      diagnostics: diagnostics, setupDiagnostics: setup, sheetCount: sources.sheets.count)
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
