import EcosystemSchema
import Linking
import SheetModel

/// All clusters by all facets: which values there are, and which clusters have them.
struct FacetIndex: Sendable {
  /// In the order in which pages show them.
  let facets: [Facet]
  /// For each cluster the numbers of its values, ascending.
  let numbersOfClusters: [[Int]]
  /// The clusters of a theme in a macro-region, by their slugs.
  private let pairs: [String: [String: [Int]]]

  /// - Parameters:
  ///   - clusters: in the order of the list; members are places in it.
  ///   - themes: in their order.
  ///   - field: the schema of clusters, which says what values there are.
  init(_ clusters: [Sheet], themes: [Sheet], atlas: Atlas, field: Field?) {
    let geography = atlas.geography
    func codes(_ sheet: Sheet) -> [String] { sheet.cluster?.countries.map(\.value).filter { geography.country($0) != nil } ?? [] }
    func regions(_ sheet: Sheet) -> [String] {
      codes(sheet).compactMap { geography.country($0)?.macroRegion }.filter { !$0.isEmpty }
    }

    var builder = Builder(clusters: clusters)
    builder.add("theme", "Theme", themes.map { ($0.id.id, $0.theme?.short ?? $0.name.value) }, open: false) {
      $0.cluster?.theme.map { [$0.value] } ?? []
    }
    builder.add(
      "region", "Macro-region", geography.macroRegions.map { ($0.id, $0.name) }, onlyUsed: true, open: false, of: regions)
    let countries = Set(clusters.flatMap(codes)).map { ($0, geography.countryName($0)) }
      .sorted { DiacriticFolding.precedes($0.1, $1.1) }
    builder.add("country", "Country", countries, open: false, of: codes)
    func choice(_ id: String, _ title: String, _ path: String, without: String? = nil, _ value: @escaping (Sheet) -> String?) {
      let field = field?.at(path)
      let choices = field?.values.filter { $0.value != without }.map { ($0.value, $0.label) } ?? []
      builder.add(id, title, choices, meaning: field?.description) { value($0).map { [$0] } ?? [] }
    }
    choice("size", "Size", "size.class") { $0.cluster?.sizeClass?.value }
    choice("anchorage", "Anchorage", "anchorage.type") { $0.cluster?.anchorage }
    choice("dimension", "Geographic dimension", "location.dimension") { $0.cluster?.dimension }
    choice("stage", "Life-cycle stage", "life_cycle.stage") { $0.cluster?.stage }
    builder.add("band", "Visibility band", VisibilityBand.allCases.map { ($0.rawValue, "Band " + $0.rawValue) }, open: false) {
      atlas.visibility(of: $0).map { [$0.band.rawValue] } ?? []
    }
    // Drafts are shown only on demand, and then they are a value like the others.
    let hasDrafts = clusters.contains { $0.isDraft }
    choice("tier", "Aim of the sheet", "aim", without: hasDrafts ? nil : Tier.draft.rawValue) { $0.aim.value.rawValue }
    facets = builder.facets
    numbersOfClusters = builder.numbers.map { $0.sorted() }
    pairs = FacetIndex.pairs(builder.facets)
  }

  /// The pages there are: those that list a cluster.
  var selections: [FacetSelection] {
    let single = facets.flatMap { facet in
      facet.values.filter { !$0.members.isEmpty }.map { FacetSelection(facet.id, $0.slug) }
    }
    let double = pairs.sorted { $0.key < $1.key }.flatMap { theme, regions in
      regions.keys.sorted().map { FacetSelection("theme", theme, region: $0) }
    }
    // A theme may be called as another one with its region is; a page can be made once.
    var seen: Set<String> = []
    return (single + double).filter { seen.insert($0.address).inserted }
  }

  func facet(_ id: String) -> Facet? { facets.first { $0.id == id } }

  func value(_ facet: String, _ slug: String) -> FacetValue? { self.facet(facet)?.values.first { $0.slug == slug } }

  /// The clusters of a page, as places in the list by name.
  func members(of selection: FacetSelection) -> [Int] {
    guard let region = selection.region else { return value(selection.facet, selection.value)?.members ?? [] }
    return pairs[selection.value]?[region] ?? []
  }

  private static func pairs(_ facets: [Facet]) -> [String: [String: [Int]]] {
    guard let themes = facets.first(where: { $0.id == "theme" }), let regions = facets.first(where: { $0.id == "region" }) else {
      return [:]
    }
    var themesOfClusters: [Int: String] = [:]
    for theme in themes.values { for member in theme.members { themesOfClusters[member] = theme.slug } }
    var pairs: [String: [String: [Int]]] = [:]
    for region in regions.values {
      for member in region.members {
        if let theme = themesOfClusters[member] { pairs[theme, default: [:]][region.slug, default: []].append(member) }
      }
    }
    return pairs
  }
}

/// Collects facets one by one and numbers their values.
private struct Builder {
  let clusters: [Sheet]
  private(set) var facets: [Facet] = []
  private(set) var numbers: [[Int]]
  private var next = 1

  init(clusters: [Sheet]) {
    self.clusters = clusters
    numbers = Array(repeating: [], count: clusters.count)
  }

  /// - Parameters:
  ///   - choices: values with their labels, in order.
  ///   - onlyUsed: leaves out values that no cluster has.
  ///   - open: takes values of sheets that are no choice too, so that no cluster is lost; they come last.
  mutating func add(
    _ id: String, _ title: String, _ choices: [(id: String, label: String)], meaning: String? = nil, onlyUsed: Bool = false,
    open: Bool = true, of values: (Sheet) -> [String]
  ) {
    var members: [String: [Int]] = [:]
    for (place, sheet) in clusters.enumerated() {
      for value in Set(values(sheet)) { members[value, default: []].append(place) }
    }
    var all = choices
    if open {
      let known = Set(choices.map(\.id))
      all += members.keys.filter { !known.contains($0) }.sorted().map { ($0, Field.words($0)) }
    }
    var slugs: Set<String> = []
    var listed: [FacetValue] = []
    for choice in all where !onlyUsed || members[choice.id] != nil {
      let base = SheetID.slug(of: choice.id)
      var slug = base.isEmpty ? "value-\(next)" : base
      // Two values may differ in what an address does not show.
      if !slugs.insert(slug).inserted { slug += "-\(next)" }
      slugs.insert(slug)
      let having = members[choice.id] ?? []
      listed.append(FacetValue(id: choice.id, slug: slug, label: choice.label, members: having, number: next))
      for place in having { numbers[place].append(next) }
      next += 1
    }
    let noun = title.prefix(1).lowercased() + title.dropFirst()
    // The hyphen of a macro-region would break a heading.
    facets.append(Facet(id: id, title: title, noun: id == "region" ? "region" : noun, meaning: meaning, values: listed))
  }
}

extension FacetIndex {
  /// What the schema says of the values of a facet, `very-large: 100,000 or more; large: …`, with the words that pages use. Sentences without a colon
  /// are for authors and are left out.
  static func meaning(of facet: Facet) -> String {
    var text = (facet.meaning ?? "").split(separator: ". ").filter { $0.contains(": ") }.joined(separator: ". ")
    guard !text.isEmpty else { return "" }
    if text.last != "." { text += "." }
    // Longest first: one value may be part of another.
    for value in facet.values.sorted(by: { ($1.id.utf8.count, $0.id) < ($0.id.utf8.count, $1.id) })
    where value.id.utf8.contains(UInt8(ascii: "-")) {
      text = text.replacing(value.id, with: value.label.prefix(1).lowercased() + value.label.dropFirst())
    }
    return text
  }
}
