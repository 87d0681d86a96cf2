import Diagnostics
import SheetModel

package enum UnknownTheme {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unknown-theme", severity: .error,
    title: "A theme that is named has its file in Themes/",
    why: """
      Every cluster belongs to exactly one theme, by the id of its file in Themes/. With a theme that does not exist the sheet would stand on no \
      theme's page and on no map.
      """,
    bad: Example("Sheets/clusters/example.md", "---\naim: draft\nname: Example\ntheme: helth-life-sciences\n---\n"),
    good: Example("Sheets/clusters/example.md", "---\naim: draft\nname: Example\ntheme: health-life-sciences\n---\n"))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    let known = atlas.ids(of: [.theme])
    let list = known.isEmpty ? "There is no file in Themes/." : known.count > 12 ? nil : "The themes are \(Wording.list(known))."
    var suggestions = Suggestions()
    return atlas.sheets.flatMap { sheet in
      sheet.references.filter { $0.kinds == ["theme"] && atlas.resolve($0) == .unknown }.map { reference in
        sheet.reportUnknown(
          rule, reference, "Theme \(Wording.quoted(reference.id)) does not exist",
          nearest: suggestions.nearest(to: reference.id, among: known),
          explanation: list)
      }
    }
  }
}
