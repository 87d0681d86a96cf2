import FrontMatter
import Linking
import Markup
import SheetModel

/// A sheet's page in the words of schema.org: a web page whose main entity is the cluster, policy or notion that the sheet is about.
enum SheetStructuredData {
  static func json(_ sheet: Sheet, _ site: SiteContext) -> [UInt8] {
    let configuration = site.configuration
    let page = configuration.baseURL.flatMap { base in site.plan.addresses[sheet.id].map { Sitemap.canonical($0, base: base) } }
    var json = JSONWriter(forMarkup: true)
    json.object { json in
      json.member("@context", StructuredData.context)
      json.member("@type", "WebPage")
      if let page { json.member("@id", page) }
      json.member("name", sheet.name.value)
      StructuredData.about(site, into: &json)
      if let day = sheet.reviewed { json.member("dateModified", day.text) }
      json.key("isPartOf")
      json.object {
        $0.member("@type", "WebSite")
        $0.member("name", configuration.title)
        if let base = configuration.baseURL { $0.member("url", base) }
      }
      json.key("mainEntity")
      json.object { json in
        if let page { json.member("@id", page + "#subject") }
        Entity(sheet: sheet, site: site).write(into: &json)
      }
    }
    return json.take()
  }
}

/// The thing that a sheet is about.
private struct Entity {
  let sheet: Sheet
  let site: SiteContext

  private var root: Node { sheet.tree.root }

  func write(into json: inout JSONWriter) {
    json.member("@type", type)
    json.member(sheet.id.kind == .caseStudy ? "headline" : "name", sheet.name.value)
    if !sheet.aliases.isEmpty { json.member("alternateName", sheet.aliases.map(\.value)) }
    if let text = sheet.summary { json.member("description", text) }
    if let website = text("website") { json.member("url", website) }
    if let item = text("wikidata") { json.member("sameAs", "https://www.wikidata.org/entity/\(item)") }
    switch sheet.id.kind {
    case .cluster: cluster(into: &json)
    case .policy: policy(into: &json)
    case .initiative:
      named(
        "Organization", text("authority"), as: type == "Organization" ? "parentOrganization" : isProject ? "sponsor" : "creator",
        into: &json)
      countries(as: isProject || type == "Organization" ? "areaServed" : "spatialCoverage", into: &json)
    case .concept, .theme: term(into: &json)
    case .region: if text("level") != "country" { countries(as: "containedInPlace", into: &json) }
    case .caseStudy: subjects(into: &json)
    }
  }

  /// A cluster is a place, unless its sheet is about a body or a network. What an initiative is depends on how it comes to name clusters.
  private var type: String {
    switch sheet.id.kind {
    case .cluster: isOrganization ? "Organization" : "Place"
    case .policy: "GovernmentService"
    case .initiative:
      switch text("method") {
      case "statistical-database", "science-park-directory": "Dataset"
      case "empirical-study": "Report"
      case "promotion-body", "network-membership": "Organization"
      // Chosen, supported or audited by somebody: an enterprise with an aim.
      default: "Project"
      }
    case .concept, .theme: "DefinedTerm"
    case .caseStudy: "Article"
    case .region:
      switch text("level") {
      case "country": "Country"
      case "subdivision", "metropolitan": "AdministrativeArea"
      default: "Place"
      }
    }
  }

  private var isProject: Bool { type == "Project" }

  private var isOrganization: Bool { ["cluster-organisation", "labelled-network"].contains(sheet.cluster?.entity) }

  private func text(_ path: String) -> String? { root.at(path).flatMap { $0.isScalar && !$0.isBlank ? $0.text : nil } }

  private func cluster(into json: inout JSONWriter) {
    guard let cluster = sheet.cluster else { return }
    let themes = ([cluster.theme?.value].compactMap { $0 } + cluster.secondaryThemes).map { site.theme($0)?.name.value ?? $0 }
    if !themes.isEmpty { json.member("keywords", themes) }
    if isOrganization {
      // Schema.org gives the day an organisation was founded, and places none.
      if let founded = cluster.founded { json.member("foundingDate", String(founded.value)) }
      if cluster.seat != nil {
        json.key("location")
        json.object {
          $0.member("@type", "Place")
          place(cluster, into: &$0)
        }
      }
      countries(as: "areaServed", into: &json)
      wholes(of: cluster, as: "memberOf", type: "Organization", into: &json)
    } else {
      place(cluster, into: &json)
      if cluster.relations.contains(where: { $0.type.value == "part-of" }) {
        wholes(of: cluster, as: "containedInPlace", type: "Place", into: &json)
      } else {
        surroundings(of: cluster, into: &json)
      }
    }
  }

  /// The country around a place; where it lies in several none of them contains it, but their part of the world may.
  private func surroundings(of cluster: ClusterFacts, into json: inout JSONWriter) {
    if cluster.countries.count == 1 { return countries(as: "containedInPlace", into: &json) }
    let regions = Set(cluster.countries.map { site.geography.macroRegion(ofCountry: $0.value)?.name })
    if regions.count == 1, let region = regions.first { named("Place", region, as: "containedInPlace", into: &json) }
  }

  private func place(_ cluster: ClusterFacts, into json: inout JSONWriter) {
    guard let seat = cluster.seat else { return }
    json.key("geo")
    json.object {
      $0.member("@type", "GeoCoordinates")
      $0.member("latitude", seat.latitude.value)
      $0.member("longitude", seat.longitude.value)
    }
    json.key("address")
    json.object {
      $0.member("@type", "PostalAddress")
      $0.member("addressLocality", seat.city)
      if let subdivision = cluster.subdivisions.first {
        $0.member("addressRegion", site.geography.subdivisionName(subdivision.value))
      }
      if let country = cluster.countries.first { $0.member("addressCountry", country.value) }
    }
  }

  /// The clusters of which this one says that it is a part.
  private func wholes(of cluster: ClusterFacts, as name: String, type: String, into json: inout JSONWriter) {
    let wholes = cluster.relations.filter { $0.type.value == "part-of" }.compactMap { site.atlas[SheetID(.cluster, $0.to.value)] }
    guard !wholes.isEmpty else { return }
    json.key(name)
    json.array { json in for whole in wholes { reference(whole, type: type, into: &json) } }
  }

  private func policy(into json: inout JSONWriter) {
    named("GovernmentOrganization", text("authority"), as: "provider", into: &json)
    if let logic = text("logic") {
      json.member("serviceType", site.field(of: .policy)?.child("logic")?.label(of: logic) ?? logic)
    }
    countries(as: "areaServed", into: &json)
  }

  private func term(into json: inout JSONWriter) {
    json.member("termCode", sheet.id.id)
    json.key("inDefinedTermSet")
    json.object {
      $0.member("@type", "DefinedTermSet")
      $0.member("name", "\(site.configuration.title): \(sheet.id.kind.pluralTitle)")
      if let base = site.configuration.baseURL {
        $0.member("url", Sitemap.canonical(Address.index(of: sheet.id.kind), base: base))
      }
    }
  }

  /// The clusters and regions that a case study compares.
  private func subjects(into json: inout JSONWriter) {
    let named = [("clusters", SheetKind.cluster), ("regions", .region)].flatMap { key, kind in
      root[key]?.items.compactMap { site.atlas[SheetID(kind, $0.text)] } ?? []
    }
    guard !named.isEmpty else { return }
    json.key("about")
    json.array { json in for subject in named { reference(subject, type: "Thing", into: &json) } }
  }

  private func reference(_ other: Sheet, type: String, into json: inout JSONWriter) {
    json.object {
      $0.member("@type", type)
      if let base = site.configuration.baseURL, let page = site.plan.addresses[other.id] {
        $0.member("@id", Sitemap.canonical(page, base: base) + "#subject")
      }
      $0.member("name", other.name.value)
    }
  }

  private func named(_ type: String, _ name: String?, as property: String, into json: inout JSONWriter) {
    guard let name else { return }
    json.key(property)
    json.object {
      $0.member("@type", type)
      $0.member("name", name)
    }
  }

  private func countries(as property: String, into json: inout JSONWriter) {
    let codes = (root.at(sheet.id.kind == .cluster ? "location.countries" : "countries")?.items.map(\.text) ?? []).filter {
      !$0.isEmpty
    }
    guard !codes.isEmpty else { return }
    json.key(property)
    json.array { json in
      for code in codes {
        json.object {
          $0.member("@type", "Country")
          $0.member("name", site.geography.countryName(code))
          $0.member("identifier", code)
        }
      }
    }
  }
}
