import Linking
import Markup
import SheetModel

/// `data/graph.json`: the network for other programs. The shape is versioned; `about` says what the members mean.
enum NetworkData {
  static func json(_ site: SiteContext) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("version", 1)
      $0.member("title", site.configuration.title)
      if let licence = site.configuration.licence { $0.member("licence", licence) }
      $0.key("about")
      $0.object { about in for (name, text) in members { about.member(name, text) } }
      $0.key("nodes")
      $0.array { nodes(site, into: &$0) }
      $0.lineBreak()
      $0.key("edges")
      $0.array { edges(site, into: &$0) }
    }
    return json.bytes + [0x0A]
  }

  private static let members = [
    (
      "nodes",
      "All published clusters, policies, initiatives and concepts, partners without a sheet that clusters name, and labels"
    ),
    ("node.id", "Kind and id, such as cluster:medicon-valley; kinds are cluster, partner, policy, initiative, concept and label"),
    ("node.country", "ISO 3166-1 alpha-2; of a cluster in several countries the seat's, and all in countries"),
    ("node.lat", "Latitude and longitude of the seat in degrees (WGS 84); only clusters have a place"),
    ("node.page", "The page's address from the root of the site"),
    (
      "edge.type",
      "Between clusters the type of the relation; else policy, label, identified-by or shown-by, from the cluster"
    ),
    ("edge.directed", "Whether source and target cannot be exchanged; a relation that both sheets state is one edge"),
    ("edge.from", "The first year; until is the last. What is not known is left out"),
    (
      "edge.role",
      "Of a policy or a label what it is to the cluster; of identified-by whether the cluster is named (direct) or only its area"
    ),
    ("edge.programme", "The id of the node under which the two work together"),
    ("edge.said_by", "The ids of the clusters whose sheets say it; sources counts what they name for it"),
  ]

  // MARK: - Nodes

  private static func nodes(_ site: SiteContext, into json: inout JSONWriter) {
    for kind in [SheetKind.cluster, .policy, .initiative, .concept] {
      for sheet in site.sheets(of: kind).sorted(by: { $0.id < $1.id }) {
        json.lineBreak()
        json.object { sheetNode(sheet, site, into: &$0) }
      }
    }
    for partner in site.network.partners.sorted(by: { $0.id < $1.id }) {
      json.lineBreak()
      json.object {
        $0.member("id", "partner:" + partner.id)
        $0.member("kind", "partner")
        $0.member("name", partner.name)
        if let country = partner.country { $0.member("country", country) }
      }
    }
    for label in site.network.programmes where label.kind == .label {
      json.lineBreak()
      json.object {
        $0.member("id", "label:" + label.id)
        $0.member("kind", "label")
        $0.member("name", label.name)
      }
    }
    json.lineBreak(closing: true)
  }

  private static func sheetNode(_ sheet: Sheet, _ site: SiteContext, into json: inout JSONWriter) {
    json.member("id", name(sheet.id))
    json.member("kind", sheet.id.kind.rawValue)
    json.member("name", sheet.name.value)
    if let theme = sheet.cluster?.theme { json.member("theme", theme.value) }
    let countries =
      sheet.cluster?.countries.map(\.value) ?? sheet.tree.root["countries"]?.items.map(\.text) ?? []
    if let first = countries.first { json.member("country", first) }
    if countries.count > 1 { json.member("countries", countries) }
    if let seat = sheet.cluster?.seat {
      json.member("lat", seat.latitude.value)
      json.member("lon", seat.longitude.value)
    }
    if let page = site.plan.addresses[sheet.id] { json.member("page", page) }
  }

  private static func name(_ id: SheetID) -> String { "\(id.kind.rawValue):\(id.id)" }

  private static func name(_ end: ClusterNetwork.End, _ site: SiteContext) -> String {
    switch end {
    case .cluster(let id): "cluster:" + id
    case .partner(let i): "partner:" + site.network.partners[i].id
    }
  }

  // MARK: - Edges

  private static func edges(_ site: SiteContext, into json: inout JSONWriter) {
    for tie in site.network.ties {
      json.lineBreak()
      json.object { relation(tie, site, into: &$0) }
    }
    for sheet in site.clusters.sorted(by: { $0.id < $1.id }) { cluster(sheet, site, into: &json) }
    for concept in site.sheets(of: .concept).sorted(by: { $0.id < $1.id }) {
      for id in concept.tree.root["shown_by"]?.items.map(\.text) ?? [] where site.isPublished(SheetID(.cluster, id)) {
        json.lineBreak()
        json.object { edge(SheetID(.cluster, id), name(concept.id), "shown-by", into: &$0) }
      }
    }
    json.lineBreak(closing: true)
  }

  private static func relation(_ tie: ClusterNetwork.Tie, _ site: SiteContext, into json: inout JSONWriter) {
    json.member("source", name(tie.from, site))
    json.member("target", name(tie.to, site))
    json.member("type", tie.type)
    json.member("directed", tie.isDirected)
    if let since = tie.since { json.member("from", since) }
    if let until = tie.until { json.member("until", until) }
    if let programme = tie.programme { json.member("programme", name(programme)) }
    json.member("said_by", tie.said.map { "cluster:" + $0.cluster })
    let words = NetworkWords(Scope(site, "data/graph.json"))
    json.member("sources", tie.said.reduce(0) { $0 + (words.node($1)?["sources"]?.count ?? 0) })
  }

  /// What ties one cluster to programmes and to the initiatives that name it.
  private static func cluster(_ sheet: Sheet, _ site: SiteContext, into json: inout JSONWriter) {
    let root = sheet.tree.root
    for item in root["policies"]?.items ?? root.items {
      guard let id = item["policy"]?.text, site.isPublished(SheetID(.policy, id)) else { continue }
      json.lineBreak()
      json.object {
        edge(sheet.id, "policy:" + id, "policy", into: &$0)
        if let role = item["role"], !role.isBlank { $0.member("role", role.text) }
        if let from = item["from"]?.integer { $0.member("from", from) }
        if let until = item["to"]?.integer { $0.member("until", until) }
        $0.member("sources", item["sources"]?.count ?? 0)
      }
    }
    for number in site.network.programmes(of: sheet.id.id) {
      let programme = site.network.programmes[number]
      guard programme.kind == .label, let member = programme.member(sheet.id.id) else { continue }
      json.lineBreak()
      json.object {
        edge(sheet.id, "label:" + programme.id, "label", into: &$0)
        if let level = member.roles.first { $0.member("role", level) }
        if let since = member.since { $0.member("from", since) }
        if let until = member.until { $0.member("until", until) }
      }
    }
    for item in root["identified_by"]?.items ?? root.items {
      guard let id = item["initiative"]?.text, site.isPublished(SheetID(.initiative, id)) else { continue }
      json.lineBreak()
      json.object {
        edge(sheet.id, "initiative:" + id, "identified-by", into: &$0)
        if let scope = item["scope"], !scope.isBlank { $0.member("role", scope.text) }
        if let edition = item["edition"]?.integer { $0.member("edition", edition) }
        $0.member("sources", item["sources"]?.count ?? 0)
      }
    }
  }

  private static func edge(_ cluster: SheetID, _ target: String, _ type: String, into json: inout JSONWriter) {
    json.member("source", name(cluster))
    json.member("target", target)
    json.member("type", type)
    json.member("directed", true)
  }
}
