import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The whole program at work on disk: what it leaves there, and how it ends.
@Suite(.enabled(if: BuiltProgram.isBuilt), .serialized)
struct KillProgramTests {
  @Test func buildKilledAtAnyMomentShowsOneSiteOrTheOther() async throws {
    let program = try await BuiltProgram([("Site/site.yaml", "title: Edition A\n"), concept("only-a")], at: "a")
    try await program.write([("Site/site.yaml", "title: Edition B\n"), concept("only-b")], at: "b")
    let clock = ContinuousClock()
    var first: Int32 = -1
    let length = try clock.measure { first = try program.run("build", "--drafts", "--project", "a", "--output", "site").status }
    #expect(first == 0)
    let a = program.contents("site")
    #expect(try program.run("build", "--drafts", "--project", "b", "--output", "site").status == 0)
    let b = program.contents("site")
    #expect(a["concepts/only-a.html"] != nil && b["concepts/only-a.html"] == nil && b["concepts/only-b.html"] != nil)
    var chance = SeededGenerator(seed: 7)
    for kill in 0..<6 {
      let process = try program.start(["build", "--drafts", "--project", kill % 2 == 0 ? "a" : "b", "--output", "site"])
      try await Task.sleep(for: length * Double.random(in: 0.3...1.05, using: &chance))
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let now = program.contents("site")
      #expect(now == a || now == b)
    }
    #expect(try program.run("build", "--drafts", "--project", "a", "--output", "site").status == 0)
    #expect(program.contents("site") == a)
    #expect(try program.folder.names().filter { $0.hasPrefix(".") } == [])
  }

  @Test func sameSourcesGiveTheSameBytesInEveryProcessFolderAndOnAnyNumberOfCores() async throws {
    let sheets =
      ["alpha", "beta", "gamma"].map(concept) + [
        (
          "Sheets/clusters/example.md",
          "---\naim: draft\nname: Example\ntheme: ict-nano\nlocation: {countries: [DK, SE], seat: {city: Copenhagen, lat: 55.676, lon: 12.566}}\n---\n[[alpha]] [[beta]]\n"
        )
      ]
    let program = try await BuiltProgram(sheets, at: "here")
    try await program.write(sheets.reversed(), at: "quite/another place")
    for (place, jobs) in [("here", "1"), ("here", "2"), ("here", "5"), ("quite/another place", "3")] {
      let output = "site-\(jobs)"
      let run = try program.run("build", "--drafts", "--project", place, "-j", jobs, "--output", output)
      #expect(run.status == 0, "\(run.log)")
      let files = program.contents(output)
      #expect(files.count > 20)
      #expect(files == program.contents("site-1"))
    }
  }

  @Test func filesOfOthersStayAndPagesOfSheetsThatAreGoneGo() async throws {
    let program = try await BuiltProgram([concept("alpha"), concept("beta")])
    #expect(try program.run("build", "--drafts", "--project", "project").status == 0)
    try program.folder.put("example.org\n", at: "project/_site/CNAME")
    try program.folder.put("mine", at: "project/_site/concepts/mine.html")
    try FileManager.default.removeItem(atPath: program.folder("project/Sheets/concepts/beta.md"))
    let run = try program.run("build", "--drafts", "--project", "project")
    #expect(run.status == 0)
    // Its page, its record, its Markdown, and two files to cite it.
    #expect(run.log.contains("5 old files removed, 2 files of others kept"))
    #expect(program.folder.text("project/_site/CNAME") == "example.org\n")
    #expect(program.folder.text("project/_site/concepts/mine.html") == "mine")
    #expect(program.folder.text("project/_site/concepts/alpha.html") != nil)
    #expect(program.folder.text("project/_site/concepts/beta.html") == nil)
  }

  @Test func mistakeInASheetEndsWithOneAndLeavesThePublishedSite() async throws {
    let program = try await BuiltProgram([concept("alpha")])
    #expect(try program.run("build", "--drafts", "--project", "project").status == 0)
    let before = try program.folder.snapshot("project")
    try program.folder.put("---\naim: draft\nname: Alpha\nyeer: 1990\n---\n", at: "project/Sheets/concepts/alpha.md")
    for command in ["check", "build"] {
      let run = try program.run(command, "--project", "project", "--format", "short")
      #expect(run.status == 1)
      #expect(run.out == "Sheets/concepts/alpha.md:4:1: error: Key 'yeer' is unknown [unknown-key]\n")
    }
    var after = try program.folder.snapshot("project")
    after["Sheets/concepts/alpha.md"] = before["Sheets/concepts/alpha.md"]
    #expect(after == before)
  }

  @Test(arguments: [
    ("a sheet", "Sheets/concepts/out.md"), ("a folder of sheets", "Sheets/regions"), ("a page", "Site/pages/out.md"),
  ])
  func linkOutOfTheProjectIsNotRead(what: String, path: String) async throws {
    let program = try await BuiltProgram([concept("alpha")])
    let target = path.hasSuffix(".md") ? "secret.md" : "secrets"
    try program.folder.put(
      "---\naim: draft\nname: Secret\ntitle: Secret\n---\n", at: path.hasSuffix(".md") ? "secret.md" : "secrets/secret.md")
    let link = program.folder("project/" + path)
    try FileManager.default.createDirectory(
      atPath: (link as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program.folder(target))
    let run = try program.run("build", "--drafts", "--project", "project", "--format", "short")
    #expect(run.status == 1)
    #expect(run.out == "\(path):1:1: error: Symbolic link leads out of the project [link-out-of-project]\n")
    #expect(program.folder.text("project/_site/index.html") == nil)
  }

  @Test(arguments: [
    ("Site/templates/_note.mustache", "{{#title}}", "Site/templates/_note.mustache:1:1: error: "),
    (
      "Site/templates/_note.mustache", "{{> _foter}}", "Site/templates/_note.mustache:1:5: error: Partial '_foter' does not exist"
    ),
    (
      "Site/templates/_note.mustache", "{{site_titel}}",
      "Site/templates/_note.mustache:1:3: error: Slot 'site_titel' does not exist"
    ),
    ("Site/site.yaml", "title: A\ntitel: B\n", "Site/site.yaml:2:1: error: Key 'titel' is not known"),
    (
      "Sheets/schemas/concept.schema.yaml", "type: object\nproprties: {}\n",
      "Sheets/schemas/concept.schema.yaml:2:1: error: Keyword 'proprties' is unknown"
    ),
  ])
  func mistakeInTheSetUpEndsWithTwo(path: String, text: String, report: String) async throws {
    let program = try await BuiltProgram([(path, text)])
    let run = try program.run("build", "--project", "project", "--format", "short")
    #expect(run.status == 2)
    #expect(run.out.hasPrefix(report), "\(run.out)")
    #expect(run.log.contains("nothing was published"))
    #expect(program.folder.text("project/_site/index.html") == nil)
  }

  @Test(arguments: [
    ("a-file", "The output 'a-file' is a file."), ("a-file/site", "'a-file/site' cannot be written"),
    ("project/Sheets/site", "which holds the sources"),
    ("project", "which holds the sources"), (".", "which holds the sources"), ("/proc/none", "cannot be written"),
  ])
  func outputThatCannotBeIsSaidAndEndsWithTwo(output: String, words: String) async throws {
    let program = try await BuiltProgram()
    try program.folder.put("mine", at: "a-file")
    let run = try program.run("build", "--project", "project", "--output", output)
    #expect(run.status == 2)
    #expect(run.log.contains(words), "\(run.log)")
    #expect(run.log.contains("Nothing was published."))
    #expect(program.folder.text("a-file") == "mine")
  }

  @Test func outputInUseByAnotherBuildEndsWithTwo() async throws {
    let program = try await BuiltProgram()
    let other = try program.folder.open("site")
    let run = try program.run("build", "--project", "project", "--output", "site")
    #expect(run.status == 2)
    #expect(run.log.contains("is in use by another build"))
    other.abandon()
    #expect(try program.run("build", "--project", "project", "--output", "site").status == 0)
  }

  @Test(arguments: [
    [:], ["LC_ALL": "C", "TZ": "nowhere"], ["SOURCE_DATE_EPOCH": "-9223372036854775808"],
    ["SOURCE_DATE_EPOCH": "9223372036854775807"],
  ])
  func oddSurroundingsDoNotMatter(environment: [String: String]) async throws {
    let program = try await BuiltProgram([concept("alpha")])
    #expect(try program.run("build", "--project", "project", environment: environment).status == 0)
  }
}
