import Diagnostics
import EcosystemSchema
import SheetModel
import SourceText
import Workspace

/// What an analysis leaves for the next one of the same project, so that only files that changed are read again.
///
/// It keeps the bytes of all sheets, which a single run has no use for: it is for those that analyse again and again, such as `fix`.
package struct AnalysisMemory: Sendable {
  var ground: Ground?
  var readings: [String: Remembered] = [:]

  package init() {}

  /// A file and what came of it.
  struct Remembered: Sendable {
    let bytes: [UInt8]
    let reading: SheetReading
  }

  /// Everything that sheets are read against, and the sources that it was made from.
  struct Ground: Sendable {
    let configuration: SiteConfiguration
    let schemas: SchemaSet
    let data: ProjectData
    let diagnostics: [Diagnostic]
    let sources: [SourceFile]
    let options: AnalysisOptions

    static func read(_ sources: SourceSet, _ options: AnalysisOptions, rules: [Rule]) -> Ground {
      let read = SiteConfiguration.read(sources.site, rules: rules)
      var configuration = read.configuration
      if let baseURL = options.baseURL { configuration.baseURL = baseURL }
      let compiled = SchemaSet.compile(sources.schemas)
      let data = ProjectData.read(sources)
      var setup = read.diagnostics + compiled.diagnostics + data.diagnostics
      // A schema that is itself broken is not asked what it lacks.
      if compiled.diagnostics.isEmpty { setup += SchemaContract.check(compiled.set) }
      return Ground(
        configuration: configuration, schemas: compiled.set, data: data, diagnostics: setup, sources: files(of: sources),
        options: options)
    }

    static func files(of sources: SourceSet) -> [SourceFile] { [sources.site] + sources.schemas + sources.data }

    /// Whether it would be the same if it were read again.
    func holds(for sources: SourceSet, _ options: AnalysisOptions) -> Bool {
      options.today == self.options.today && options.baseURL == self.options.baseURL
        && Self.files(of: sources).elementsEqual(self.sources) { $0.path == $1.path && $0.bytes == $1.bytes }
    }
  }

  /// The ground of these sources; what was read against another one is forgotten.
  mutating func ground(of sources: SourceSet, _ options: AnalysisOptions, rules: [Rule]) -> Ground {
    if let ground, ground.holds(for: sources, options) { return ground }
    let read = Ground.read(sources, options, rules: rules)
    ground = read
    readings = [:]
    return read
  }

  /// The reading of a file that has not changed.
  func reading(of file: SourceFile) -> SheetReading? {
    readings[file.path].flatMap { $0.bytes == file.bytes ? $0.reading : nil }
  }
}
