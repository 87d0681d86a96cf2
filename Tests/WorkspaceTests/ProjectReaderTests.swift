import Foundation
import SourceText
import Testing
import Workspace

/// A project with a site file and one sheet, and what else `fill` puts there, read.
private func read(
  workers: Int = 2, _ fill: (TemporaryFolder) throws -> Void = { _ in }
) async throws -> (set: SourceSet, project: Project) {
  let folder = try TemporaryFolder()
  try folder.write("Site/site.yaml", "title: Test\n")
  try folder.write("Sheets/clusters/a.md", "A")
  try fill(folder)
  let project = try #require(Project(at: folder.path))
  return (await ProjectReader.read(project, workers: workers), project)
}

/// Rule, path, and what is said at it.
private func said(_ set: SourceSet) -> [String] {
  set.diagnostics.map { "\($0.rule) \($0.location.path): \($0.label ?? $0.explanation ?? "-")" }.sorted()
}

private let linkWords = "It was not read. Copy the file it points to into the project."

@Test func everyFileComesWhereItBelongsInTheOrderOfThePaths() async throws {
  let (set, _) = try await read {
    for path in [
      "Sheets/policies/z.md", "Sheets/clusters/b.md", "Sheets/clusters/B.md", "Sheets/clusters/é.md", "Themes/t.md",
      "Sheets/schemas/b.schema.yaml",
      "Sheets/schemas/a.schema.yaml", "Site/templates/_head.mustache", "Site/templates/cluster.mustache", "Site/pages/about.md",
      "Site/styles/tokens.css", "Site/scripts/list.js",
      "Site/data/maps/world.json", "Site/data/README.md", "Site/assets/icons/a.svg", "Sheets/clusters/b/view.jpg",
      "Themes/t/photo.png",
    ] { try $0.write(path, path) }
  }
  #expect(set.diagnostics.isEmpty, "\(said(set))")
  #expect(
    set.sheets.map(\.path) == [
      "Sheets/clusters/B.md", "Sheets/clusters/a.md", "Sheets/clusters/b.md", "Sheets/clusters/é.md", "Sheets/policies/z.md",
      "Themes/t.md",
    ])
  #expect(set.schemas.map(\.path) == ["Sheets/schemas/a.schema.yaml", "Sheets/schemas/b.schema.yaml"])
  #expect(set.templates.map(\.path) == ["Site/templates/_head.mustache", "Site/templates/cluster.mustache"])
  #expect(set.pages.map(\.path) == ["Site/pages/about.md"] && set.styles.map(\.path) == ["Site/styles/tokens.css"])
  #expect(set.scripts.map(\.path) == ["Site/scripts/list.js"])
  #expect(set.data.map(\.path) == ["Site/data/README.md", "Site/data/maps/world.json"])
  #expect(set.assets.map(\.path) == ["Sheets/clusters/b/view.jpg", "Site/assets/icons/a.svg", "Themes/t/photo.png"])
  #expect(set.assets.map(\.size) == [26, 23, 18])
  #expect(set.site.text(Span(0, 99)) == "title: Test\n")
  #expect(set.sheets[0].text(Span(0, 99)) == "Sheets/clusters/B.md")
}

@Test func anyNumberOfWorkersReadsTheSame() async throws {
  for workers in [0, 1, 3, 64] {
    let (set, _) = try await read(workers: workers) { folder in
      for i in 0..<37 { try folder.write("Sheets/regions/r\(i).md", "\(i)") }
    }
    #expect(set.sheets.count == 38 && set.sheets.map(\.path) == set.sheets.map(\.path).sorted())
    #expect(set.sheets.allSatisfy { $0.path == "Sheets/clusters/a.md" || $0.stem == "r" + $0.text(Span(0, 9)) })
  }
}

@Test func aFolderOrFileInTheWrongPlaceIsNamed() async throws {
  let (set, _) = try await read {
    for path in [
      "Sheets/cluster/x.md", "Sheets/readme.md", "Sheets/clusters/notes.txt", "Sheets/schemas/old.yaml", "Site/templates/a.html",
      "Site/pages/p.png",
      "Site/style/a.css", "Site/note.txt", "Themes/list.csv",
    ] { try $0.write(path) }
  }
  #expect(
    said(set) == [
      "stray-file Sheets/cluster: did you mean 'clusters'?",
      "stray-file Sheets/clusters/notes.txt: It was not read: sheets end in .md; pictures lie in Sheets/clusters/<id>/.",
      "stray-file Sheets/readme.md: It was not read: sheets lie in the folder of their kind, such as Sheets/clusters/.",
      "stray-file Sheets/schemas/old.yaml: It was not read: schemas end in .schema.yaml.",
      "stray-file Site/note.txt: It was not read: Site/ holds site.yaml and folders only.",
      "stray-file Site/pages/p.png: It was not read: files in Site/pages/ end in .md.",
      "stray-file Site/style: did you mean 'styles'?",
      "stray-file Site/templates/a.html: It was not read: files in Site/templates/ end in .mustache.",
      "stray-file Themes/list.csv: It was not read: themes end in .md; pictures lie in Themes/<id>/.",
    ])
  #expect(set.sheets.count == 1 && set.assets.isEmpty)
}

@Test func licencesAndNotesForPeopleMayLieBesideTheFolders() async throws {
  let (set, _) = try await read {
    for path in ["Sheets/LICENSE", "Sheets/README.md", "Site/README.md"] { try $0.write(path) }
  }
  #expect(set.diagnostics.isEmpty && set.sheets.count == 1)
}

@Test func hiddenFilesAreLeftAlone() async throws {
  let (set, _) = try await read {
    for path in ["Sheets/.DS_Store", "Sheets/clusters/.a.md.swp", "Sheets/.git/x.md", "Site/assets/.hidden"] {
      try $0.write(path)
    }
  }
  #expect(set.diagnostics.isEmpty && set.sheets.count == 1 && set.assets.isEmpty)
}

@Test func linksInsideTheProjectAreFollowedToFilesOnly() async throws {
  let (set, _) = try await read {
    try $0.link("Sheets/clusters/b.md", to: "a.md")
    try $0.link("Sheets/clusters/dir", to: ".")
    try $0.link("Sheets/clusters/dangling.md", to: "nowhere.md")
    try $0.link("Sheets/clusters/loop.md", to: "loop.md")
  }
  #expect(set.sheets.map(\.path) == ["Sheets/clusters/a.md", "Sheets/clusters/b.md"])
  #expect(set.sheets.map { $0.text(Span(0, 9)) } == ["A", "A"])
  #expect(
    said(set) == [
      "unreadable-file Sheets/clusters/dangling.md: It is a link that leads nowhere.",
      "unreadable-file Sheets/clusters/dir: It is a link to a folder.",
      "unreadable-file Sheets/clusters/loop.md: It is a link that leads nowhere.",
    ])
}

@Test func linksOutOfTheProjectAreRefused() async throws {
  let outside = try TemporaryFolder()
  try outside.write("secret.md", "secret")
  let (set, project) = try await read {
    try $0.link("Sheets/clusters/s.md", to: outside.path + "/secret.md")
    try $0.link("Sheets/policies", to: outside.path)
    try $0.link("Themes", to: outside.path)
    try $0.link("Site/templates", to: outside.path)
  }
  #expect(
    said(set) == [
      "link-out-of-project Sheets/clusters/s.md: \(linkWords)", "link-out-of-project Sheets/policies: \(linkWords)",
      "link-out-of-project Site/templates: \(linkWords)",
      "link-out-of-project Themes: \(linkWords)",
    ])
  #expect(set.sheets.map(\.path) == ["Sheets/clusters/a.md"])
  #expect(project.file("Sheets/clusters/s.md") == nil)
}

@Test func aFolderOfTheProjectThatIsALinkIsRefusedOnce() async throws {
  let outside = try TemporaryFolder()
  try outside.write("clusters/a.md", "secret")
  try outside.write("schemas/a.schema.yaml", "secret")
  let folder = try TemporaryFolder()
  try folder.write("Site/site.yaml")
  try folder.link("Sheets", to: outside.path)
  let set = await ProjectReader.read(try #require(Project(at: folder.path)), workers: 1)
  #expect(said(set) == ["link-out-of-project Sheets: \(linkWords)"])
  #expect(set.sheets.isEmpty && set.schemas.isEmpty)
}

@Test(.timeLimit(.minutes(10))) func aPipeIsNotWaitedFor() async throws {
  let (set, _) = try await read { #expect(mkfifo($0.path + "/Sheets/clusters/pipe.md", 0o600) == 0) }
  #expect(said(set) == ["unreadable-file Sheets/clusters/pipe.md: It is no plain file."])
}

@Test(.enabled(if: geteuid() != 0, "root may read everything")) func aFileThatMayNotBeReadIsNamed() async throws {
  let (set, _) = try await read {
    try $0.write("Sheets/clusters/b.md")
    chmod($0.path + "/Sheets/clusters/b.md", 0)
    try $0.folder("Themes")
    chmod($0.path + "/Themes", 0)
  }
  #expect(
    said(set) == [
      "unreadable-file Sheets/clusters/b.md: Its permissions do not allow it.",
      "unreadable-file Themes: Its permissions do not allow it.",
    ])
}

@Test func aNameThatIsNotUTF8IsReportedAtItsFolder() async throws {
  let (set, _) = try await read { folder in
    let name: [CChar] = (folder.path + "/Sheets/clusters/").utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xE9), 0]
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
  }
  #expect(said(set) == ["unreadable-file Sheets/clusters: It holds a file whose name is not UTF-8."])
}

@Test func hugeFilesAreRefusedUnread() async throws {
  let (set, project) = try await read {
    try $0.write("Site/data/huge.json", bytes: [UInt8](repeating: 0x20, count: 20 << 20))
    try $0.write("Site/data/large.json", bytes: [UInt8](repeating: 0x20, count: SourceSet.hardLimit))
  }
  #expect(said(set) == ["unreadable-file Site/data/huge.json: It has more than 16 MiB."])
  #expect(set.data.map(\.bytes.count) == [SourceSet.hardLimit])
  #expect(project.file("Site/data/huge.json") == nil)
}

@Test func foldersThatAreTooDeepAreNamed() async throws {
  let (set, _) = try await read { try $0.write("Site/assets/1/2/3/4/5/6/7/8/9/a.png") }
  #expect(said(set) == ["unreadable-file Site/assets/1/2/3/4/5/6/7/8/9: It lies more than eight folders deep."])
}

@Test func aProjectWithoutSheetsIsRead() async throws {
  let folder = try TemporaryFolder()
  try folder.write("Site/site.yaml", "")
  let set = await ProjectReader.read(try #require(Project(at: folder.path)), workers: 2)
  #expect(set.sheets.isEmpty && set.diagnostics.isEmpty && set.site.path == "Site/site.yaml")
}
