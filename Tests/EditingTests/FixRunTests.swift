import CommandLineTool
import Diagnostics
import SheetAnalysis
import SheetModel
import SourceText
import TestSupport
import Testing
import Workspace

@testable import Editing

struct FixRunTests {
  /// The sheets of the checkout, and what is said when some are others.
  private struct Bench {
    let sources: SourceSet
    let options = AnalysisOptions(today: CalendarDate("2026-11-22") ?? CalendarDate(secondsSince1970: 0))

    func diagnostics(_ changed: [SourceFile], _ memory: inout AnalysisMemory) async -> [Diagnostic] {
      var sources = sources
      for file in changed { sources.replace(file) }
      let analysis = await Analyzer.analyze(sources, options: options, rules: RuleCatalogue.all, remembering: &memory)
      return (analysis.setupDiagnostics + analysis.diagnostics).sorted(by: Diagnostic.inReportOrder)
    }

    /// Mends what is there once `file` is another.
    func fix(_ file: SourceFile, upTo applicability: Fix.Applicability, _ memory: inout AnalysisMemory) async -> FixRun {
      var sources = sources
      sources.replace(file)
      let bench = Bench(sources: sources)
      let first = await bench.diagnostics([], &memory)
      return await FixRun.run(first, upTo: applicability, isWanted: { _ in true }, lookup: { sources.file($0) }) { files in
        await bench.diagnostics(files, &memory)
      }
    }
  }

  private func minimal(_ lines: String, body: String = "") async -> (project: TestProject, file: SourceFile) {
    let file = SourceFile(path: "Sheets/clusters/example.md", text: "---\naim: draft\nname: Example\n\(lines)---\n\(body)")
    var project = await TestProject.minimal.value
    project.put(file)
    return (project, file)
  }

  private func fixed(_ lines: String, body: String = "", upTo applicability: Fix.Applicability = .safe) async -> String {
    let (project, file) = await minimal(lines, body: body)
    var memory = AnalysisMemory()
    let run = await Bench(sources: project.sources).fix(file, upTo: applicability, &memory)
    return String(decoding: (run.changes.first?.after ?? file).bytes, as: UTF8.self)
  }

  @Test func commentsAndTextSurviveByteForByte() async {
    let text = await fixed("status: activ   # as of 2026\n# a remark\ntheme: ict-nanno\n", body: "\nA  text with\ttabs   \n")
    #expect(
      text
        == "---\naim: draft\nname: Example\nstatus: active   # as of 2026\n# a remark\ntheme: ict-nano\n---\n\nA  text with\ttabs   \n"
    )
  }

  @Test func aSynonymBecomesThePreferredWord() async {
    let text = await fixed("entity: Pole de Compétitivité\nlife_cycle: {stage: MATURE}\n")
    #expect(text.contains("entity: labelled-network\nlife_cycle: {stage: sustaining}\n"))
  }

  @Test func quotesGoAroundWhatYAMLCut() async {
    let text = await fixed("timeline:\n  - {year: 1985, event: City, Ericsson and KTH}\n")
    #expect(text.contains("  - {year: 1985, event: \"City, Ericsson and KTH\"}\n"))
    #expect(await fixed("timeline:\n  - {year: 1985, event: City #1, founded}\n").contains("event: \"City #1, founded\"}\n"))
    #expect(
      await fixed("timeline:\n  - {event: Study: a \"start\", year: 1985}\n").contains("{event: 'Study: a \"start\"', year"))
    #expect(await fixed("summary: Clusters: a study  # later\n").contains("summary: \"Clusters: a study\"  # later\n"))
    #expect(await fixed("summary: @home\n").contains("summary: \"@home\"\n"))
    #expect(await fixed("summary: *important\n").contains("summary: \"*important\"\n"))
    #expect(await fixed("aliases:\n  - `a` \"b\" \\c\n").contains("  - '`a` \"b\" \\c'\n"))
  }

  @Test func tabsAndLineEndsAndLetters() async {
    #expect(await fixed("aliases:\n\t- One\n\t- Two\n", upTo: .needsReview).contains("aliases:\n  - One\n  - Two\n"))
    #expect(await fixed("aliases: [Re\u{301}gion]\n").unicodeScalars.contains("é"))
    #expect(await !fixed("status: active\r\n").contains("\r"))
  }

  @Test func swappedCoordinatesChangePlaces() async {
    let text = await fixed("location:\n  countries: [DK]\n  seat: {city: Copenhagen, lat: 12.5655, lon: 55.6759}\n")
    #expect(text.contains("lat: 55.6759, lon: 12.5655"))
  }

  @Test func missingFieldsComeAsCommentsAtTheirPlace() async throws {
    let path = "Sheets/clusters/medicon-valley.md"
    let text = Repository.text(path)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("entity: ") })
    let sources = await Repository.sources()
    var memory = AnalysisMemory()
    let cut = SourceFile(path: path, text: text.replacing(line + "\n", with: ""))
    let run = await Bench(sources: sources).fix(cut, upTo: .needsReview, &memory)
    let after = String(decoding: try #require(run.changes.first).after.bytes, as: UTF8.self)
    let lines = after.split(separator: "\n")
    let stub = try #require(lines.firstIndex { $0.hasPrefix("# entity:  # Kind of entity: place-based-cluster | ") })
    #expect(lines[stub + 1].hasPrefix("status: "))
    #expect(
      after.split(separator: "\n").filter { !$0.hasPrefix("# entity:") }
        == cut.text(Span(0, cut.bytes.count)).split(separator: "\n"))
  }

  @Test func nothingIsWrittenWhereNothingIsWrong() async {
    let (project, file) = await minimal("status: active\n")
    var memory = AnalysisMemory()
    let run = await Bench(sources: project.sources).fix(file, upTo: .needsReview, &memory)
    #expect(run.changes.isEmpty)
    #expect(run.fixedCount == 0)
  }

  /// Two rules that undo each other's work end all the same.
  @Test func fixesThatGoRoundEnd() async {
    let rule = Rule(id: "turn-about", severity: .warning, title: "", why: "", bad: Example(files: []), good: Example(files: []))
    let location = Location(path: "a.md", span: Span(0, 1))
    func other(_ file: SourceFile) -> [Diagnostic] {
      [Diagnostic(rule, at: location, "Wrong", fixes: [.replace(location, with: file.bytes == [0x61] ? "b" : "a")])]
    }
    let start = SourceFile(path: "a.md", text: "a")
    let run = await FixRun.run(other(start), upTo: .safe, isWanted: { _ in true }, lookup: { _ in start }) {
      other($0.first ?? start)
    }
    #expect(run.fixedCount == 1)
  }

  @Test func aFixThatMakesAFileUnreadableIsTakenBack() async {
    let good = Rule(id: "good-rule", severity: .warning, title: "", why: "", bad: Example(files: []), good: Example(files: []))
    let bad = Rule(id: "yaml-syntax", severity: .error, title: "", why: "", bad: Example(files: []), good: Example(files: []))
    let location = Location(path: "a.md", span: Span(0, 1))
    let start = SourceFile(path: "a.md", text: "a")
    let first = [Diagnostic(good, at: location, "Wrong", fixes: [.replace(location, with: "{")])]
    let run = await FixRun.run(first, upTo: .safe, isWanted: { _ in true }, lookup: { _ in start }) { files in
      files.first?.bytes == [0x7B] ? [Diagnostic(bad, at: location, "Broken")] : first
    }
    #expect(run.changes.isEmpty)
    #expect(run.fixedCount == 0)
  }

  /// The same of a whole project: its configuration, schemas, layouts, text pages and sheets, two of them broken at once.
  @Test(arguments: 0..<4) func nothingThatCanBeMendedRemainsInAProject(part: Int) async {
    let whole = await TestProject.minimal.value.sources
    let files = whole.schemas + whole.templates + whole.pages + whole.sheets + [whole.site]
    var random = SeededGenerator(seed: 200 + UInt64(part))
    let options = AnalysisOptions(today: CalendarDate("2026-11-22") ?? CalendarDate(secondsSince1970: 0))
    var mended: [String: Int] = [:]
    for _ in 0..<15 {
      var sources = whole
      for _ in 0..<2 { if let file = files.randomElement(using: &random) { sources.replace(Breakage.random(file, &random)) } }
      var memory = AnalysisMemory()
      let first = await Findings.find(in: sources, options, remembering: &memory).mendable
      let run = await FixRun.run(first, upTo: .needsReview, isWanted: { _ in true }, lookup: { [sources] in sources.file($0) }) {
        changed in
        var now = sources
        for file in changed { now.replace(file) }
        return await Findings.find(in: now, options, remembering: &memory).mendable
      }
      for change in run.changes { mended[String(change.before.path.prefix(8)), default: 0] += 1 }
      let fixable = run.remaining.filter { $0.fix(upTo: .needsReview) != nil }
      #expect(
        fixable.isEmpty, "\(fixable.first?.location.path ?? ""): \(fixable.first?.rule ?? "") \(fixable.first?.message ?? "")")
    }
    print("mended, part \(part): \(mended.sorted { $0.key < $1.key })")
  }

  @Test func aProjectWithABrokenSetUpIsMendedWhole() async {
    var project = await TestProject.minimal.value
    let sheet = SourceFile(path: "Sheets/clusters/example.md", text: "---\naim: draft\nname: Example\nstatus: activ\n---\n")
    project.put(sheet)
    var sources = project.sources
    let site = String(decoding: sources.site.bytes, as: UTF8.self)
    sources.replace(SourceFile(path: sources.site.path, text: site.replacing("title:", with: "titel:")))
    let page = SourceFile(path: "Site/pages/more.md", text: "\u{FEFF}---\ntitle: More\n---\nText\r\n")
    sources.pages.append(page)
    let options = AnalysisOptions(today: CalendarDate("2026-11-22") ?? CalendarDate(secondsSince1970: 0))
    var memory = AnalysisMemory()
    let first = await Findings.find(in: sources, options, remembering: &memory)
    #expect(!first.setup.isEmpty)
    let run = await FixRun.run(
      first.mendable, upTo: .safe, isWanted: { _ in true }, lookup: { [sources] in sources.file($0) }
    ) { changed in
      var now = sources
      for file in changed { now.replace(file) }
      return await Findings.find(in: now, options, remembering: &memory).mendable
    }
    #expect(run.changes.map(\.before.path) == [sheet.path, sources.site.path, page.path].sorted())
    #expect(run.changes.map { String(decoding: $0.after.bytes, as: UTF8.self) }.contains(site))
  }

  /// What is left after all fixes has no fix, whatever was broken; and the safe fixes bring back what a slip of one letter broke in a key.
  @Test(arguments: 0..<4) func nothingThatCanBeMendedRemains(part: Int) async {
    let sources = await Repository.sources()
    var random = SeededGenerator(seed: 100 + UInt64(part))
    var memory = AnalysisMemory()
    let bench = Bench(sources: sources)
    for _ in 0..<20 {
      guard let file = sources.sheets.randomElement(using: &random) else { return }
      let broken = Breakage.random(file, &random)
      let run = await bench.fix(broken, upTo: .needsReview, &memory)
      let fixable = run.remaining.filter { $0.fix(upTo: .needsReview) != nil }
      #expect(fixable.isEmpty, "\(broken.path): \(fixable.first?.rule ?? "") \(fixable.first?.message ?? "")")
    }
  }
}

/// Several things broken in one sheet at once.
private enum Breakage {
  static func random(_ file: SourceFile, _ random: inout SeededGenerator) -> SourceFile {
    var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      guard let index = lines.indices.dropFirst().randomElement(using: &random), !lines[index].isEmpty, lines[index] != "---"
      else { continue }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: lines[index] = lines[index].uppercased()
      case 1: lines[index].insert("x", at: lines[index].indices.randomElement(using: &random) ?? lines[index].startIndex)
      case 2: lines[index] = lines[index].replacing("  ", with: "\t", maxReplacements: 1)
      case 3: lines[index] = lines[index].replacing(": ", with: ": a, b # ", maxReplacements: 1)
      case 4: lines[index] = lines[index].replacing("e", with: "e\u{301}")
      default: lines.remove(at: index)
      }
    }
    let end = Bool.random(using: &random) ? "\n" : "\r\n"
    return SourceFile(path: file.path, text: (Bool.random(using: &random) ? "\u{FEFF}" : "") + lines.joined(separator: end))
  }
}
