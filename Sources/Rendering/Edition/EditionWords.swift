import Diagnostics
import EcosystemSchema
import Linking
import Markup
import SheetModel

/// What a book says of itself.
enum EditionWords {
  static let aboutTitle = "About this edition"

  /// `22 November 2026`.
  static func day(_ day: CalendarDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// The title in a reader's library: `Global Clusters: Health and life sciences`.
  static func title(_ edition: Edition) -> String {
    edition.site.configuration.title + (edition.partTitle.map { ": " + $0 } ?? "")
  }

  static func about(_ edition: Edition) -> HTML {
    let rows: [(String, HTML)] = [
      ("What it holds", holds(edition)),
      ("Order", order(edition)),
      (
        "No ranking",
        "Clusters differ in kind, and their figures in definition and year. Nothing here is ordered by merit: not the sheets, not the size classes, not the bands."
      ),
      (
        "How a cluster is chosen",
        "It is listed when at least one initiative (a database, a study, a programme, a body) names it or its area, and a text was read that shows the naming."
      ),
      (
        "Shape and colour",
        "tell the theme: \(edition.site.themes.map { mark($0, edition.site) }.joined(", "))."
      ),
      (
        "Two strips",
        "show the kinds of player and of resource. A filled square is an item with its source, a hollow one an item without; a dashed box is a gap that we know of; a thin line means that nothing is said."
      ),
      (
        "Aim of a sheet",
        "Listed: it can be put on the map. Publishable: described and sourced, or its gaps admitted. Full: with governance, policies, relations and a series of figures, and checked by a second person."
      ),
      ("Bands I to IV", bands),
      (
        "Completeness",
        "says how much of a sheet is filled and sourced: a field that is filled and sourced counts one, an admitted gap a half, silence nothing. It is about the sheet and not about the cluster."
      ),
      (
        "Figures",
        "carry their unit, year, scope, method and source. Where sources disagree, both figures stay."
      ),
      (
        "Sources",
        "are numbered on each sheet and listed at its end with their addresses; the bibliography has them all by publisher. Their letter says how far they carry: A official, statistical or reviewed; B serious press, or the organisation itself; C promotion, a compilation or an encyclopedia."
      ),
    ]
    var html: HTML = """
      <section class="about-edition" id="\(EditionAnchors.about)" aria-labelledby="about-edition-title">
      <h2 id="about-edition-title">\(aboutTitle)</h2>
      <dl class="pairs">

      """
    for (term, text) in rows { html += "<div><dt>\(term)</dt><dd>\(text)</dd></div>\n" }
    html += "</dl>\n"
    if let base = edition.site.configuration.baseURL {
      html += "<p class=\"note\">The atlas on the web, with the whole of its method: \(base)</p>\n"
    }
    html += "</section>\n"
    return html
  }

  private static func mark(_ theme: Sheet, _ site: SiteContext) -> HTML {
    "<span class=\"theme-name\">\(ThemeMark.svg(site, theme.id.id))\(theme.name.value)</span>"
  }

  private static func holds(_ edition: Edition) -> HTML {
    let counts = SheetKind.allCases.compactMap { kind -> String? in
      let count = edition.entries.count { $0.sheet.id.kind == kind }
      guard count > 0 else { return nil }
      return "\(Numbers.grouped(count)) \(count == 1 ? kind.noun : kind.pluralTitle.lowercased())"
    }
    let list = counts.isEmpty ? "no sheet yet" : Wording.list(counts)
    guard let part = edition.partTitle else { return "The whole atlas: \(list)." }
    let what: HTML
    switch edition.id {
    case .macroRegion: what = "The part of the atlas on \(part): \(list)."
    default: what = "The part of the atlas on the theme \(part): \(list)."
    }
    return
      "\(what) What it names but does not hold (policies, initiatives, concepts, clusters of other parts) stands in the whole edition."
  }

  private static func order(_ edition: Edition) -> HTML {
    let order: HTML
    switch edition.id {
    case .whole: order = "Datasheets stand by theme, then by name; after them the other sheets by kind and name."
    case .theme: order = "Datasheets stand by name."
    case .macroRegion: order = "Datasheets stand by country, then by name; a cluster of several countries under the first."
    }
    return "\(order) Each has a number, which stands at the head of its pages. “See 14” means the sheet with that number."
  }

  /// As `VisibilityBand` works them out.
  private static let bands: HTML = """
    say by how many initiatives of how many kinds of method a cluster is found. I: three kinds or more and four initiatives or more. II: two kinds or \
    more, two initiatives or more, one of them naming the cluster itself. III: named itself at least once. IV: only its area is named. The band says \
    as much about our reading as about the cluster.
    """
}
