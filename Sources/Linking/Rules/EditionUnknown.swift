import Diagnostics
import FrontMatter
import SheetModel
import SourceText

package enum EditionUnknown {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unknown-edition", severity: .warning,
    title: "An edition that names a cluster is among the editions of its initiative",
    why: """
      The sheet of an initiative lists the years of its editions. A cluster that was named in another year was named by something else, or the year \
      is a slip, or the initiative's sheet lacks an edition.
      """,
    bad: Example(files: files(edition: 2010)),
    good: Example(files: files(edition: 2008)))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    var editions: [String: (years: Set<Int>, shown: String, note: Note)] = [:]
    for initiative in atlas.sheets(of: .initiative) {
      guard let list = initiative.tree.root["editions"], list.count > 0 else { continue }
      let years = list.items.compactMap(\.integer)
      editions[initiative.id.id] = (
        Set(years), Wording.list(years.map(String.init)), Note(at: initiative.location(list.span), "its editions")
      )
    }
    return atlas.sheets(of: .cluster).flatMap { sheet in
      (sheet.tree.root["identified_by"]?.items ?? sheet.tree.root.items).compactMap { item -> Diagnostic? in
        guard let initiative = item["initiative"], let edition = item["edition"], let year = edition.integer,
          let known = editions[initiative.text], !known.years.contains(year)
        else { return nil }
        return sheet.report(
          rule, at: edition.span, "Edition \(year) is not among those of \(Wording.quoted(initiative.text))",
          label: "it has \(known.shown)",
          notes: [known.note])
      }
    }
  }

  private static func files(edition: Int) -> [(path: String, text: String)] {
    [
      ("Sheets/initiatives/directory.md", "---\naim: draft\nname: Directory\neditions: [2008, 2012]\n---\n"),
      (
        "Sheets/clusters/example.md",
        """
        ---
        aim: draft
        name: Example
        identified_by:
          - {initiative: directory, edition: \(edition), scope: direct, sources: [s1]}
        sources:
          - {id: s1, type: press, title: A report, publisher: One, reliability: B}
        ---
        """
      ),
    ]
  }
}
