import Cartography
import EcosystemSchema
import Linking
import Markup
import SheetModel

/// The map of the network: an arc for each relation whose two ends have a place.
struct NetworkMap {
  let html: HTML
  /// What the map leaves out, in sentences.
  let leftOut: [String]

  /// More arcs than this hide each other; then every second is drawn, or every third, and so on.
  private static let mostArcs = 180
  /// Arcs shorter than this, in thousandths of the world's width, lie under their marks.
  private static let shortest = 9.0

  private struct Drawn {
    let tie: ClusterNetwork.Tie
    let from: GeoPoint
    let to: GeoPoint
  }

  init(_ scope: Scope) {
    let site = scope.site
    let words = NetworkWords(scope)
    var drawn: [Drawn] = []
    var (near, homely, placeless) = (0, 0, 0)
    for tie in site.network.ties {
      guard let from = Self.place(tie.from, site) else {
        placeless += 1
        continue
      }
      if case .partner(let i) = tie.to, Self.isAtHome(site.network.partners[i], tie.from, site) {
        homely += 1
      } else if let to = Self.place(tie.to, site) {
        if site.maps.worldDistance(from: from, to: to) < Self.shortest {
          near += 1
        } else {
          drawn.append(Drawn(tie: tie, from: from, to: to))
        }
      } else {
        placeless += 1
      }
    }
    let step = max(1, (drawn.count + Self.mostArcs - 1) / Self.mostArcs)
    let all = drawn.count
    drawn = drawn.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    var leftOut: [String] = []
    if step > 1 { leftOut.append("Of \(Numbers.grouped(all)) relations that could be drawn the map shows one in \(step).") }
    if near > 0 {
      leftOut.append("\(Self.relations(near)) between neighbours \(near == 1 ? "is" : "are") too short for a map of the world.")
    }
    if homely > 0 {
      leftOut.append(
        "\(Self.relations(homely)) to partners in the same country without a sheet \(homely == 1 ? "is" : "are") not drawn.")
    }
    if placeless > 0 {
      leftOut.append("\(Self.relations(placeless)) \(placeless == 1 ? "has" : "have") an end whose place is not known.")
    }
    self.leftOut = leftOut
    html = drawn.isEmpty ? HTML() : Self.figure(drawn, step, words, scope)
  }

  private static func relations(_ count: Int) -> String { Numbers.plural(count, "relation") }

  private static func place(_ end: ClusterNetwork.End, _ site: SiteContext) -> GeoPoint? {
    switch end {
    case .cluster(let id):
      return site.atlas[SheetID(.cluster, id)]?.cluster?.seat.map {
        GeoPoint(latitude: $0.latitude.value, longitude: $0.longitude.value)
      }
    case .partner(let i):
      return site.network.partners[i].country.flatMap { site.geography.country($0) }.flatMap {
        site.maps.middle(ofCountry: $0.numeric)
      }
    }
  }

  /// Whether a partner whose place is not known lies in the cluster's own country: a line to the middle of that would say nothing.
  private static func isAtHome(_ partner: ClusterNetwork.Partner, _ end: ClusterNetwork.End, _ site: SiteContext) -> Bool {
    guard case .cluster(let id) = end, let countries = site.atlas[SheetID(.cluster, id)]?.cluster?.countries else { return false }
    return countries.contains { $0.value == partner.country }
  }

  /// The number of a type's pattern: its place in the schema.
  private static func pattern(_ type: String, _ site: SiteContext) -> Int {
    let values = site.field(of: .cluster)?.at("relations.type")?.values ?? []
    return (values.firstIndex { $0.value == type } ?? values.count) + 1
  }

  private static func figure(_ drawn: [Drawn], _ step: Int, _ words: NetworkWords, _ scope: Scope) -> HTML {
    let site = scope.site
    // Many arcs are thin, or they are a carpet.
    let isDense = drawn.count > 80
    var lanes: [Set<GeoPoint>: Int] = [:]
    let arcs = drawn.map { item -> MapArc in
      let lane = lanes[[item.from, item.to], default: 0]
      lanes[[item.from, item.to]] = lane + 1
      let years = words.years(item.tie)
      let title =
        "\(words.name(item.tie.from)) – \(words.name(item.tie.to)): \(NetworkWords.inSentence(words.type(item.tie.type)))"
        + (years.isEmpty ? "" : ", \(years)")
      return MapArc(from: item.from, to: item.to, title: title, pattern: pattern(item.tie.type, site), lane: lane)
    }
    var options = MapOptions(
      title: "World map of the relations between clusters", idPrefix: "map", symbolRadius: isDense ? 2.8 : 5.5)
    options.overlay = MapOverlay(arcs: arcs, rings: rings(drawn, site))
    let svg = site.maps.render(points(drawn, scope), options)
    guard !svg.isEmpty else { return HTML() }
    let types = Set(drawn.map(\.tie.type)).sorted { (pattern($0, site), $0) < (pattern($1, site), $1) }
    let key = types.map { type -> HTML in
      "<li>\(MapArc.sample(pattern: pattern(type, site)))\(words.type(type))</li>"
    }.joined()
    let ring: HTML =
      options.overlay.rings.isEmpty
      ? HTML()
      : "<li><svg class=\"mark\" viewBox=\"-6 -6 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\" focusable=\"false\"><circle class=\"partner\" r=\"4\"/></svg>Partner without a sheet, in the middle of its country</li>"
    return """
      <figure class="map-figure\(isDense ? " is-dense" : "")">
      \(svg)
      <figcaption><ul class="legend">\(key)\(ring)</ul><span>Shape and colour of a mark tell the theme. Arcs follow the shortest way on the globe. Equal Earth \
      projection.\(step > 1 ? " One relation in \(step) is drawn." : " The table below says the same.")</span></figcaption>
      </figure>
      """
  }

  /// The clusters at the ends of the arcs.
  private static func points(_ drawn: [Drawn], _ scope: Scope) -> [MapPoint] {
    let site = scope.site
    let ids = Set(
      drawn.flatMap { [$0.tie.from, $0.tie.to] }.compactMap { end in if case .cluster(let id) = end { id } else { nil } })
    return ids.sorted().compactMap { id in
      guard let sheet = site.atlas[SheetID(.cluster, id)], let cluster = sheet.cluster, let seat = cluster.seat else {
        return nil
      }
      let theme = cluster.theme?.value ?? ""
      return MapPoint(
        latitude: seat.latitude.value, longitude: seat.longitude.value,
        title: "\(sheet.name.value), \(seat.city): \(site.theme(theme)?.theme?.short ?? theme)",
        href: site.link(from: scope.address, to: sheet.id), category: site.themeNumber(theme) - 1,
        shape: ThemeMark.shape(site.theme(theme)))
    }
  }

  /// One ring for all partners of a country.
  private static func rings(_ drawn: [Drawn], _ site: SiteContext) -> [MapRing] {
    var names: [String: Set<String>] = [:]
    var places: [String: GeoPoint] = [:]
    for item in drawn {
      guard case .partner(let i) = item.tie.to, let country = site.network.partners[i].country else { continue }
      names[country, default: []].insert(site.network.partners[i].name)
      places[country] = item.to
    }
    return names.sorted { $0.key < $1.key }.compactMap { country, names in
      let listed = names.sorted(by: DiacriticFolding.precedes)
      let more = listed.count > 8 ? " and \(listed.count - 8) more" : ""
      return places[country].map {
        MapRing(
          place: $0, title: "\(site.geography.countryName(country)): \(listed.prefix(8).joined(separator: "; "))\(more)")
      }
    }
  }
}
