import Foundation
import SourceText
import Testing
import Workspace

@Test func theNearestProjectUpwardsIsFound() throws {
  let folder = try TemporaryFolder()
  try folder.write("Site/site.yaml")
  try folder.folder("Sheets/clusters")
  try folder.write("inner/Site/site.yaml")
  try folder.folder("inner/Sheets")
  #expect(Project.nearest(to: folder.path)?.root == folder.path)
  #expect(Project.nearest(to: folder.path + "/Sheets/clusters")?.root == folder.path)
  #expect(Project.nearest(to: folder.path + "/Sheets/../Sheets/clusters/")?.root == folder.path)
  #expect(Project.nearest(to: folder.path + "/inner/Sheets")?.root == folder.path + "/inner")
  #expect(Project.nearest(to: folder.path + "/nowhere") == nil)
  #expect(Project.nearest(to: "/") == nil)
}

@Test func aFolderWithoutASiteFileIsNoProject() throws {
  let folder = try TemporaryFolder()
  #expect(Project(at: folder.path) == nil)
  try folder.folder("Site/site.yaml")
  #expect(Project(at: folder.path) == nil)
}

@Test func aLinkToAProjectIsThatProject() throws {
  let folder = try TemporaryFolder()
  try folder.write("real/Site/site.yaml")
  try folder.link("link", to: "real")
  #expect(Project(at: folder.path + "/link")?.root == folder.path + "/real")
}

@Test func filesAreReadAgainOnlyInsideTheProject() throws {
  let folder = try TemporaryFolder()
  try folder.write("p/Site/site.yaml", "title: T")
  try folder.write("outside.md", "secret")
  let project = try #require(Project(at: folder.path + "/p"))
  #expect(project.file("Site/site.yaml")?.text(Span(0, 8)) == "title: T")
  #expect(project.file("../outside.md") == nil)
  #expect(project.file("Site/none.yaml") == nil)
  #expect(project.file("Site") == nil)
}

@Test func pathsThatPeopleTypeAreTakenRelativeToTheProject() throws {
  let folder = try TemporaryFolder()
  try folder.write("p/Site/site.yaml")
  try folder.write("p/Sheets/clusters/a.md")
  try folder.write("pp/b.md")
  let project = try #require(Project(at: folder.path + "/p"))
  #expect(project.relativePath(folder.path + "/p/Sheets/../Sheets/clusters/a.md") == "Sheets/clusters/a.md")
  #expect(project.relativePath(folder.path + "/p") == "")
  #expect(project.relativePath(folder.path + "/pp/b.md") == nil)
  #expect(project.relativePath(folder.path + "/p/none.md") == nil)
  #expect(Project.currentFolder.hasPrefix("/"))
}

@Test func filesOfASetAreFoundByTheirPath() {
  let paths = [
    "Sheets/clusters/b.md", "Themes/t.md", "Sheets/clusters/a.md", "Site/site.yaml", "Site/data/x.json", "Sheets/policies/p.md",
  ]
  let set = SourceSet(files: paths.map { SourceFile(path: $0, text: $0) })
  #expect(set.sheets.map(\.path) == ["Sheets/clusters/a.md", "Sheets/clusters/b.md", "Sheets/policies/p.md", "Themes/t.md"])
  for path in paths { #expect(set.file(path)?.text(Span(0, 99)) == path) }
  #expect(set.file("Sheets/clusters/ab.md") == nil && set.file("") == nil)
  let unsorted = SourceSet(
    site: SourceFile(path: "Site/site.yaml", bytes: []), sheets: ["c", "a", "b"].map { SourceFile(path: $0, text: $0) })
  for path in ["a", "b", "c"] { #expect(unsorted.file(path)?.path == path) }
}
