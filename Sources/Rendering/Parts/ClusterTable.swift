import EcosystemSchema
import Markup
import SheetModel

/// Clusters as rows: the explorer, themes and regions show them alike.
enum ClusterTable {
  private static func columns(theme: Bool) -> [Column] {
    (["Cluster"] + (theme ? ["Theme"] : []) + ["Place", "Size", "Anchorage", "Stage", "Band"]).map { Column($0) }
  }

  /// A group of rows under a head of their own.
  struct Group {
    let title: HTML
    let clusters: [Sheet]
  }

  /// One table with common columns, a body for each group. The column of themes is left out: the page or the group says it.
  static func grouped(_ groups: [Group], caption: String, _ scope: Scope) -> HTML {
    let bodies = groups.map { group -> HTML in
      var body: HTML = """
        <tbody>
        <tr class="group"><th scope="rowgroup" colspan="6">\(group.title)<span class="count">\(Numbers.grouped(group.clusters.count))</span></th></tr>

        """
      for sheet in group.clusters { body += "<tr>\(cells(sheet, scope, theme: false))</tr>\n" }
      body += "</tbody>"
      return body
    }
    return Table.make(caption: caption, columns: columns(theme: false), className: "clusters", bodies: bodies.joined("\n"))
  }

  /// With the three columns that short lists need.
  static func short(_ clusters: [Sheet], caption: String, _ scope: Scope) -> HTML {
    Table.make(
      caption: caption, columns: Array(columns(theme: true).prefix(3)), className: "clusters", narrow: true,
      rows: clusters.map { place($0, scope, theme: true) })
  }

  /// - Parameter score: whether there is a column for how complete each sheet is.
  static func fullColumns(score: Bool) -> [Column] { columns(theme: true) + (score ? [Column("Complete", number: true)] : []) }

  /// The cells of a row with all columns.
  static func fullRow(_ sheet: Sheet, score: Bool, _ scope: Scope) -> HTML {
    let cells = cells(sheet, scope, theme: true)
    guard score else { return cells }
    return "\(cells)<td class=\"num\">\(ReviewWords.percent(scope.site.completeness(of: sheet)?.percent))</td>"
  }

  private static func place(_ sheet: Sheet, _ scope: Scope, theme: Bool) -> HTML {
    let themed: HTML = theme ? "<td>\(scope.themeText(sheet.cluster?.theme?.value ?? ""))</td>" : ""
    return "<th scope=\"row\">\(scope.sheetLink(sheet.id))</th>\(themed)<td>\(Places.text(sheet, scope.site))</td>"
  }

  private static func cells(_ sheet: Sheet, _ scope: Scope, theme: Bool) -> HTML {
    let cluster = sheet.cluster
    let field = scope.site.field(of: .cluster)
    func label(_ path: String, _ value: String?) -> String {
      value.map { field?.at(path)?.label(of: $0) ?? Field.words($0) } ?? ""
    }
    return """
      \(place(sheet, scope, theme: theme))<td>\(label("size.class", cluster?.sizeClass?.value))</td><td>\(label("anchorage.type", cluster?.anchorage))</td>\
      <td>\(label("life_cycle.stage", cluster?.stage))</td><td>\(scope.site.atlas.visibility(of: sheet)?.band.rawValue ?? "")</td>
      """
  }
}

/// Where a cluster lies, in words.
enum Places {
  /// `Copenhagen, Denmark and Sweden`.
  static func text(_ sheet: Sheet, _ site: SiteContext) -> String {
    guard let cluster = sheet.cluster else { return "" }
    let countries = joined(cluster.countries.map { site.geography.countryName($0.value) })
    return [cluster.seat?.city, countries.isEmpty ? nil : countries].compactMap { $0 }.joined(separator: ", ")
  }

  /// The same with the countries linked.
  static func html(_ sheet: Sheet, _ scope: Scope) -> HTML {
    guard let cluster = sheet.cluster else { return HTML() }
    let links = cluster.countries.map { scope.countryLink($0.value) }
    let countries = links.count > 1 ? "\(links.dropLast().joined(", ")) and \(links[links.count - 1])" : links.joined()
    guard let city = cluster.seat?.city else { return countries }
    return "\(city), \(countries)"
  }

  private static func joined(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// The letters that lead into an alphabetical list.
enum Letters {
  /// Lists with more entries have letters that lead into them.
  static let longList = 30

  /// The letter under which a name stands; `#` for digits and other scripts.
  static func of(_ name: String) -> String {
    guard
      let first = DiacriticFolding.fold(name).unicodeScalars.first(where: {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }),
      ("a"..."z").contains(first)
    else { return "#" }
    return String(first).uppercased()
  }

  static func anchor(_ letter: String) -> String { letter == "#" ? "letter-other" : "letter-" + letter.lowercased() }

  static func navigation(_ letters: Set<String>) -> HTML {
    let all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init) + (letters.contains("#") ? ["#"] : [])
    let items = all.map { letter -> HTML in
      letters.contains(letter)
        ? "<a href=\"#\(anchor(letter))\">\(letter)</a>" : "<span aria-hidden=\"true\">\(letter)</span>"
    }
    return "<nav class=\"az\" aria-label=\"A to Z\">\(items.joined())</nav>"
  }
}
