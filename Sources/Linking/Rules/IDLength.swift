import Diagnostics
import SheetModel
import SourceText

package enum IDLength {
  package static let atlasRule = AtlasRule(rule: rule, check: check)

  static let rule = Rule(
    id: "id-too-long", severity: .error,
    title: "The id of a sheet or page has at most 250 bytes",
    why: """
      The page is written under the name of the file, with .html behind it, and file systems take names of 255 bytes at most. A letter with a mark counts \
      two bytes or more. Long before that an id is hard to type and to read: a few words are enough.
      """,
    bad: Example("Sheets/concepts/\(long).md", "---\naim: draft\nname: Example\n---\n"),
    good: Example("Sheets/concepts/regional-innovation-system.md", "---\naim: draft\nname: Example\n---\n"))

  /// `.html` and the longest name that file systems take.
  private static let limit = 255 - ".html".utf8.count

  private static let long = Array(repeating: "regional-innovation-system", count: 10).joined(separator: "-")

  private static func check(_ atlas: Atlas, _ context: AtlasContext) -> [Diagnostic] {
    (context.paths + context.texts.map(\.path)).compactMap { path in
      let stem = SourceFile(path: path, bytes: []).stem
      let length = stem.utf8.count
      guard length > limit else { return nil }
      return Diagnostic(
        rule, at: Location(path: path, span: Span.at(0)),
        "File name is too long: its id has \(Wording.count(length, "byte")), of which \(limit) are allowed",
        explanation: "Give the file a shorter name.", sheet: SheetKind(path: path) == nil ? nil : stem)
    }
  }
}
