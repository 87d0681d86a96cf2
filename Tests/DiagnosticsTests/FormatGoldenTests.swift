import Diagnostics
import Foundation
import SourceText
import Testing

/// A small project with everything a format has to hold: two files, notes in both, fixes of one and of several edits, text that is not ASCII,
/// astral characters before a span, a finding of a whole file, and one in a file that is gone.
private enum Sample {
  static let theme = Rule(
    id: "unknown-theme", severity: .error, title: "A cluster's theme is one of the themes",
    why: "Clusters are listed by theme, and {a} name that is *not* a theme's would lose them.",
    bad: Example("Sheets/clusters/example.md", "---\ntheme: helth\n---\n```\ncode\n```\n"),
    good: Example("Sheets/clusters/example.md", "---\ntheme: health\n---\n"))
  static let alias = Rule(
    id: "alias-collision", severity: .warning, title: "A name stands for one sheet",
    why: "Readers would not know which is meant.",
    bad: Example(files: []), good: Example(files: []))
  static let file = Rule(
    id: "unreadable-file", severity: .error, title: "Files can be read", why: "Because.", bad: Example(files: []),
    good: Example(files: []))
  static let note = Rule(
    id: "stale-review", severity: .note, title: "Sheets are reviewed", why: "Facts age.", bad: Example(files: []),
    good: Example(files: []))

  static let medicon = SourceFile(
    path: "Sheets/clusters/medicon-valley.md", text: "---\nname: Øresund 𝄞 Medicon\ntheme: helth\naliases: [\"𝄞\", Forêt]\n---\n")
  static let forest = SourceFile(path: "Sheets/clusters/forêt nord.md", text: "---\r\nname: Forêt\r\nreviewed: 2019\r\n---\r\n")
  static let files = [medicon, forest]

  static func at(_ file: SourceFile, _ text: String) -> Location {
    let whole = Array(file.bytes)
    let wanted = Array(text.utf8)
    let start = whole.indices.first { whole[$0...].starts(with: wanted) } ?? 0
    return Location(path: file.path, span: Span(start, start + text.utf8.count))
  }

  static let report: Report = {
    let here = at(medicon, "Forêt")
    let there = at(forest, "Forêt")
    return Report(
      diagnostics: [
        Diagnostic(
          theme, at: at(medicon, "helth"), "Theme 'helth' does not exist", label: "did you mean 'health'?",
          explanation: "The themes are the files of Themes/: {health}, 50 % of <all> & more.", sheet: "medicon-valley",
          pointer: "/theme",
          fixes: [
            .replace(at(medicon, "helth"), with: "health"),
            Fix("Remove the line", .needsReview, [TextEdit(at(medicon, "theme: helth\n"), "")]),
          ]),
        Diagnostic(
          alias, at: here, "Name 'Forêt' is another sheet's", sheet: "medicon-valley", pointer: "/aliases/1",
          notes: [Note(at: there, "it is the name of this sheet"), Note(at: at(medicon, "aliases"), "in this list")],
          fixes: [Fix("Use the other name in both", .needsReview, [TextEdit(here, "Bois"), TextEdit(there, "Bois\"\n")])]),
        Diagnostic(
          alias, at: at(medicon, "𝄞 Medicon"), "Name 'x](http://y)' is read as a link", sheet: "medicon-valley",
          pointer: "/aliases/1"),
        Diagnostic(note, at: at(forest, "2019"), "Review is seven years old\u{1B}[2J", sheet: "forêt nord"),
        Diagnostic(file, at: Location(path: "Sheets/clusters/gone, now.md", span: Span.at(0)), "File cannot be read"),
      ], sheets: 3)
  }()

  static func lookup(_ path: String) -> SourceFile? { files.first { $0.path == path } }
}

/// Compares a text with the file of that name; with `CLUSTERBOOK_RECORD=1` writes the file, and fails all the same.
private func expectGolden(_ name: String, _ text: String, _ location: SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
  if ProcessInfo.processInfo.environment["CLUSTERBOOK_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was recorded: look at the difference, then run again", sourceLocation: location)
  }
  #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), sourceLocation: location)
}

@Suite struct FormatGoldenTests {
  @Test func json() throws {
    try expectGolden("report.json", JSONFormat(toolVersion: "1.2.3").render(Sample.report, lookup: Sample.lookup))
  }

  @Test func jsonLines() throws {
    try expectGolden("report.jsonl", JSONLinesFormat().render(Sample.report, lookup: Sample.lookup))
  }

  @Test func sarif() throws {
    let format = SARIFFormat(toolVersion: "1.2.3", rules: [Sample.theme, Sample.alias, Sample.file, Sample.note, testRule])
    try expectGolden("report.sarif", format.render(Sample.report, lookup: Sample.lookup))
  }

  @Test func gitHub() throws { try expectGolden("github.log", GitHubFormat().render(Sample.report, lookup: Sample.lookup)) }

  @Test func gitHubSummary() throws {
    try expectGolden("github-summary.md", GitHubSummary().render(Sample.report, lookup: Sample.lookup))
  }

  @Test func gitLab() throws { try expectGolden("gitlab.json", GitLabFormat().render(Sample.report, lookup: Sample.lookup)) }

  @Test func jUnit() throws {
    let format = JUnitFormat(files: [Sample.medicon.path, Sample.forest.path, "Themes/health.md"])
    try expectGolden("junit.xml", format.render(Sample.report, lookup: Sample.lookup))
  }

  @Test func rdJSON() throws { try expectGolden("rdjson.json", RDJSONFormat().render(Sample.report, lookup: Sample.lookup)) }
}

@Test func everyLineOfTheLinesIsTheObjectOfTheDocument() throws {
  let document =
    try JSONSerialization.jsonObject(
      with: Data(JSONFormat(toolVersion: "1").render(Sample.report, lookup: Sample.lookup).utf8)) as? [String: Any]
  let lines = try JSONLinesFormat().render(Sample.report, lookup: Sample.lookup).split(separator: "\n").map {
    try JSONSerialization.jsonObject(with: Data($0.utf8))
  }
  #expect(lines.count == 5)
  #expect((document?["diagnostics"] as? NSArray) == lines as NSArray)
}

@Test func emptyReportsAreValidToo() throws {
  let none = Report(diagnostics: [], sheets: 0)
  #expect(JSONLinesFormat().render(none) { _ in nil } == "")
  #expect(GitLabFormat().render(none) { _ in nil } == "[]\n")
  #expect(GitHubFormat().render(none) { _ in nil } == "")
  #expect(JUnitFormat(files: []).render(none) { _ in nil }.contains("tests=\"0\" failures=\"0\""))
  for text in [RDJSONFormat().render(none) { _ in nil }, SARIFFormat(toolVersion: "1", rules: []).render(none) { _ in nil }] {
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }
}

@Test func sarifHoldsNoNoteAndNoFixTwice() {
  let (file, location) = marked("a: «x»")
  let note = Note(at: location, "see here")
  let fix = Fix.replace(location, with: "y")
  let diagnostic = Diagnostic(testRule, at: location, "m", notes: [note, note], fixes: [fix, fix, Fix("Nothing", .safe, [])])
  let text = SARIFFormat(toolVersion: "1", rules: []).render(Report(diagnostics: [diagnostic], sheets: 1)) { _ in file }
  #expect(text.components(separatedBy: "see here").count == 2)
  #expect(text.components(separatedBy: "Replace with 'y'").count == 2)
  #expect(!text.contains("Nothing"))
}
