import Cartography
import Markup
import SheetModel

/// Maps of clusters as figures of a page, with their legend, and what has to be said of them.
enum MapFigures {
  /// More names than these say nothing, and more marks than these cannot be told apart or clicked.
  private static let labelLimit = 40
  private static let worldLabelLimit = 30
  private static let placeLimit = 60
  private static let markLimit = 600
  private static let insetMarkLimit = 300
  /// A larger map is worth its room for so many clusters.
  private static let insetLeast = 4

  /// A map of clusters: the world, or the part of it that `extent` gives.
  ///
  /// - Parameters:
  ///   - key: what marks tell; nil: the theme.
  ///   - isPrincipal: whether the map is what the page is about; else larger maps stand below it only where it cannot do without.
  ///   - hasInsets: false where the page must stay light: the list is what it is about.
  static func figure(
    _ clusters: [Sheet], _ scope: Scope, title: String, caption: HTML, extent: MapExtent? = nil, highlight: Set<String> = [],
    legend: Bool = true, key: MapKey? = nil, isPrincipal: Bool = false, hasInsets: Bool = true
  ) -> HTML {
    let site = scope.site
    let key = key ?? MapKey(.theme, clusters, site)
    let seated = clusters.filter { $0.cluster?.seat != nil }
    let points = seated.map { point($0, key, scope, hasPlaces: extent != nil && seated.count <= placeLimit) }
    var insets = extent == nil && hasInsets ? insets(points, site) : []
    var options = MapOptions(
      title: title, idPrefix: "map", extent: extent, width: extent == nil ? 1000 : 900, highlight: highlight,
      symbolRadius: radius(points.count, isWorld: extent == nil))
    options.hasLabels = points.count <= (extent == nil ? worldLabelLimit : labelLimit)
    options.hasScaleBar = extent != nil
    options.isPlain = points.count > markLimit
    options.insets = insets.map { $0.plan.inset(count: $0.points.count) }
    guard var map = site.maps.draw(points, options) else { return HTML() }
    if !isPrincipal, !insets.isEmpty, !map.hasFoldedInsets {
      insets = []
      options.insets = []
      map = site.maps.draw(points, options) ?? map
    }
    var remarks = MapRemarks(map, isPlain: options.isPlain)
    remarks.absent = map.absent.map { seated[$0].name.value }
    remarks.seatless = clusters.count - seated.count
    var parts = HTML()
    for (i, inset) in insets.enumerated() {
      parts += insetFigure(inset.plan, inset.points.map { points[$0] }, first: i == 0, site, &remarks)
    }
    if !insets.isEmpty { parts = "<div class=\"insets\">\n\(parts)</div>\n" }
    let entries: HTML = legend ? key.legend(scope, all: extent == nil) : HTML()
    return """
      <figure class="map-figure">
      \(map.svg)
      \(parts)<figcaption>\(entries)<span>\(caption)\(remarks.html)</span></figcaption>
      </figure>
      """
  }

  /// A world the size of a stamp.
  static func stamp(_ clusters: [Sheet], _ scope: Scope, key: MapKey) -> HTML {
    let points = clusters.filter { $0.cluster?.seat != nil }.map { point($0, key, scope, hasPlaces: false) }
    let options = MapOptions(
      title: "", symbolRadius: points.count > 400 ? 1.8 : points.count > 60 ? 2.4 : 4.5, isPlain: points.count > 100,
      isStamp: true)
    return scope.site.maps.draw(points, options)?.svg ?? HTML()
  }

  private static func point(_ sheet: Sheet, _ key: MapKey, _ scope: Scope, hasPlaces: Bool) -> MapPoint {
    let cluster = sheet.cluster
    let seat = cluster?.seat
    let entry = key.entry(of: sheet)
    let places = !hasPlaces ? [] : cluster?.places ?? []
    return MapPoint(
      latitude: seat?.latitude.value ?? .nan, longitude: seat?.longitude.value ?? .nan,
      title: "\(sheet.name.value), \(seat?.city ?? ""): \(key.words(sheet, scope.site))", label: sheet.name.value,
      href: scope.site.link(from: scope.address, to: sheet.id), mark: entry?.mark ?? MapMark(.circle, "class-none"),
      size: entry?.size,
      places: places.map {
        .init(GeoPoint(latitude: $0.latitude, longitude: $0.longitude), title: "\($0.name): \(sheet.name.value)")
      })
  }

  /// A map of many clusters needs smaller marks, or nothing else is seen.
  private static func radius(_ count: Int, isWorld: Bool) -> Double {
    if isWorld { return count > 400 ? 2.6 : count > 120 ? 4 : 6 }
    return count > 120 ? 5 : 7
  }

  /// The larger maps that are worth their room here, with the points that they show.
  private static func insets(_ points: [MapPoint], _ site: SiteContext) -> [(plan: InsetPlan, points: [Int])] {
    let places = points.map { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }
    return site.maps.insets.map { ($0, WorldMap.shown(places, in: $0.inset(count: 0))) }.filter { $0.1.count >= insetLeast }
  }

  private static func insetFigure(
    _ plan: InsetPlan, _ points: [MapPoint], first: Bool, _ site: SiteContext, _ remarks: inout MapRemarks
  ) -> HTML {
    var options = MapOptions(
      title: "Map \(plan.letter): \(plan.name)", idPrefix: plan.id, extent: plan.extent, width: plan.width, aspect: plan.aspect,
      symbolRadius: points.count > 120 ? 4.5 : 6.5)
    options.hasLabels = points.count <= labelLimit
    options.hasScaleBar = true
    options.isPlain = points.count > insetMarkLimit
    guard let map = site.maps.draw(points, options) else { return HTML() }
    remarks.add(map, isPlain: options.isPlain)
    return """
      <figure class="inset\(plan.isWide ? " inset-wide" : "")" id="\(plan.id)">
      \(map.svg)
      <figcaption><b>\(plan.letter)</b> \(plan.name): \(Numbers.plural(points.count, "cluster")).</figcaption>
      </figure>

      """
  }
}

/// What a map does not show by itself.
struct MapRemarks {
  private var hasLeaders: Bool
  private var unnamed: Int
  private let hasFoldedInsets: Bool
  private var isPlain: Bool
  /// The names of clusters whose seat lies outside the map.
  var absent: [String] = []
  /// How many clusters have no seat.
  var seatless = 0

  private static let namesLimit = 8

  init(_ map: DrawnMap, isPlain: Bool) {
    (hasLeaders, unnamed, hasFoldedInsets) = (map.hasLeaders, map.unnamed, map.hasFoldedInsets)
    self.isPlain = isPlain
  }

  mutating func add(_ map: DrawnMap, isPlain: Bool) {
    self.isPlain = self.isPlain || isPlain
    hasLeaders = hasLeaders || map.hasLeaders
    unnamed += map.unnamed
  }

  var html: HTML {
    var html = HTML()
    if hasLeaders { html += " Where marks would lie on each other, a line leads to the place." }
    if hasFoldedInsets { html += " A frame with a number holds so many clusters, drawn on the larger map." }
    if isPlain { html += " There are so many clusters that marks lie on each other; the table names them." }
    if unnamed > 0 {
      html +=
        " \(unnamed == 1 ? "One name" : "\(unnamed) names") found no room and \(unnamed == 1 ? "stands" : "stand") in the table."
    }
    if !absent.isEmpty {
      let named = absent.prefix(Self.namesLimit).joined(separator: ", ")
      let more = absent.count > Self.namesLimit ? " and \(absent.count - Self.namesLimit) more" : ""
      html += " Outside this map: \(named)\(more)."
    }
    if seatless > 0 { html += " \(Numbers.plural(seatless, "cluster")) without a place on the map." }
    return html
  }
}
