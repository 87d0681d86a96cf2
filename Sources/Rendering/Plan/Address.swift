import SheetModel

/// Addresses within the site, such as `clusters/medicon-valley.html`, and the way from one to another.
package enum Address {
  /// The page of a sheet, unless it is a region's that stands on the page of its place.
  package static func sheet(_ id: SheetID) -> String { "\(id.kind.collection)/\(id.id).html" }

  /// The list of a kind's sheets; of clusters the explorer.
  package static func index(of kind: SheetKind) -> String { "\(kind.collection)/index.html" }

  package static func macroRegion(_ id: String) -> String { "regions/\(id).html" }

  /// A country's page: its ISO code, which no macro-region's name can be.
  package static func country(_ code: String) -> String { "regions/\(code.lowercased()).html" }

  /// A subdivision's page: its code of ISO 3166-2, `regions/dk-84.html`.
  package static func subdivision(_ code: String) -> String { "regions/\(code.lowercased()).html" }

  /// The clusters that have one value of a facet: `clusters/by/size-large.html`.
  package static func facet(_ facet: String, _ value: String) -> String { "clusters/by/\(facet)-\(value).html" }

  /// The clusters of a theme in a macro-region.
  package static func facet(theme: String, macroRegion: String) -> String { facet("theme", theme + "--" + macroRegion) }

  /// The relative link from one page to another: what works from `file://` and under any path.
  package static func link(from page: String, to target: String) -> String {
    let (file, fragment) = split(target)
    if file.isEmpty || file == page { return fragment.isEmpty ? lastPart(page) : fragment }
    let here = page.split(separator: "/").dropLast()
    let there = file.split(separator: "/")
    var shared = 0
    while shared < here.count, shared < there.count - 1, here[shared] == there[shared] { shared += 1 }
    let up = String(repeating: "../", count: here.count - shared)
    return up + there[shared...].joined(separator: "/") + fragment
  }

  /// `""` or `../`: what stands before an address that is written from the site's root.
  package static func root(from page: String) -> String {
    String(repeating: "../", count: page.split(separator: "/").count - 1)
  }

  /// An address and its `#fragment`.
  package static func split(_ address: String) -> (file: String, fragment: String) {
    guard let hash = address.firstIndex(of: "#") else { return (address, "") }
    return (String(address[..<hash]), String(address[hash...]))
  }

  private static func lastPart(_ page: String) -> String { page.split(separator: "/").last.map(String.init) ?? page }
}
