import Diagnostics
import SourceText
import TestSupport
import Testing

/// What people (and attackers) put into a project, and the exact place and rule that each must be told.
struct BadInputTests {
  /// Files with `⟦⟧` around what the one error must point at; a file without marks is right, or is reported as a whole.
  struct Case: CustomTestStringConvertible, Sendable {
    let title: String
    let rule: String
    var files: [(path: String, text: String)]
    /// What the carets say, where it matters.
    var label: String?
    /// The file that is reported as a whole.
    var whole: String?

    var testDescription: String { title }
  }

  @Test(arguments: inSheets + hostile + inTheSetUp)
  func oneMistakeOneErrorAtItsPlace(bad: Case) async throws {
    let marked = bad.files.map { (path: $0.path, marked: MarkedText($0.text)) }
    let project = await TestProject.with(marked.map { ($0.path, $0.marked.text) })
    let found = await project.diagnostics().filter { $0.severity == .error }
    let report = await project.report()
    #expect(found.map(\.rule) == [bad.rule], "\(report)")
    let error = try #require(found.first)
    if let whole = bad.whole {
      #expect(error.location == Location(path: whole, span: Span.at(0)))
    } else {
      let file = try #require(marked.first { !$0.marked.spans.isEmpty })
      #expect(error.location == Location(path: file.path, span: file.marked.spans[0]), "\(report)")
    }
    if let label = bad.label { #expect(error.label == label) }
  }

  private static let cluster = "Sheets/clusters/example.md"
  private static let concept = "Sheets/concepts/example.md"
  private static let head = "---\naim: draft\nname: Example\n"
  private static let source = "sources: [{id: s1, type: press, title: Report, reliability: B}]\n"

  private static func sheet(_ title: String, _ rule: String, _ fields: String, body: String = "", label: String? = nil) -> Case {
    Case(title: title, rule: rule, files: [(cluster, head + fields + "\n---\n" + body)], label: label)
  }

  static let inSheets: [Case] = [
    sheet("unknown theme", "unknown-theme", "theme: ⟦helth-life-sciences⟧", label: "did you mean 'health-life-sciences'?"),
    sheet("unknown country", "unknown-country", "location: {countries: [⟦XX⟧]}"),
    sheet("unknown cluster", "unknown-reference", "relations: [{to: ⟦no-such-cluster⟧, type: network}]"),
    sheet("unknown cluster in the text", "unknown-reference", "summary: A sheet.", body: "See [[⟦no-such-cluster⟧]].\n"),
    sheet("unknown source", "unknown-source", "life_cycle: {stage: growing, sources: [s1, ⟦s9⟧]}\n" + source),
    sheet("unknown source in the text", "unknown-source", source, body: "True [@s1], and true [@⟦s9⟧].\n"),
    sheet("unknown figure", "unknown-figure", "size: {class: large, figure: ⟦jobs⟧}"),
    sheet("wrong type", "wrong-type", "founded: ⟦long ago⟧"),
    sheet("wrong type of a list", "wrong-type", "aliases: ⟦One name⟧"),
    sheet("missing field, at the key of the mapping around it", "missing-field", "⟦size⟧: {basis: judgement}"),
    sheet("missing field of an item, at its first key", "missing-field", "timeline:\n  - ⟦year⟧: 1999\n"),
    sheet("unknown key", "unknown-key", "⟦sumary⟧: A sheet.", label: "did you mean 'summary'?"),
    sheet(
      "unknown key far inside", "unknown-key", "location: {seat: {city: Lund, lat: 55.7, lon: 13.2, ⟦precison⟧: city}}",
      label: "did you mean 'precision'?"),
    sheet("value out of range", "out-of-range", "location: {seat: {city: Lund, lat: ⟦-91⟧, lon: 170}}"),
    sheet("value that is none of the choices", "unknown-value", "status: ⟦activ⟧", label: "did you mean 'active'?"),
    sheet(
      "latitude and longitude swapped", "coordinates-swapped",
      "location: {countries: [TW], seat: {city: Hsinchu, lat: ⟦120.9686⟧, lon: 24.8036}}"),
    sheet(
      "id of a source twice", "duplicate-id",
      "sources:\n  - {id: s1, type: press, title: One, reliability: B}\n  - {id: ⟦s1⟧, type: press, title: Two, reliability: B}\nlife_cycle: {stage: growing, sources: [s1]}"
    ),
    sheet("key twice", "yaml-duplicate-key", "founded: 1999\n⟦founded⟧: 2000"),
    sheet("id that climbs out of the folder", "unknown-theme", "theme: ⟦../../x⟧"),
    sheet("reference that climbs out of the folder", "malformed-reference", "summary: A sheet.", body: "See [[⟦../../x⟧]].\n"),
    sheet(
      "picture that climbs out of the project", "missing-picture", "summary: A sheet.",
      body: "![A list](⟦../../../../etc/passwd⟧)\n"),
    sheet("script in a link", "link-scheme", "summary: A sheet.", body: "[Click](⟦javascript:alert(1)⟧)\n"),
    Case(
      title: "region of a case study", rule: "unknown-reference",
      files: [("Sheets/case-studies/example.md", head + "regions: [⟦nowhere⟧]\n---\n")]),
    Case(
      title: "file name that is no slug", rule: "file-name", files: [("Sheets/concepts/An Example.md", head + "---\n")],
      whole: "Sheets/concepts/An Example.md"),
    Case(
      title: "ids that differ by case", rule: "id-collision",
      files: [(concept, head + "---\n"), ("Sheets/concepts/Example.md", head.replacing("Example", with: "Other") + "---\n")],
      whole: "Sheets/concepts/Example.md"),
    Case(title: "empty file", rule: "empty-file", files: [(concept, "")], whole: concept),
    Case(title: "front matter that never ends", rule: "front-matter-unclosed", files: [(concept, "⟦---⟧\nname: Example\n")]),
  ]

  static let hostile: [Case] = [
    Case(
      title: "sheet of 10 MB", rule: "file-too-large",
      files: [(concept, head + "---\n" + String(repeating: "A line of some text.\n", count: 500_000))], whole: concept),
    Case(
      title: "100,000 nested brackets", rule: "yaml-too-deep",
      files: [
        (
          concept,
          head + "x-deep: " + String(repeating: "[", count: 63) + "⟦[⟧" + String(repeating: "[", count: 99_936) + "\n---\n"
        )
      ]),
    Case(
      title: "100,000 nested brackets in the text", rule: "markdown-limit",
      files: [
        (concept, head + "---\n" + String(repeating: "[", count: 100) + "⟦[⟧" + String(repeating: "[", count: 99_800) + "\n")
      ]),
    Case(
      title: "alias bomb", rule: "yaml-alias-limit",
      files: [
        (
          concept,
          head + "x-0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
            + (1...9).map { level in
              let alias = "*a\(level - 1)"
              let items = level == 4 ? ["⟦\(alias)⟧"] + Array(repeating: alias, count: 8) : Array(repeating: alias, count: 9)
              return "x-\(level): &a\(level) [\(items.joined(separator: ", "))]\n"
            }.joined() + "---\n"
        )
      ]),
    Case(title: "alias of itself", rule: "yaml-unknown-alias", files: [(concept, head + "x-a: &a [⟦*a⟧]\n---\n")]),
  ]

  static let inTheSetUp: [Case] = [
    Case(
      title: "template that does not parse", rule: "template-syntax",
      files: [("Site/templates/_note.mustache", "<p>⟦{{#title}}⟧</p>\n")]),
    Case(
      title: "template that names a missing partial", rule: "template-missing-partial",
      files: [("Site/templates/_note.mustache", "{{> ⟦_foter⟧}}\n")], label: "did you mean '_footer'?"),
    Case(
      title: "template that names a missing slot", rule: "template-unknown-slot",
      files: [("Site/templates/_note.mustache", "<p>{{⟦site_titel⟧}}</p>\n")]),
    Case(
      title: "unknown key in site.yaml", rule: "site-configuration",
      files: [("Site/site.yaml", "title: Example\n⟦titel⟧: Example\n")],
      label: "did you mean 'title'?"),
    Case(title: "site.yaml without a title", rule: "site-configuration", files: [("Site/site.yaml", "⟦language⟧: en\n")]),
    Case(
      title: "unknown keyword in a schema", rule: "schema-keyword",
      files: [
        (
          "Sheets/schemas/concept.schema.yaml",
          Repository.text("Sheets/schemas/concept.schema.yaml").replacing(
            "\nproperties:\n", with: "\n⟦propperties⟧: {}\nproperties:\n", maxReplacements: 1)
        )
      ]),
  ]

  @Test func idsThatDifferByUnicodeFormAreOneCollision() async {
    let (composed, decomposed) = ("Sheets/concepts/caf\u{E9}.md", "Sheets/concepts/cafe\u{301}.md")
    let text = { (name: String) in "---\naim: draft\nname: \(name)\n---\n" }
    let project = await TestProject.with([(composed, text("One")), (decomposed, text("Two"))])
    let found = await project.diagnostics()
    #expect(found.map(\.rule) == ["id-collision"])
    #expect(found.first.map { Array($0.location.path.utf8) } == Array(composed.utf8))
    #expect(found.first?.notes.map { Array($0.location.path.utf8) } == [Array(decomposed.utf8)])
  }

  @Test func unreadableSheetIsNoSecondMistakeOfThoseWhoNameIt() async {
    let project = await TestProject.with([
      ("Sheets/clusters/broken.md", "---\nname: [\n---\n"),
      (
        "Sheets/clusters/example.md",
        "---\naim: draft\nname: Example\nrelations: [{to: broken, type: network}]\n---\n[[broken]]\n"
      ),
    ])
    #expect(await project.diagnostics().map(\.rule) == ["yaml-unclosed-bracket"])
  }
}
