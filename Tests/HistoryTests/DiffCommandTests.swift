import Processes
import CommandLineTool
import TestSupport
import Testing

@testable import History

/// The command's exit statuses, on a project in a repository.
@Suite(.serialized) struct DiffCommandTests {
  private func project() throws -> TemporaryRepository {
    let folder = try TemporaryRepository()
    for (part, place) in [
      ("Site/templates", "Site"), ("Site/styles", "Site"), ("Site/data", "Site"), ("Themes", ""), ("Sheets/schemas", "Sheets"),
    ] {
      try folder.put("\(place)/.keep", "")
      let copied = Subprocess.run(
        ["cp", "-r", Repository.root + "/" + part, folder.path + "/" + place], environment: ["PATH=/usr/bin:/bin"])
      #expect(copied?.status == 0)
    }
    try folder.put("Site/site.yaml", "title: Example\n")
    try folder.put("Sheets/concepts/first.md", sheet("aim: draft", "name: First", "related: [second]"))
    try folder.put("Sheets/concepts/second.md", sheet("aim: draft", "name: Second"))
    try folder.commit()
    return folder
  }

  @Test func differencesAreNoFailure() async throws {
    let folder = try project()
    #expect(await Program.run(["diff", "main", "--project", folder.path]) == 0)
    try folder.put("Sheets/concepts/first.md", "---\nname: [\n")
    for format in ["text", "markdown", "json"] {
      #expect(await Program.run(["diff", "main", "--format", format, "--project", folder.path]) == 0)
    }
  }

  @Test func whatCannotBeReadEndsWithTwo() async throws {
    let folder = try project()
    #expect(await Program.run(["diff", "no-such-branch", "--project", folder.path]) == 2)
    #expect(await Program.run(["diff", "main", "no-such-branch", "--project", folder.path]) == 2)
    #expect(await Program.run(["check", "-q", "--changed-since", "no-such-branch", "--project", folder.path]) == 2)
  }

  @Test func onlyWhatChangedIsReported() async throws {
    let folder = try project()
    try folder.put("Sheets/concepts/old-slip.md", sheet("aim: draft", "name: Slip", "sumary: Misspelt"))
    try folder.commit()
    #expect(await Program.run(["check", "-q", "--project", folder.path]) == 1)
    #expect(await Program.run(["check", "-q", "--changed-since", "HEAD", "--project", folder.path]) == 0)
    #expect(await Program.run(["check", "-q", "--changed-since", "HEAD~1", "--project", folder.path]) == 1)
  }

  @Test func referenceToARemovedSheetIsReported() async throws {
    let folder = try project()
    let check = ["check", "-q", "--changed-since", "HEAD", "--project", folder.path]
    #expect(await Program.run(check) == 0)
    folder.remove("Sheets/concepts/second.md")
    #expect(await Program.run(check) == 1)
  }

  @Test func knownDebtsAreNotReported() async throws {
    let folder = try project()
    try folder.put("Sheets/concepts/slip.md", sheet("aim: draft", "name: Slip", "sumary: Misspelt"))
    let list = folder.path + "/debts.yaml"
    let check = ["check", "-q", "--project", folder.path, "--baseline", list]
    #expect(await Program.run(check) == 2, "the file is not there yet")
    #expect(await Program.run(check + ["--update-baseline"]) == 0)
    #expect(await Program.run(check) == 0)
    try folder.put("Sheets/concepts/slip.md", sheet("aim: draft", "name: Slip", "sumary: Misspelt", "naem: Again"))
    #expect(await Program.run(check) == 1)
    try folder.put("Sheets/concepts/slip.md", sheet("aim: draft", "name: Slip", "summary: Mended"))
    #expect(await Program.run(check + ["--fail-on", "warning"]) == 1, "the entry hides nothing any more")
    #expect(await Program.run(check + ["--fail-on", "warning", "--update-baseline"]) == 0)
    try folder.put("debts.yaml", "- {rule: no-such-rule, sheet: slip, reason: x}\n")
    #expect(await Program.run(check) == 2)
  }

  @Test func updateWantsAFileAndEverything() async throws {
    #expect(await Program.run(["check", "--update-baseline"]) == 2)
    #expect(await Program.run(["check", "--update-baseline", "--baseline", "x.yaml", "--changed-since", "HEAD"]) == 2)
    #expect(await Program.run(["check", "--update-baseline", "--baseline", "x.yaml", "Sheets"]) == 2)
  }
}
