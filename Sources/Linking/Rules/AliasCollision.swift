import Diagnostics
import SheetModel

package enum AliasCollision {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "alias-collision", severity: .warning,
    title: "A sheet's other name is not the name of another sheet of its kind",
    why: """
      Two clusters that answer to one name are either one cluster described twice, or a reader who searches for the name finds the wrong one. Take \
      the alias away, or merge the sheets.
      """,
    bad: Example(files: files(alias: "Second")),
    good: Example(files: files(alias: "Third")))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    var names: [String: Sheet] = [:]
    func key(_ name: String, _ kind: SheetKind) -> String { kind.rawValue + ":" + DiacriticFolding.fold(name) }
    var found: [Diagnostic] = []
    for sheet in atlas.sheets {
      if let other = names[key(sheet.name.value, sheet.id.kind)] {
        found.append(
          sheet.report(
            rule, at: sheet.name.span, "Name \(Wording.quoted(sheet.name.value)) is that of another \(sheet.id.kind.rawValue) too",
            notes: [Note(at: other.location(other.name.span), "the other sheet")]))
      } else {
        names[key(sheet.name.value, sheet.id.kind)] = sheet
      }
    }
    for sheet in atlas.sheets {
      for alias in sheet.aliases {
        guard let other = names[key(alias.value, sheet.id.kind)], other.id != sheet.id else { continue }
        found.append(
          sheet.report(
            rule, at: alias.span, "Alias \(Wording.quoted(alias.value)) is the name of another \(sheet.id.kind.rawValue)",
            notes: [Note(at: other.location(other.name.span), "its name")]))
      }
    }
    return found
  }

  private static func files(alias: String) -> [(path: String, text: String)] {
    [
      ("Sheets/concepts/first.md", "---\naim: draft\nname: First\naliases: [\(alias)]\n---\n"),
      ("Sheets/concepts/second.md", "---\naim: draft\nname: Second\n---\n"),
    ]
  }
}
