import FrontMatter
import SheetModel

/// How many methods and initiatives name a cluster; a band, never a rank. The rule is that of the method page.
package enum VisibilityBand: String, CaseIterable, Sendable {
  /// Three methods or more and four initiatives or more.
  case one = "I"
  /// Two methods and two initiatives, one of them naming the cluster itself.
  case two = "II"
  /// One initiative that names the cluster itself.
  case three = "III"
  /// Only initiatives that name its area.
  case four = "IV"
}

/// The initiatives behind a band.
package struct Visibility: Sendable {
  package let band: VisibilityBand
  /// Distinct methods, in the order of their names.
  package let methods: [String]
  /// Distinct initiatives, in the order of the sheet.
  package let initiatives: [String]
}

extension Atlas {
  /// The visibility of a cluster; nil where nothing identifies it.
  package func visibility(of sheet: Sheet) -> Visibility? {
    guard let cluster = sheet.cluster, !cluster.identifications.isEmpty else { return nil }
    var initiatives: [String] = []
    var methods: Set<String> = []
    var seen: Set<String> = []
    for identification in cluster.identifications where seen.insert(identification.initiative).inserted {
      initiatives.append(identification.initiative)
      if let method = self[SheetID(.initiative, identification.initiative)]?.tree.root["method"], method.isScalar, !method.isBlank
      {
        methods.insert(method.text)
      }
    }
    let isDirect = cluster.identifications.contains(where: \.isDirect)
    let band: VisibilityBand
    if methods.count >= 3, initiatives.count >= 4 {
      band = .one
    } else if methods.count >= 2, initiatives.count >= 2, isDirect {
      band = .two
    } else {
      band = isDirect ? .three : .four
    }
    return Visibility(band: band, methods: methods.sorted(), initiatives: initiatives)
  }
}
