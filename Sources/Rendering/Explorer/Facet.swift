/// One way to sort clusters: by theme, by size, by country.
struct Facet: Sendable {
  /// As in addresses: `size`.
  let id: String
  /// `Life-cycle stage`.
  let title: String
  /// As in the titles of pages: `life-cycle stage`.
  let noun: String
  /// What the values mean, from the schema; nil for facets that explain themselves.
  var meaning: String?
  let values: [FacetValue]
}

/// One value of a facet and the clusters that have it.
struct FacetValue: Sendable {
  /// As it stands in sheets: `very-large`, `DK`.
  let id: String
  /// As in addresses: `very-large`, `dk`.
  let slug: String
  let label: String
  /// Places in the list of clusters by name, ascending.
  let members: [Int]
  /// The number of the value among those of all facets, which rows name it by.
  let number: Int
}

/// What a facet page shows: one value, or a theme in a macro-region.
package struct FacetSelection: Hashable, Sendable {
  let facet: String
  /// The slug of the value.
  let value: String
  /// The slug of a macro-region; only with a theme.
  var region: String?

  init(_ facet: String, _ value: String, region: String? = nil) {
    self.facet = facet
    self.value = value
    self.region = region
  }

  /// `clusters/by/size-large.html`, `clusters/by/theme-ict-nano--eastern-asia.html`.
  package var address: String {
    region.map { Address.facet(theme: value, macroRegion: $0) } ?? Address.facet(facet, value)
  }
}
