import Diagnostics
import SheetModel
import SourceText

package enum ThemeSynonym {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "theme-synonym", severity: .warning,
    title: "A theme is named by its id in all sheets",
    why: """
      A theme can be found under other words: its own name, its aliases, and the `synonyms` that its file in Themes/ lists. Such a word is understood, \
      and capitals and marks on letters make no difference; but sheets are compared and searched by one word. `clusterbook fix` writes the id.
      """,
    bad: Example(files: [theme, ("Sheets/clusters/example.md", "---\naim: draft\nname: Example\ntheme: Biotech\n---\n")]),
    good: Example(files: [
      theme, ("Sheets/clusters/example.md", "---\naim: draft\nname: Example\ntheme: health-life-sciences\n---\n"),
    ]))

  private static let theme = (
    path: "Themes/health-life-sciences.md",
    text: """
    ---
    name: Health and life sciences
    short: Health
    order: 2
    shape: square
    aim: listed
    synonyms: [biotech, medtech]
    ---

    """
  )

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    atlas.sheets.flatMap { sheet in
      sheet.references.compactMap { reference in
        guard let theme = atlas.synonyms.theme(of: reference) else { return nil }
        return sheet.report(
          rule, at: reference.span, "Theme \(Wording.quoted(reference.id)) is written \(Wording.quoted(theme)) in all sheets",
          label: "write \(Wording.quoted(theme))", fixes: [.replace(sheet.location(reference.span), with: theme)])
      }
    }
  }
}
