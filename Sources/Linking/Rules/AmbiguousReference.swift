import Diagnostics
import MarkdownBody
import SheetModel
import SourceText

package enum AmbiguousReference {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "ambiguous-reference", severity: .error,
    title: "`[[id]]` says which sheet it means where two kinds have the id",
    why: """
      Ids are unique within a kind, not over all: a programme can be a policy and the body that mapped its clusters an initiative of the same name. \
      In the text write the kind before the id, `[[policy:kompetenznetze]]`.
      """,
    bad: Example(files: files(reference: "twin")),
    good: Example(files: files(reference: "policy:twin")))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    context.bodyReferences(atlas).compactMap { path, sheet, reference in
      guard case .ambiguous(let kinds) = atlas.resolve(reference) else { return nil }
      let location = Location(path: path, span: reference.idSpan)
      let choices = kinds.map { "\($0.rawValue):\(reference.id)" }
      return Diagnostic(
        rule, at: location,
        "Reference \(Wording.quoted(reference.id)) could mean \(Wording.list(kinds.map(\.nounWithArticle), last: "or"))",
        label: "write \(Wording.alternatives(choices))", sheet: sheet,
        notes: kinds.compactMap { atlas[SheetID($0, reference.id)] }.map {
          Note(at: $0.location($0.name.span), "\($0.id.kind.nounWithArticle) of this id")
        },
        fixes: choices.map { .replace(location, with: $0, .needsReview) })
    }
  }

  private static func files(reference: String) -> [(path: String, text: String)] {
    [
      ("Sheets/policies/twin.md", "---\naim: draft\nname: The policy\n---\n"),
      ("Sheets/initiatives/twin.md", "---\naim: draft\nname: The initiative\n---\n"),
      ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee [[\(reference)]].\n"),
    ]
  }
}
