import Diagnostics
import SheetModel
import SourceText

package enum UnknownReference {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unknown-reference", severity: .error,
    title: "A sheet that is named exists",
    why: """
      A reference is the id of a sheet, which is the name of its file without .md. One that leads nowhere would be a dead link, and the backlink on \
      the other page would be missing. Correct the id, write the missing sheet (`clusterbook new`), or name the other side in words where the schema \
      allows it (`to: {name: …, country: …}`).
      """,
    bad: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\nrelated: [porters-diamond]\n---\n\nSee [[no-such-sheet]].\n"),
    good: Example("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee the theme [[health-life-sciences]].\n"))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    atlas.sheets.flatMap { sheet in
      sheet.references.filter { $0.kinds != ["theme"] && atlas.resolve($0) == .unknown }.map { reference in
        report(sheet, reference, reference.kinds.compactMap(SheetKind.init(rawValue:)), atlas)
      }
        + sheet.body.references.filter { atlas.resolve($0) == .unknown }.map { reference in
          let kinds = reference.kind.flatMap(SheetKind.init(rawValue:)).map { [$0] } ?? SheetKind.allCases
          let inText = Reference(kinds: [], id: reference.id, span: reference.idSpan, field: "", node: nil)
          return report(sheet, inText, kinds, atlas)
        }
    }
  }

  private static func report(_ sheet: Sheet, _ reference: Reference, _ kinds: [SheetKind], _ atlas: Atlas) -> Diagnostic {
    let what = kinds.count == 1 ? kinds[0].title : kinds.count == SheetKind.allCases.count ? "Sheet" : Wording.list(kinds.map(\.title), last: "or")
    let nearest = NearestWords.of(reference.id, among: atlas.ids(of: kinds))
    let elsewhere = atlas.ids(of: SheetKind.allCases).contains(reference.id)
    return sheet.reportUnknown(
      rule, reference, "\(what) \(Wording.quoted(reference.id)) does not exist", nearest: elsewhere ? [] : nearest,
      explanation: elsewhere ? "A sheet of another kind has this id; here only \(Wording.list(kinds.map(\.rawValue), last: "or")) will do." : nil)
  }
}
