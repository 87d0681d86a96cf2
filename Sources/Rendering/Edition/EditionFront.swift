import Cartography
import Linking
import Markup
import SheetModel

/// The first pages of a book: cover, how to read it, contents, maps.
struct EditionFront {
  let edition: Edition
  let lists: EditionLists
  private var site: SiteContext { edition.site }
  private var configuration: SiteConfiguration { site.configuration }

  func cover() -> HTML {
    var html: HTML = """
      <section class="cover" id="cover" aria-labelledby="cover-title">
      <p class="cover-kind">Print edition</p>
      <h1 id="cover-title">\(configuration.title)</h1>

      """
    if let subtitle = configuration.subtitle { html += "<p class=\"subtitle\">\(subtitle)</p>\n" }
    if let part = edition.partTitle {
      html += "<p class=\"cover-part\">\(partMark)\(part)</p>\n"
    }
    html += "<div class=\"cover-map\" aria-hidden=\"true\">\(ornament())</div>\n<div class=\"imprint\">\n"
    if let publisher = configuration.publisher { html += "<p>\(publisher)</p>\n" }
    if let day = edition.newestReview.flatMap({ CalendarDate($0) }) {
      html += "<p>State of the sheets: \(EditionWords.day(day))</p>\n"
    }
    if let licence = configuration.licence { html += "<p>Texts and data: \(licence)</p>\n" }
    html += "<p>Not a ranking: clusters stand in alphabetical order or by place.</p>\n</div>\n</section>\n"
    return html
  }

  private var partMark: HTML {
    if case .theme(let id) = edition.id { ThemeMark.svg(site, id) } else { HTML() }
  }

  /// The map without names: a picture of what is inside.
  private func ornament() -> HTML {
    let map = site.maps.render(
      EditionMaps.points(edition.clusters.map(\.sheet), site),
      MapOptions(title: "Clusters", idPrefix: "cover-map", symbolRadius: 5))
    return EditionMarkup(edition: edition, page: edition.id.address, prefix: "", levels: 0).rewrite(map)
  }

  func contents() -> HTML {
    var html: HTML = """
      <section class="contents" id="\(EditionAnchors.contents)" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      <ol class="contents-list">

      """
    func plain(_ anchor: String, _ title: String) { html += "<li>\(lists.line(anchor, number: "", title: "\(title)"))</li>\n" }
    plain(EditionAnchors.about, EditionWords.aboutTitle)
    if EditionMaps.exist(edition) { plain(EditionAnchors.maps, EditionMaps.title(edition)) }
    for part in edition.parts {
      html += "<li class=\"part\">\(lists.line(part.anchor, number: part.letter, title: "\(mark(part))\(part.title)"))\n"
      if !part.entries.isEmpty {
        html += "<ol>\n"
        for entry in part.entries {
          html += "<li>\(lists.line(entry.anchor, number: "\(entry.number)", title: "\(entry.sheet.name.value)"))</li>\n"
        }
        html += "</ol>\n"
      }
      html += "</li>\n"
    }
    for index in EditionIndexes.titles(edition) { plain(index.anchor, index.title) }
    html += "</ol>\n</section>\n"
    return html
  }

  private func mark(_ part: Edition.Part) -> HTML {
    if case .theme(let id) = part.subject { ThemeMark.svg(site, id) } else { HTML() }
  }
}

/// The map of a book's clusters: of the world, or of the region that the book is about.
enum EditionMaps {
  static func exist(_ edition: Edition) -> Bool { edition.clusters.contains { $0.sheet.cluster?.seat != nil } }

  static func title(_ edition: Edition) -> String {
    switch edition.id {
    case .whole: "World map by theme"
    case .theme: "World map of the theme"
    case .macroRegion: "Map of the region"
    }
  }

  static func section(_ edition: Edition) -> HTML {
    guard exist(edition) else { return HTML() }
    let site = edition.site
    let scope = Scope(site, edition.id.address)
    let clusters = edition.clusters.map(\.sheet)
    var extent: MapExtent?
    var highlight: Set<String> = []
    var caption: HTML = "Equal Earth projection. "
    if case .macroRegion(let id) = edition.id {
      extent = site.maps.extent(ofMacroRegion: id)
      highlight = Set(site.geography.countries.values.filter { $0.macroRegion == id }.map(\.numeric))
      caption = "\(edition.partTitle ?? "") darker. Azimuthal projection, equal in area. "
    }
    caption += "Each mark is a cluster; where marks would lie on each other a line leads to the place."
    let isTheme = if case .theme = edition.id { true } else { false }
    let figure = MapFigures.figure(
      clusters, scope, title: title(edition), caption: caption, extent: extent, highlight: highlight, legend: !isTheme)
    let rewritten = EditionMarkup(edition: edition, page: edition.id.address, prefix: "maps--", levels: 0).rewrite(figure)
    return """
      <section class="maps" id="\(EditionAnchors.maps)" aria-labelledby="maps-title">
      <h2 id="maps-title">\(title(edition))</h2>
      \(rewritten)
      \(table(edition))
      </section>

      """
  }

  /// What the map shows, in numbers: themes down, macro-regions across would not fit, so places down.
  private static func table(_ edition: Edition) -> HTML {
    let site = edition.site
    let themes = site.themes.filter { theme in
      edition.clusters.contains { $0.sheet.cluster?.theme?.value == theme.id.id }
    }
    let columns =
      [Column("Where")] + themes.map { Column($0.theme?.short ?? $0.name.value, number: true) }
      + (themes.count > 1 ? [Column("All", number: true)] : [])
    func row(_ name: String, _ sheets: [Sheet]) -> HTML {
      let counts = Dictionary(grouping: sheets) { $0.cluster?.theme?.value ?? "" }.mapValues(\.count)
      var cells: HTML = "<th scope=\"row\">\(name)</th>"
      for theme in themes { cells += "<td class=\"num\">\(counts[theme.id.id].map(Numbers.grouped) ?? "–")</td>" }
      if themes.count > 1 { cells += "<td class=\"num\">\(Numbers.grouped(sheets.count))</td>" }
      return cells
    }
    var rows: [HTML] = []
    for place in EditionPlaces.of(edition.clusters, site) {
      if case .macroRegion(let id) = edition.id {
        guard place.region?.id == id else { continue }
        rows = place.countries.map { row(site.geography.countryName($0.code), $0.entries.map(\.sheet)) }
      } else {
        var seen: Set<SheetID> = []
        let sheets = place.countries.flatMap(\.entries).map(\.sheet).filter { seen.insert($0.id).inserted }
        rows.append(row(place.region?.name ?? "Elsewhere", sheets))
      }
    }
    guard !rows.isEmpty else { return HTML() }
    let note = "A cluster that lies in two of these places is counted in both."
    return Table.make(caption: "Clusters by place and theme", columns: columns, className: "map-table", rows: rows)
      + "\n<p class=\"note\">\(note)</p>"
  }

  /// Points without links.
  static func points(_ clusters: [Sheet], _ site: SiteContext) -> [MapPoint] {
    clusters.compactMap { sheet in
      guard let cluster = sheet.cluster, let seat = cluster.seat else { return nil }
      let theme = cluster.theme?.value ?? ""
      return MapPoint(
        latitude: seat.latitude.value, longitude: seat.longitude.value, title: sheet.name.value, href: nil,
        category: site.themeNumber(theme) - 1, shape: ThemeMark.shape(site.theme(theme)))
    }
  }
}
