import Markup
import SheetModel

/// `data/clusters.geojson` (RFC 7946): the seat of each published cluster as a point, longitude first, in degrees of WGS 84. A cluster without a seat
/// has no geometry; further places are points among the properties.
enum GeoJSON {
  static func write(_ site: SiteContext, to emit: ([UInt8]) throws -> Void) throws {
    var list = JSONList("features") {
      $0.member("type", "FeatureCollection")
      // Members that the standard does not know are allowed beside its own (section 6.1).
      $0.member("version", DataCatalogue.version)
      $0.member("title", site.configuration.title)
      if let licence = site.configuration.licence { $0.member("licence", licence) }
    }
    try ClusterRows.rows(site) { row in
      if let part = list.add({ feature(row, into: &$0) }) { try emit(part) }
    }
    try emit(list.end())
  }

  private static func feature(_ row: ClusterRows.Row, into json: inout JSONWriter) {
    json.member("type", "Feature")
    json.member("id", row.sheet.id.id)
    json.key("geometry")
    if let seat = row.cluster?.seat {
      point(seat.longitude.value, seat.latitude.value, into: &json)
    } else {
      json.null()
    }
    json.key("properties")
    json.object { json in
      for column in ClusterRows.columns where !["lat", "lon"].contains(column.column.name) {
        column.cell(row).write(column.column.name, into: &json)
      }
      json.key("places")
      json.array { json in
        for place in row.cluster?.places ?? [] {
          json.object {
            $0.member("name", place.name)
            $0.member("lat", place.latitude)
            $0.member("lon", place.longitude)
          }
        }
      }
    }
  }

  private static func point(_ longitude: Double, _ latitude: Double, into json: inout JSONWriter) {
    json.object {
      $0.member("type", "Point")
      $0.key("coordinates")
      $0.array {
        $0.value(longitude)
        $0.value(latitude)
      }
    }
  }
}
