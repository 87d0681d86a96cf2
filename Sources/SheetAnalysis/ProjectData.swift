import Cartography
import Diagnostics
import SheetModel
import SourceText
import Workspace

/// The data files of `Site/data/`: code lists and base maps.
struct ProjectData: Sendable {
  var geography = Geography.empty
  var maps = BaseMaps()
  var boundaries: CountryBoundaries?
  var diagnostics: [Diagnostic] = []

  static func read(_ sources: SourceSet) -> ProjectData {
    var data = ProjectData()
    func file(_ name: String) -> SourceFile? {
      if let found = sources.data.first(where: { $0.path == "Site/data/" + name }) { return found }
      data.diagnostics.append(DataFile.report(missing: "Site/data/" + name))
      return nil
    }
    if let countries = file("countries.csv"), let subdivisions = file("subdivisions.csv") {
      if let geography = Geography(countries: countries, subdivisions: subdivisions) {
        data.geography = geography
      } else {
        data.diagnostics.append(DataFile.report(unreadable: countries.path, "it lacks a column, or subdivisions.csv does"))
      }
    }
    data.maps.world = map(file("countries-110m.topo.json"), into: &data)
    data.maps.parts = map(file("countries-50m.topo.json"), into: &data)
    data.boundaries = data.maps.parts.map { CountryBoundaries(base: $0) }
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
