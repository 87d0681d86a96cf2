import SourceText
import Testing
import Workspace

@testable import History

@Suite struct RevisionSourcesTests {
  private static let files = [
    "Site/site.yaml": "title: A\n", "Sheets/clusters/a.md": sheet("name: A"),
    "Sheets/schemas/cluster.schema.yaml": "type: object\n",
    "Themes/t.md": sheet("name: T"), "Site/templates/page.mustache": "x", "Site/pages/about.md": sheet("title: About"),
    "Site/styles/main.css": "a{}", "Site/scripts/list.js": "0", "Site/scripts/notes.txt": "no",
    "Site/data/countries.csv": "code\n", "Site/assets/logo.svg": "<svg/>",
    "Sheets/clusters/a/photo.jpg": "jpg",
    // What reading a folder passes over.
    "README.md": "no", "Sheets/unknown/x.md": "no", "Sheets/clusters/.hidden.md": "no", "Sheets/clusters/notes.txt": "no",
    "Themes/t/photo.jpg": "jpg", "Site/templates/notes.txt": "no",
    "Site/pages/deep/more.md": "x", "Site/notes/x.md": "no", "Site/LICENSE": "no", "Sheets/README.md": "no",
    "Sheets/schemas/x.yaml": "no",
    "Site/data/deep/more.csv": "x",
  ]

  private func repository(in folder: String = "") throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    for (path, text) in Self.files { try repository.put(folder + path, text) }
    try repository.commit()
    return repository
  }

  private func paths(_ set: SourceSet) -> [String] {
    (set.sheets + set.schemas + set.templates + set.pages + set.styles + set.scripts + set.data + [set.site]).map(\.path).sorted()
  }

  @Test(arguments: ["", "atlas/north/"]) func revisionIsReadAsItsFolderWould(prefix: String) async throws {
    let folder = try repository(in: prefix)
    let project = try #require(Project(at: folder.path + "/" + prefix))
    let onDisk = await ProjectReader.read(project, workers: 1)
    let repository = try folder.repository(prefix)
    let found = try repository.sources(at: repository.revision("HEAD"))
    #expect(paths(found) == paths(onDisk))
    #expect(found.assets == onDisk.assets)
    for path in paths(onDisk) { #expect(found.file(path)?.bytes == onDisk.file(path)?.bytes, "\(path)") }
  }

  @Test func earlierStateIsReadWhateverTheFolderHolds() throws {
    let folder = try repository()
    try folder.put("Sheets/clusters/a.md", sheet("name: Later"))
    folder.remove("Themes/t.md")
    let repository = try folder.repository()
    let found = try repository.sources(at: repository.revision("HEAD"))
    #expect(found.file("Sheets/clusters/a.md")?.bytes == Array(sheet("name: A").utf8))
    #expect(found.file("Themes/t.md") != nil)
  }

  @Test func projectThatIsYoungerThanTheRevisionIsSaid() throws {
    let folder = try TemporaryRepository()
    try folder.put("README.md", "x")
    try folder.commit()
    try folder.put("atlas/Site/site.yaml", "title: A\n")
    try folder.commit()
    let repository = try folder.repository("atlas")
    #expect(throws: GitError.noProject(revision: "HEAD~1")) { try repository.sources(at: repository.revision("HEAD~1")) }
  }

  @Test func linkStandsForTheFileItLeadsTo() throws {
    let folder = try repository()
    folder.link("Sheets/clusters/b.md", to: "../clusters/a.md")
    folder.link("Sheets/clusters/out.md", to: "../../../../etc/hostname")
    try folder.commit()
    let repository = try folder.repository()
    let found = try repository.sources(at: repository.revision("HEAD"))
    #expect(found.sheets.map(\.path) == ["Sheets/clusters/a.md", "Sheets/clusters/b.md", "Themes/t.md"])
    #expect(found.file("Sheets/clusters/b.md")?.bytes == Array(sheet("name: A").utf8))
  }

  @Test func oddNamesAndContentsSurvive() throws {
    let folder = try repository()
    let name = "Sheets/clusters/é \"quoted\" 新.md"
    try folder.put(name, "\0\n\nblob 12\n")
    try folder.put("Sheets/clusters/empty.md", "")
    try folder.commit()
    let repository = try folder.repository()
    let found = try repository.sources(at: repository.revision("HEAD"))
    #expect(found.file(name)?.bytes == Array("\0\n\nblob 12\n".utf8))
    #expect(found.file("Sheets/clusters/empty.md")?.bytes == [])
  }
}
