import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// One value of a sheet as the page shows it: a label for a choice, a link for a reference or an address, a grouped number.
enum Values {
  static func html(_ node: Node, _ field: Field, _ scope: Scope) -> HTML {
    if node.isMapping { return mapping(node, scope) }
    let text = node.text
    for kind in field.refersTo {
      if kind == "country" { return scope.countryLink(text) }
      if kind == "subdivision" { return scope.subdivisionLink(text) }
      if kind == "theme" { return scope.themeLink(text) }
      if let kind = SheetKind(rawValue: kind), scope.site.atlas[SheetID(kind, text)] != nil {
        return scope.sheetLink(SheetID(kind, text))
      }
    }
    if !field.values.isEmpty { return "\(field.label(of: text))" }
    if field.format == "uri", text.hasPrefix("http") { return Blocks.external(text) }
    if field.types == [.number] || (field.types == [.integer] && field.key != "year" && !isYear(field)) {
      return "\(Numbers.text(node))"
    }
    return "\(text)"
  }

  /// Years are whole numbers that no comma belongs into.
  private static func isYear(_ field: Field) -> Bool {
    ["from", "to", "until", "since", "founded", "edition", "year", "drafted"].contains(field.key)
      || field.title.lowercased().contains("year") || field.key.isEmpty
  }

  /// Something outside the atlas that a reference names in words: `{name, country}`.
  private static func mapping(_ node: Node, _ scope: Scope) -> HTML {
    guard let name = node["name"] else { return HTML() }
    guard let country = node["country"] else { return "\(name.text)" }
    return "\(name.text), \(scope.site.geography.countryName(country.text))"
  }
}
