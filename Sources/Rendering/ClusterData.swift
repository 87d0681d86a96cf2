import Markup

/// `data/clusters.json`: what lists and maps are made of, for other programs. The shape is versioned; `about` says what the members mean.
enum ClusterData {
  static func write(_ site: SiteContext, to emit: ([UInt8]) throws -> Void) throws {
    var list = JSONList("clusters") {
      $0.member("version", DataCatalogue.version)
      $0.member("title", site.configuration.title)
      if let licence = site.configuration.licence { $0.member("licence", licence) }
      $0.member(
        "about",
        "One object per published cluster, by id; coordinates in degrees (WGS 84), countries ISO 3166-1, band as the method page defines it"
      )
    }
    try ClusterRows.rows(site) { row in
      if let part = list.add({ members(row, into: &$0) }) { try emit(part) }
    }
    try emit(list.end())
  }

  /// The columns of the table as members; those whose names begin alike up to a full stop lie in one object.
  private static func members(_ row: ClusterRows.Row, into json: inout JSONWriter) {
    let columns = ClusterRows.columns.map { ($0.column.member.split(separator: "."), $0.cell(row)) }
    var i = 0
    while i < columns.count {
      let (path, cell) = columns[i]
      i += 1
      guard path.count == 2 else {
        cell.write(String(path[0]), into: &json)
        continue
      }
      var inside = [(String(path[1]), cell)]
      while i < columns.count, columns[i].0.count == 2, columns[i].0[0] == path[0] {
        inside.append((String(columns[i].0[1]), columns[i].1))
        i += 1
      }
      guard inside.contains(where: { $0.1 != .none }) else { continue }
      json.key(String(path[0]))
      json.object { for (name, cell) in inside { cell.write(name, into: &$0) } }
    }
  }
}
