import Cartography
import EcosystemSchema
import Markup
import SheetModel

/// The key of a map: each value with its mark, and which clusters have it.
struct MapKey {
  struct Entry {
    /// The value; nil where a sheet says nothing.
    let value: String?
    let label: String
    let mark: MapMark
    /// The class of size, where sizes are shown.
    let size: Int?
    /// By name.
    let clusters: [Sheet]

    /// The anchor of its group in the table.
    var anchor: String { "value-" + SheetID.slug(of: value ?? "not-said") }
  }

  let reading: MapReading
  let entries: [Entry]
  private let entryOfSheet: [SheetID: Int]

  init(_ reading: MapReading, _ clusters: [Sheet], _ site: SiteContext) {
    self.reading = reading
    let choices = reading.choices(site)
    let known = Set(choices.map(\.value))
    let groups = Dictionary(grouping: clusters) { sheet in
      reading.value(of: sheet, site).flatMap { known.contains($0) ? $0 : nil }
    }
    var entries = choices.enumerated().map { position, choice in
      let look = MapKey.look(reading, choice.value, position: position, of: choices.count, site)
      return Entry(
        value: choice.value, label: choice.label, mark: look.mark, size: look.size, clusters: groups[choice.value] ?? [])
    }
    if let silent = groups[nil] {
      entries.append(
        Entry(value: nil, label: reading.silence, mark: MapMark(.dash, "class-none"), size: nil, clusters: silent))
    }
    self.entries = entries
    var index: [SheetID: Int] = [:]
    for (i, entry) in entries.enumerated() { for sheet in entry.clusters { index[sheet.id] = i } }
    entryOfSheet = index
  }

  func entry(of sheet: Sheet) -> Entry? { entryOfSheet[sheet.id].map { entries[$0] } }

  /// Classes of size, the larger the larger; the bands by filling; everything else by shape.
  private static func look(_ reading: MapReading, _ value: String, position: Int, of count: Int, _ site: SiteContext)
    -> (mark: MapMark, size: Int?)
  {
    if value == "unknown" { return (MapMark(.circle, "class-none", .hollow), nil) }
    switch reading {
    case .theme: return (site.themeMark(value), nil)
    case .size:
      let sizes = ["small": 1, "medium": 2, "large": 3, "very-large": 4]
      let size = sizes[value] ?? max(1, 4 - position)
      return (MapMark(.circle, "class-\(size)"), size)
    case .band:
      let fills: [MapFill] = [.solid, .dotted, .half, .hollow]
      return (MapMark(.circle, "class-\(max(1, 4 - position))", fills[min(position, 3)]), nil)
    case .anchorage, .dimension, .stage:
      let shapes = MapSymbol.allCases.filter { $0 != .dash }
      let fill: MapFill = position < shapes.count ? .solid : .hollow
      return (MapMark(shapes[position % shapes.count], "theme-\(position % 5 + 1)", fill), nil)
    }
  }

  /// What a mark of the map says.
  func words(_ sheet: Sheet, _ site: SiteContext) -> String {
    guard let entry = entry(of: sheet) else { return "" }
    if reading == .theme, let value = entry.value { return site.theme(value)?.theme?.short ?? entry.label }
    return entry.label
  }

  /// The legend: each value with how many clusters have it.
  ///
  /// - Parameter all: also values that no cluster has: on a map of all clusters their absence says something.
  func legend(_ scope: Scope, all: Bool) -> HTML {
    let items = entries.filter { all || !$0.clusters.isEmpty }.map { entry -> HTML in
      "<li>\(name(entry, scope)) <span class=\"count\">\(Numbers.grouped(entry.clusters.count))</span></li>"
    }
    guard !items.isEmpty else { return HTML() }
    return "<ul class=\"legend\">\(items.joined())</ul>"
  }

  /// The mark and the label, linked to the page of all clusters that have the value, where there is one.
  func name(_ entry: Entry, _ scope: Scope) -> HTML {
    let content: HTML = "\(Self.symbol(entry))\(entry.label)"
    let list = entry.value.flatMap { FacetLink.address(reading.rawValue, $0, scope.site) }
    let page = reading == .theme ? entry.value.flatMap { scope.site.plan.addresses[SheetID(.theme, $0)] } : nil
    guard let target = page ?? list, !entry.clusters.isEmpty || page != nil else {
      return "<span class=\"theme-name\">\(content)</span>"
    }
    return "<a class=\"theme-name\" href=\"\(scope.link(target))\">\(content)</a>"
  }

  /// The mark beside a label; sizes are told apart here too.
  static func symbol(_ entry: Entry) -> HTML {
    entry.mark.svg(radius: entry.size.map { 3 * MapPoint.factor(ofSize: $0) } ?? 4.4)
  }
}

/// The pages of the explorer that show one value alone.
enum FacetLink {
  /// The address of the page, if the plan has it.
  static func address(_ facet: String, _ value: String, _ site: SiteContext) -> String? {
    let address = Address.facet(facet, value.lowercased())
    return site.pages.contains(address) ? address : nil
  }
}
