import Linking
import Markup
import SheetModel
import SourceText

/// The last pages of a book: its indexes and the list of sources.
struct EditionIndexes {
  let edition: Edition
  let lists: EditionLists
  private var site: SiteContext { edition.site }

  /// The indexes that a book has, in order.
  static func titles(_ edition: Edition) -> [(anchor: String, title: String)] {
    guard !edition.entries.isEmpty else { return [] }
    return [
      (EditionAnchors.names, "Index of names"), (EditionAnchors.themes, "Index of themes"),
      (EditionAnchors.places, "Index of regions and countries"), (EditionAnchors.bibliography, "Sources"),
    ]
  }

  func section(_ anchor: String) -> HTML {
    switch anchor {
    case EditionAnchors.names: section(anchor, "Index of names", names())
    case EditionAnchors.themes: section(anchor, "Index of themes", themes())
    case EditionAnchors.places: section(anchor, "Index of regions and countries", places())
    default: section(anchor, "Sources", EditionBibliography.html(edition))
    }
  }

  private func section(_ anchor: String, _ title: String, _ content: HTML) -> HTML {
    """
    <section class="index" id="\(anchor)" aria-labelledby="\(anchor)-title">
    <h2 id="\(anchor)-title">\(title)</h2>
    \(content)
    </section>

    """
  }

  /// A name under which a sheet is looked for.
  private struct Name {
    let text: String
    let key: String
    let entry: Edition.Entry
    let isAlias: Bool
  }

  /// Names, native names and aliases, in one alphabet.
  private func names() -> HTML {
    let all = edition.entries.flatMap { entry -> [Name] in
      let sheet = entry.sheet
      var seen: Set<String> = [sheet.name.value]
      let native = sheet.tree.root["native_name"]
      let others = [native?["name"]?.text ?? native?.text].compactMap { $0 } + sheet.aliases.map(\.value)
      let aliases = others.filter { !$0.isEmpty && seen.insert($0).inserted }
      return ([sheet.name.value] + aliases).enumerated().map {
        Name(text: $1, key: DiacriticFolding.fold($1), entry: entry, isAlias: $0 > 0)
      }
    }
    // Keys are folded once, not once per comparison. Other scripts stand last.
    let keyed = all.map { (order: Letters.of($0.text) == "#" ? "\u{10FFFF}" + $0.key : $0.key, name: $0) }
    let sorted = keyed.sorted { a, b in
      (a.order, a.name.entry.number, a.name.text) < (b.order, b.name.entry.number, b.name.text)
    }.map(\.name)
    var html: HTML = "<div class=\"columns\">\n"
    var letter: String?
    for name in sorted {
      let own = Letters.of(name.text)
      if own != letter {
        if letter != nil { html += "</ul>\n" }
        html += "<p class=\"letter\">\(own == "#" ? "Figures and other scripts" : own)</p>\n<ul class=\"index-list\">\n"
        letter = own
      }
      html += name.isAlias ? "<li>\(name.text): see \(mention(name.entry))</li>\n" : "<li>\(mention(name.entry))</li>\n"
    }
    if letter != nil { html += "</ul>\n" }
    html += "</div>"
    return html
  }

  private func mention(_ entry: Edition.Entry) -> HTML { lists.mention(entry, title: "\(entry.sheet.name.value)") }

  /// The clusters of each theme; those that only touch it stand after them.
  private func themes() -> HTML {
    var own: [String: [Edition.Entry]] = [:]
    var also: [String: [Edition.Entry]] = [:]
    for entry in edition.clusters {
      own[entry.sheet.cluster?.theme?.value ?? "", default: []].append(entry)
      for id in Set(entry.sheet.cluster?.secondaryThemes ?? []) { also[id, default: []].append(entry) }
    }
    var html: HTML = "<div class=\"columns\">\n"
    for theme in site.themes where own[theme.id.id] != nil || also[theme.id.id] != nil {
      let (first, second) = (own[theme.id.id] ?? [], also[theme.id.id] ?? [])
      html += """
        <div class="index-group"><h3>\(ThemeMark.svg(site, theme.id.id))\(theme.name.value)</h3>
        \(list(sorted(first)))
        """
      if !second.isEmpty { html += "<p class=\"also\">Also under this theme</p>\n\(list(sorted(second)))" }
      html += "</div>\n"
    }
    html += "</div>"
    return html
  }

  private func places() -> HTML {
    var html: HTML = "<div class=\"columns\">\n"
    for place in EditionPlaces.of(edition.entries, site) {
      html += place.region.map { "<h3 id=\"\(EditionAnchors.macroRegion($0.id))\">\($0.name)</h3>\n" } ?? "<h3>Elsewhere</h3>\n"
      for country in place.countries {
        html += """
          <div class="index-group"><h4 id="\(EditionAnchors.country(country.code))">\(site.geography.countryName(country.code))</h4>
          \(list(sorted(country.entries)))</div>

          """
      }
    }
    html += "</div>"
    return html
  }

  private func sorted(_ entries: [Edition.Entry]) -> [Edition.Entry] {
    entries.map { (key: DiacriticFolding.fold($0.sheet.name.value), entry: $0) }
      .sorted { ($0.key, $0.entry.number) < ($1.key, $1.entry.number) }.map(\.entry)
  }

  private func list(_ entries: [Edition.Entry]) -> HTML {
    guard !entries.isEmpty else { return HTML() }
    var html: HTML = "<ul class=\"index-list\">\n"
    for entry in entries {
      let kind: HTML =
        entry.sheet.id.kind == .cluster ? "" : " <span class=\"quiet\">(\(entry.sheet.id.kind.noun))</span>"
      html += "<li>\(lists.mention(entry, title: "\(entry.sheet.name.value)\(kind)"))</li>\n"
    }
    html += "</ul>\n"
    return html
  }
}

/// Every source of the book once, by publisher, with the numbers of the sheets that cite it. Addresses stand on the sheets.
enum EditionBibliography {
  static func html(_ edition: Edition) -> HTML {
    let themes = edition.parts.compactMap { part -> Sheet? in
      if case .theme(let id) = part.subject { edition.site.theme(id) } else { nil }
    }
    let sources = SourcesPage.collect(edition.entries.map(\.sheet) + themes)
    guard !sources.isEmpty else { return "<p class=\"quiet\">No source is named.</p>" }
    var html: HTML = """
      <p class="section-intro">By publisher. The numbers at the end are those of the sheets that name the source, where its address stands.</p>
      <ul class="columns bibliography-list">

      """
    for entry in sources {
      let source = entry.source
      let publisher: HTML = source.publisher.map { "<b>\($0)</b>: " } ?? ""
      let year: HTML = source.year.map { ", \(String($0))" } ?? ""
      let letter: HTML = source.reliability.map { " <abbr title=\"Reliability \($0)\">\($0)</abbr>" } ?? ""
      let cited = entry.sheets.compactMap { id -> HTML? in
        if let entry = edition.entry(id) { return "<a href=\"#\(entry.anchor)\">\(entry.number)</a>" }
        guard let part = edition.parts.first(where: { $0.subject == .theme(id.id) }) else { return nil }
        return "<a href=\"#\(part.anchor)\">Part \(part.letter)</a>"
      }
      html += "<li>\(publisher)\(source.title)\(year).\(letter) <span class=\"cited\">\(cited.joined(", "))</span></li>\n"
    }
    html += "</ul>"
    return html
  }
}
