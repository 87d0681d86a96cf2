import FrontMatter

/// How many spheres of society a cluster's sheet names players of: firms and research (double), public authorities (triple), civil society (quadruple).
/// After Etzkowitz and Leydesdorff, and Carayannis and Campbell. Derived, never typed: what a sheet does not name does not count.
package enum Helix: String, Sendable, CaseIterable {
  case double, triple, quadruple

  /// nil where even two of the spheres are not there.
  package init?(_ sheet: Sheet) {
    guard let players = sheet.tree.root["players"] else { return nil }
    func names(_ component: String) -> Bool { (players[component]?.count ?? 0) > 0 }
    guard names("businesses"), names("research") || names("training") else { return nil }
    guard names("public_authorities") else {
      self = .double
      return
    }
    self = names("civil_society") ? .quadruple : .triple
  }

  /// `Triple: firms, research and training, public authorities`.
  package var spheres: String {
    switch self {
    case .double: "firms, research or training"
    case .triple: "firms, research or training, public authorities"
    case .quadruple: "firms, research or training, public authorities, civil society"
    }
  }
}
