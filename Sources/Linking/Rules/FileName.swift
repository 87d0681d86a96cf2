import Diagnostics
import SheetModel
import SourceText

package enum FileName {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "file-name", severity: .error,
    title: "A sheet's file name is an id: small letters, digits and single hyphens",
    why: """
      The name of the file without .md is the sheet's id; it stands in addresses and in other sheets. Letters with marks, capitals, spaces and \
      underscores differ between systems and get lost in addresses. Rename the file, and the references to it.
      """,
    bad: Example("Sheets/concepts/Example_Sheet.md", "---\naim: draft\nname: Example\n---\n"),
    good: Example("Sheets/concepts/example-sheet.md", "---\naim: draft\nname: Example\n---\n"))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    // A name that collides with another one is reported there.
    let colliding = Set(IDCollision.groups(context.paths).flatMap { $0 })
    return context.paths.compactMap { path in
      let stem = SourceFile(path: path, bytes: []).stem
      guard !SheetID.isSlug(stem), !colliding.contains(path) else { return nil }
      let slug = SheetID.slug(of: stem)
      return Diagnostic(
        rule, at: Location(path: path, span: Span.at(0)),
        "File name \(Wording.quoted(stem)) has other signs than small letters, digits and single hyphens",
        explanation: slug.isEmpty ? nil : "Call it \(slug).md.", sheet: stem)
    }
  }
}
