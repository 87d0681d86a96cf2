import Diagnostics
import EcosystemSchema
import FrontMatter
import Linking
import Markup
import SheetModel

/// The fact column of a datasheet: what a reader looks up first.
enum ClusterFactList {
  static func html(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let field = scope.site.field(of: .cluster) else { return HTML() }
    let root = sheet.tree.root
    var facts = HTML()
    /// A row for the value at a path, under the schema's title.
    func row(_ path: String, sources: HTML? = nil, note: HTML = HTML()) {
      guard let node = root.at(path), node.isScalar, !node.isBlank, let place = field.at(path) else { return }
      let title =
        path.contains(".") && path != "location.dimension" && path != "location.territory"
        ? parentTitle(path, field, place) : place.title
      facts += Blocks.fact(title, Values.html(node, place, scope), sources: sources ?? scope.evidence(path), note: note)
    }
    row("founded")
    row("location.dimension")
    row("location.territory")
    facts += regions(scope)
    row("size.class", note: sizeNote(scope))
    row("anchorage.type", sources: scope.sources(root.at("anchorage.sources")), note: anchorageNote(root, field))
    row("life_cycle.stage", sources: scope.sources(root.at("life_cycle.sources")))
    row("origin")
    facts += band(scope, field)
    if let helix = scope.sheet.flatMap(Helix.init) {
      facts += Blocks.fact(
        "Helix", "\(helix.rawValue.prefix(1).uppercased() + helix.rawValue.dropFirst())", note: "\(helix.spheres)")
    }
    if root["theme_fit"]?.textEquals("weak") ?? false {
      facts += Blocks.fact(
        field.child("theme_fit")?.title ?? "Fit of the theme", "Weak", note: "none of the themes really holds it")
    }
    facts += ComparisonLinks.fact(scope)
    facts += completeness(scope)
    row("website")
    facts += codes(scope, field)
    return facts
  }

  /// `Regional anchorage` for its type: the mapping's title says more than "Type".
  private static func parentTitle(_ path: String, _ field: Field, _ place: Field) -> String {
    path == "life_cycle.stage" || path == "size.class"
      ? place.title : path.split(separator: ".").first.flatMap { field.child(String($0))?.title } ?? place.title
  }

  private static func regions(_ scope: Scope) -> HTML {
    guard let cluster = scope.sheet?.cluster else { return HTML() }
    let names = cluster.subdivisions.map { scope.subdivisionLink($0.value) }
    let region = cluster.countries.first.flatMap { scope.site.geography.macroRegion(ofCountry: $0.value) }
    let link: HTML = region.map { "<a href=\"\(scope.link(Address.macroRegion($0.id)))\">\($0.name)</a>" } ?? HTML()
    guard !names.isEmpty else { return region == nil ? HTML() : Blocks.fact("Macro-region", link) }
    return Blocks.fact(
      names.count == 1 ? "Region" : "Regions", names.joined(", "),
      sources: scope.evidence("location.subdivisions"),
      note: region == nil ? HTML() : "in \(link)")
  }

  private static func sizeNote(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let size = sheet.tree.root["size"], let field = scope.site.field(of: .cluster)?.child("size")
    else { return HTML() }
    var parts: [HTML] = []
    if let id = sheet.cluster?.sizeFigure, let figure = sheet.figures.first(where: { $0.id.value == id }) {
      let words = FigureWords(figure, scope)
      let said = [words.qualifier, words.value].filter { !$0.isEmpty }.joined(separator: " ")
      parts.append("<a href=\"#figure-\(id)\">\(words.label.lowercased()) \(said), \(words.year)</a>")
    } else if let basis = size["basis"], !basis.isBlank {
      parts.append("by \((field.child("basis")?.label(of: basis.text) ?? basis.text).lowercased())")
    }
    if let note = size["note"], !note.isBlank { parts.append("\(note.text)") }
    parts += Extras.fields(size, field, except: ["class", "basis", "figure", "note"]).map {
      "\($0.field.title): \(Extras.flat($0.value, $0.field, scope))"
    }
    return parts.joined("; ")
  }

  private static func anchorageNote(_ root: Node, _ field: Field) -> HTML {
    let parts = ["pattern", "strength"].compactMap { key in
      root.at("anchorage.\(key)").map { field.at("anchorage.\(key)")?.label(of: $0.text) ?? $0.text }
    }
    return "\(parts.enumerated().map { $0 == 0 ? $1 : $1.lowercased() }.joined(separator: ", "))"
  }

  private static func band(_ scope: Scope, _ field: Field) -> HTML {
    guard let sheet = scope.sheet, let visibility = scope.site.atlas.visibility(of: sheet) else { return HTML() }
    let methods = scope.site.field(of: .initiative)?.child("method")
    let names = visibility.methods.map { (methods?.label(of: $0) ?? Field.words($0)).lowercased() }.joined(separator: ", ")
    let count = Numbers.plural(visibility.initiatives.count, "initiative")
    return Blocks.fact(
      "Visibility band", "<span class=\"band\">\(visibility.band.rawValue)</span>",
      note: "<a href=\"#identified-by\">\(count)</a>: \(names)")
  }

  /// The score, and what it lacks: it is about the sheet, which the note says by naming fields.
  private static func completeness(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let completeness = scope.site.completeness(of: sheet), let percent = completeness.percent
    else { return HTML() }
    func words(_ lead: String, _ entries: [Completeness.Entry]) -> String? {
      guard !entries.isEmpty else { return nil }
      let names = entries.prefix(3).map { $0.asked.title.prefix(1).lowercased() + $0.asked.title.dropFirst() }
      return lead + Wording.list(names + (entries.count > 3 ? ["\(entries.count - 3) more"] : []))
    }
    let notes = [
      words("nothing said of ", completeness.entries.filter { $0.answer == .silent }),
      words("no source for ", completeness.entries.filter { $0.answer == .unsourced }),
      words("not known: ", completeness.entries.filter { $0.answer == .gap }),
    ].compactMap { $0 }
    return Blocks.fact("Completeness of this sheet", "\(ReviewWords.percent(percent))", note: "\(notes.joined(separator: "; "))")
  }

  /// Codes under which other data bases know it.
  private static func codes(_ scope: Scope, _ field: Field) -> HTML {
    guard let sheet = scope.sheet else { return HTML() }
    var codes: [HTML] = []
    if let subdivisions = sheet.cluster?.subdivisions, !subdivisions.isEmpty {
      codes.append("ISO 3166-2 \(subdivisions.map(\.value).joined(separator: ", "))")
    }
    if let nuts = sheet.tree.root.at("location.nuts"), nuts.count > 0 {
      codes.append("NUTS \(nuts.items.map(\.text).joined(separator: ", "))")
    }
    let schemes = field.at("sectors.scheme")
    for sector in sheet.tree.root["sectors"]?.items ?? sheet.tree.root.items where sector.isMapping {
      let scheme = sector["scheme"]?.text ?? ""
      let code = [schemes?.label(of: scheme) ?? scheme, sector["code"]?.text ?? ""].joined(separator: " ")
      let further = Extras.sentences(sector, field.child("sectors")?.items, except: ["scheme", "code", "label"], scope)
      codes.append("\(code)\(sector["label"].map { ", " + $0.text } ?? "")\(further)")
    }
    if let wikidata = sheet.tree.root["wikidata"]?.text { codes.append("Wikidata \(wikidata)") }
    guard !codes.isEmpty else { return HTML() }
    return Blocks.fact("Codes", codes.joined("<br>"))
  }
}
