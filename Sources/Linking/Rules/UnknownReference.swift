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
    bad: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\nrelated: [porters-diamond]\n---\n\nSee [[no-such-sheet]].\n"),
    good: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee the theme [[health-life-sciences]].\n"))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    var search = Search(atlas: atlas)
    var found: [Diagnostic] = []
    for sheet in atlas.sheets {
      for reference in sheet.references where reference.kinds != ["theme"] && atlas.resolve(reference) == .unknown {
        let kinds = reference.kinds.compactMap(SheetKind.init(rawValue:))
        found.append(report(reference.id, kinds, at: sheet.location(reference.span), sheet: sheet.id.id, prefix: "", &search))
      }
    }
    for (path, sheet, reference) in context.bodyReferences(atlas) where atlas.resolve(reference) == .unknown {
      let kinds = reference.kind.flatMap(SheetKind.init(rawValue:)).map { [$0] } ?? SheetKind.allCases
      let prefix = reference.kind.map { $0 + ":" } ?? ""
      found.append(
        report(reference.id, kinds, at: Location(path: path, span: reference.idSpan), sheet: sheet, prefix: prefix, &search))
    }
    return found
  }

  /// Finds near ids; those of each set of kinds are listed once.
  private struct Search {
    let atlas: Atlas
    var suggestions = Suggestions()
    var ids: [[SheetKind]: [String]] = [:]
    /// The ids that sheets had before, each with the sheets that had it.
    lazy var former: [String: [SheetID]] = atlas.sheets.reduce(into: [:]) { former, sheet in
      for id in sheet.formerIDs { former[id.value, default: []].append(sheet.id) }
    }

    init(atlas: Atlas) { self.atlas = atlas }

    /// The id that the one sheet of these kinds that had it has now.
    mutating func renamed(_ id: String, _ kinds: [SheetKind]) -> String? {
      let sheets = former[id]?.filter { kinds.contains($0.kind) } ?? []
      return sheets.count == 1 ? sheets[0].id : nil
    }

    mutating func nearest(to id: String, _ kinds: [SheetKind]) -> [String] {
      let known = ids[kinds] ?? atlas.ids(of: kinds)
      ids[kinds] = known
      return suggestions.nearest(to: id, kind: kinds.map(\.rawValue).joined(separator: " "), among: known)
    }
  }

  /// - Parameter prefix: what stands before the id in the text: `policy:`.
  private static func report(
    _ id: String, _ kinds: [SheetKind], at location: Location, sheet: String?, prefix: String, _ search: inout Search
  ) -> Diagnostic {
    let isAny = kinds.isEmpty || kinds.count == SheetKind.allCases.count
    let what = isAny ? "Sheet" : Wording.list([kinds[0].title] + kinds.dropFirst().map(\.noun), last: "or")
    let others = search.atlas.kinds(of: id)
    let renamed = search.renamed(id, kinds)
    let nearest = renamed.map { [$0] } ?? (others.isEmpty ? search.nearest(to: id, kinds) : [])
    return Diagnostic(
      rule, at: location, "\(what) \(Wording.quoted(id)) does not exist", label: Wording.didYouMean(nearest),
      explanation: renamed != nil
        ? "The sheet had this id before, and has another one now."
        : others.isEmpty
          ? nil
          : "There is \(Wording.list(others.map(\.nounWithArticle))) of this id; here only \(Wording.list(kinds.map(\.nounWithArticle), last: "or")) will do.",
      sheet: sheet,
      fixes: nearest.prefix(1).map {
        .replace(location, with: prefix + $0, renamed != nil || Suggestions.isCertain(nearest, for: id) ? .safe : .needsReview)
      })
  }
}
