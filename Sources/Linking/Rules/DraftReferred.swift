import Diagnostics
import FrontMatter
import SheetModel

package enum DraftReferred {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "draft-referred", severity: .warning,
    title: "A draft is not referred to by sheets that are published",
    why: """
      A draft has no page, so the published sheets that name it show its name without a link. Raise its `aim` to listed when it is ready, or wait \
      with the references. `build --drafts` publishes drafts too, for a preview.
      """,
    bad: Example(files: files(aim: "draft")),
    good: Example(files: files(aim: "listed")))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    guard !context.includesDrafts else { return [] }
    return atlas.sheets.filter(\.isDraft).compactMap { draft in
      var referring: [Sheet] = []
      var place: Note?
      for backlink in atlas.backlinks(to: draft.id) {
        guard let sheet = atlas[backlink.from], !sheet.isDraft, referring.last?.id != sheet.id else { continue }
        referring.append(sheet)
        if place == nil, let node = backlink.node {
          place = Note(at: sheet.location(Node(tree: sheet.tree, index: node).span), "named here")
        }
      }
      guard let first = referring.first else { return nil }
      let others = referring.count == 1 ? "" : " and \(Wording.count(referring.count - 1, "more sheet"))"
      return draft.report(
        rule, at: draft.aim.span,
        "Draft is named by \(first.path)\(others), which \(referring.count == 1 ? "is" : "are") published",
        explanation: "\(referring.count == 1 ? "Its page shows" : "Their pages show") its name without a link.",
        notes: place.map { [$0] } ?? [])
    }
  }

  private static func files(aim: String) -> [(path: String, text: String)] {
    [
      (
        "Sheets/concepts/draft.md",
        """
        ---
        aim: \(aim)
        name: Draft
        framework: spatial
        summary: A text.
        definition: A text.
        sources:
          - {id: s1, type: academic, title: A book, publisher: One, reliability: A}
        ---

        A text [@s1].
        """
      ),
      (
        "Sheets/concepts/example.md",
        """
        ---
        aim: listed
        name: Example
        framework: spatial
        summary: A text.
        definition: A text.
        sources:
          - {id: s1, type: academic, title: A book, publisher: One, reliability: A}
        ---

        See [[draft]] [@s1].
        """
      ),
    ]
  }
}
