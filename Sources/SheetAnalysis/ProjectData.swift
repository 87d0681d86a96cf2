import Cartography
import Diagnostics
import SheetModel
import SourceText
import Workspace

/// The data files of `Site/data/`: code lists and base maps.
struct ProjectData: Sendable {
  var geography = Geography.empty
  var worldMap: BaseMap?
  var boundaries: CountryBoundaries?
  var diagnostics: [Diagnostic] = []

  static func read(_ sources: SourceSet) -> ProjectData {
    var data = ProjectData()
    func file(_ name: String) -> SourceFile? {
      if let found = sources.data.first(where: { $0.path == "Site/data/" + name }) { return found }
      data.diagnostics.append(DataFile.report(missing: "Site/data/" + name))
      return nil
    }
    // Both are looked for before either is read, so that all that is missing is said at once.
    let (countries, subdivisions) = (file("countries.csv"), file("subdivisions.csv"))
    if let countries, let subdivisions {
      if let geography = Geography(countries: countries, subdivisions: subdivisions) {
        data.geography = geography
      } else {
        data.diagnostics.append(DataFile.report(unreadable: countries.path, "it lacks a column, or subdivisions.csv does"))
      }
    }
    data.worldMap = map(file("countries-50m.topo.json"), into: &data)
    data.boundaries = data.worldMap.map { CountryBoundaries(base: $0) }
    return data
  }

  private static func map(_ file: SourceFile?, into data: inout ProjectData) -> BaseMap? {
    guard let file else { return nil }
    switch BaseMap.read(file.bytes) {
    case .success(let map): return map
    case .failure(let problem):
      data.diagnostics.append(DataFile.report(unreadable: file.path, problem.reason))
      return nil
    }
  }
}

/// The rule about `Site/data/`.
package enum DataFile {
  package static let rule = Rule(
    id: "data-file", severity: .error,
    title: "The code lists and base maps of Site/data/ are there and can be read",
    why: """
      Countries, subdivisions and the maps come from files of the project, so that a build gives the same pages on every machine. A project without \
      them cannot check a country or draw a map; the run ends with status 2. Bring the file back, for example from a fresh copy of the project.
      """,
    bad: Example("Site/data/countries.csv", "code,name\nDK,Denmark\n"), good: Example(files: []))

  static func report(missing path: String) -> Diagnostic {
    Diagnostic(
      rule, at: Location(path: path, span: Span.at(0)), "Data file is missing", explanation: "\(path) is needed for every build.")
  }

  static func report(unreadable path: String, _ reason: String) -> Diagnostic {
    Diagnostic(rule, at: Location(path: path, span: Span.at(0)), "Data file cannot be read", explanation: "\(path): \(reason).")
  }
}
