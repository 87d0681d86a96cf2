import Diagnostics
import SheetModel
import SourceText

package enum IDCollision {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "id-collision", severity: .error,
    title: "No two sheets of a kind have ids that differ only by case or by the form of a letter",
    why: """
      Windows and macOS take Porto.md and porto.md for one file, and a letter with a mark can be written in two ways that look the same. One of the \
      two sheets would overwrite the other on such a machine. Keep one of them, or give one another name.
      """,
    bad: Example(files: [
      ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"),
      ("Sheets/concepts/Example.md", "---\naim: draft\nname: Example two\n---\n"),
    ]),
    good: Example(files: [
      ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n"),
      ("Sheets/concepts/example-two.md", "---\naim: draft\nname: Example two\n---\n"),
    ]))

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    groups(context.paths).flatMap { group in
      // Each of the others is reported against the one whose name is an id, else the first.
      let keeper = group.first { SheetID.isSlug(SourceFile(path: $0, bytes: []).stem) } ?? group[0]
      return group.filter { $0.utf8.elementsEqual(keeper.utf8) == false }.map { path in
        let stem = SourceFile(path: path, bytes: []).stem
        return Diagnostic(
          rule, at: Location(path: path, span: Span.at(0)),
          "Id \(Wording.quoted(stem)) differs from another sheet's only by case or letter form",
          explanation: "Keep one of the two files, or give one another name.", sheet: stem,
          notes: [Note(at: Location(path: keeper, span: Span.at(0)), "the other sheet")])
      }
    }
  }

  /// Paths that fall together once case and Unicode form are levelled; Swift compares text by canonical equivalence.
  static func groups(_ paths: [String]) -> [[String]] {
    var groups: [String: [String]] = [:]
    for path in paths { groups[path.lowercased(), default: []].append(path) }
    return groups.values.filter { $0.count > 1 }.map { $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }.sorted {
      $0[0] < $1[0]
    }
  }
}
