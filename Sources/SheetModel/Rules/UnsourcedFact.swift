import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText

package enum UnsourcedFact {
  package static let sheetRule = SheetRule(rule: rule, check: check)

  static let rule = Rule(
    id: "unsourced-fact", severity: .warning,
    title: "Every fact of a sheet that means to be published has a source",
    why: """
      The schema marks the fields that state something about the world. Each wants a source: in its own `sources`, or, where it has no place for them, \
      under `evidence` with the path of the field. Evidence for a path holds for everything under it. A fact without a source cannot be checked, \
      and counts nothing in the sheet's completeness. It is said once for each field or list, with the places that lack one.
      """,
    bad: Example("Sheets/concepts/example.md", example("")),
    good: Example(
      "Sheets/concepts/example.md", example("evidence: {framework: [s1], definition: [s1], components: [s1], impacts: [s1]}\n")))

  private static func check(_ sheet: Sheet, _ context: SheetContext) -> [Diagnostic] {
    guard sheet.aim.value >= .publishable else { return [] }
    var evidenced = Set<String>()
    for entry in sheet.tree.root["evidence"]?.entries ?? sheet.tree.root.entries.none where !entry.value.isBlank {
      evidenced.insert(entry.key.text)
    }
    var found: [Diagnostic] = []
    visit(sheet.tree.root, context.field, path: "", evidenced, sheet, into: &found)
    return found
  }

  private static func visit(
    _ node: Node, _ field: Field, path: String, _ evidenced: Set<String>, _ sheet: Sheet, into found: inout [Diagnostic]
  ) {
    for entry in node.entries {
      guard let child = field.child(entry.key.text) else { continue }
      let path = path.isEmpty ? child.key : path + "." + child.key
      if evidenced.contains(path) { continue }
      if child.isFact {
        let places = unsourced(entry.value, child)
        if let first = places.first { found.append(report(first, places, of: entry, child, path, sheet)) }
      } else if entry.value.isMapping {
        visit(entry.value, child, path: path, evidenced, sheet, into: &found)
      }
    }
  }

  /// What within a fact has no source: the value itself, or items of a list.
  private static func unsourced(_ value: Node, _ field: Field) -> [Node] {
    guard !value.isBlank, !value.textEquals("unknown") else { return [] }
    guard value.isSequence else { return isSourced(value) ? [] : [value] }
    guard let item = field.items, item.child("sources") != nil else { return [value] }
    // Where the schema itself asks for the sources, it says so.
    if item.child("sources")?.isRequired ?? false { return [] }
    return value.items.filter { !isSourced($0) }
  }

  private static func isSourced(_ node: Node) -> Bool { node.isMapping && !(node["sources"]?.isBlank ?? true) }

  private static func report(
    _ first: Node, _ places: [Node], of entry: Entry, _ field: Field, _ path: String, _ sheet: Sheet
  ) -> Diagnostic {
    let isItem = entry.value.isSequence && first.index != entry.value.index
    func sign(_ node: Node) -> Span {
      if node.isScalar { return node.span }
      if node.index == entry.value.index { return entry.key.span }
      return (node["name"] ?? node["text"] ?? node["event"] ?? node.entries.first { _ in true }?.key ?? node).span
    }
    return sheet.report(
      rule, at: sign(first),
      isItem
        ? "\(field.title): \(places.count == entry.value.count ? "none of \(Wording.grouped(places.count))" : "\(Wording.grouped(places.count)) of \(Wording.grouped(entry.value.count))") \(places.count == entry.value.count ? "has a source" : places.count == 1 ? "has no source" : "have no source")"
        : "\(field.title) has no source",
      label: isItem ? nil : "add `evidence: {\(path): [id]}`",
      notes: places.dropFirst().prefix(5).map { Note(at: sheet.location(sign($0)), "this one has none either") })
  }

  private static func example(_ evidence: String) -> String {
    """
    ---
    aim: publishable
    name: Example
    framework: spatial
    summary: A text.
    definition: A longer text.
    components: [Firms]
    impacts: [Growth]
    \(evidence)gaps:
      - {field: authors, reason: not-found}
      - {field: year, reason: not-found}
      - {field: strengths, reason: not-found}
      - {field: weaknesses, reason: not-found}
      - {field: measures, reason: not-found}
    sources:
      - {id: s1, type: academic, title: A book, publisher: One, reliability: A}
      - {id: s2, type: academic, title: Another, publisher: Two, reliability: A}
    review: {author: editor, drafted: 2026-05-04, confidence: high}
    ---

    A text [@s1; @s2].
    """
  }
}
