import FrontMatter
import Linking
import Markup
import SheetModel

/// `data/clusters.json`: what lists and maps are made of, for other programs. The shape is versioned; `about` says what the members mean.
enum ClusterData {
  static func json(_ site: SiteContext) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("version", 1)
      $0.member("title", site.configuration.title)
      if let licence = site.configuration.licence { $0.member("licence", licence) }
      $0.member(
        "about",
        "One object per published cluster, by id; coordinates in degrees (WGS 84), countries ISO 3166-1, band as the method page defines it"
      )
      $0.key("clusters")
      $0.array {
        for sheet in site.clusters.sorted(by: { $0.id < $1.id }) {
          $0.lineBreak()
          write(sheet, site, into: &$0)
        }
        if !site.clusters.isEmpty { $0.lineBreak(closing: true) }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ sheet: Sheet, _ site: SiteContext, into json: inout JSONWriter) {
    guard let cluster = sheet.cluster else { return }
    json.object {
      $0.member("id", sheet.id.id)
      $0.member("name", sheet.name.value)
      if !sheet.aliases.isEmpty { $0.member("aliases", sheet.aliases.map(\.value)) }
      if let address = site.plan.addresses[sheet.id] { $0.member("page", address) }
      if let summary = sheet.summary { $0.member("summary", summary) }
      if let theme = cluster.theme { $0.member("theme", theme.value) }
      if !cluster.secondaryThemes.isEmpty { $0.member("secondary_themes", cluster.secondaryThemes) }
      $0.member("countries", cluster.countries.map(\.value))
      if let region = cluster.countries.first.flatMap({ site.geography.macroRegion(ofCountry: $0.value) }) {
        $0.member("macro_region", region.name)
      }
      if let seat = cluster.seat {
        $0.key("seat")
        $0.object {
          $0.member("city", seat.city)
          $0.member("lat", seat.latitude.value)
          $0.member("lon", seat.longitude.value)
        }
      }
      let named: [(String, String?)] = [
        ("entity", cluster.entity), ("status", cluster.status), ("dimension", cluster.dimension),
        ("size", cluster.sizeClass?.value),
        ("anchorage", cluster.anchorage), ("stage", cluster.stage), ("tier", sheet.aim.value.rawValue),
        ("band", site.atlas.visibility(of: sheet)?.band.rawValue),
      ]
      for (name, value) in named {
        if let value { $0.member(name, value) }
      }
      if let founded = cluster.founded { $0.member("founded", founded.value) }
    }
  }
}
