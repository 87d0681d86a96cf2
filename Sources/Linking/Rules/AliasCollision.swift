import Diagnostics
import SheetModel
import SourceText

package enum AliasCollision {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "alias-collision", severity: .warning,
    title: "Two sheets of a kind do not answer to one name",
    why: """
      Two clusters that answer to one name are either one cluster described twice, or a reader who searches for the name finds the wrong one. Capitals and \
      marks on letters make no difference. Take the alias away, or merge the sheets.
      """,
    bad: Example(files: files(alias: "Second")),
    good: Example(files: files(alias: "Third")))

  /// A name that a sheet answers to, and where it says so.
  private typealias Named = (sheet: Sheet, span: Span, isName: Bool)

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    var taken: [String: Named] = [:]
    func key(_ name: String, _ sheet: Sheet) -> String { sheet.id.kind.rawValue + ":" + DiacriticFolding.fold(name) }
    var found: [Diagnostic] = []
    // A sheet without a name answers to none.
    for sheet in atlas.sheets where !sheet.name.span.isEmpty {
      if let other = taken[key(sheet.name.value, sheet)] {
        found.append(report(sheet, sheet.name, "Name", other))
      } else {
        taken[key(sheet.name.value, sheet)] = (sheet, sheet.name.span, true)
      }
    }
    for sheet in atlas.sheets {
      for alias in sheet.aliases {
        if let other = taken[key(alias.value, sheet)] {
          if other.sheet.id != sheet.id { found.append(report(sheet, alias, "Alias", other)) }
        } else {
          taken[key(alias.value, sheet)] = (sheet, alias.span, false)
        }
      }
    }
    return found
  }

  private static func report(_ sheet: Sheet, _ name: Located<String>, _ what: String, _ other: Named) -> Diagnostic {
    sheet.report(
      rule, at: name.span,
      "\(what) \(Wording.quoted(name.value)) is \(other.isName ? "the name" : "an alias") of another \(sheet.id.kind.noun)",
      notes: [Note(at: other.sheet.location(other.span), "the other sheet")])
  }

  private static func files(alias: String) -> [(path: String, text: String)] {
    [
      ("Sheets/concepts/first.md", "---\naim: draft\nname: First\naliases: [\(alias)]\n---\n"),
      ("Sheets/concepts/second.md", "---\naim: draft\nname: Second\n---\n"),
    ]
  }
}
