import Linking
import MarkdownBody
import SheetModel
import TestSupport
import Testing

@Suite struct AtlasTests {
  private let files = [
    (
      "Sheets/clusters/a.md",
      "---\naim: draft\nname: A\ntheme: ict-nano\nrelations: [{to: b, type: network, programme: twin}]\n---\n\n[[b]] [[a]]\n"
    ),
    ("Sheets/clusters/b.md", "---\naim: draft\nname: B\n---\n"),
    ("Sheets/policies/twin.md", "---\naim: draft\nname: P\n---\n"),
    ("Sheets/initiatives/twin.md", "---\naim: draft\nname: I\n---\n"),
    ("Sheets/concepts/broken.md", "Nothing.\n"),
  ]

  @Test func sheetsAreInTheOrderOfTheirKindsAndIds() async {
    let atlas = await TestProject.with(files).analyze().atlas
    #expect(
      atlas.sheets.prefix(4).map(\.path) == [
        "Sheets/clusters/a.md", "Sheets/clusters/b.md", "Sheets/policies/twin.md", "Sheets/initiatives/twin.md",
      ])
    #expect(atlas.sheets(of: .theme).count == 5)
    #expect(atlas.unreadable == [SheetID(.concept, "broken")])
  }

  @Test func whoRefersToWhom() async {
    let atlas = await TestProject.with(files).analyze().atlas
    #expect(atlas.backlinks(to: SheetID(.cluster, "b")).map(\.field) == ["relations.to", nil])
    #expect(atlas.backlinks(to: SheetID(.theme, "ict-nano")).map(\.from) == [SheetID(.cluster, "a")])
    // Nobody refers to oneself, and of two kinds the schema's first is meant.
    #expect(atlas.backlinks(to: SheetID(.cluster, "a")).isEmpty)
    #expect(atlas.backlinks(to: SheetID(.policy, "twin")).count == 1 && atlas.backlinks(to: SheetID(.initiative, "twin")).isEmpty)
  }

  @Test func idsAreKnownByTheirKinds() async {
    let atlas = await TestProject.with(files).analyze().atlas
    #expect(atlas.ids(of: [.cluster, .policy]) == ["a", "b", "twin"])
    #expect(atlas.kinds(of: "twin") == [.policy, .initiative])
    #expect(atlas.kinds(of: "broken") == [.concept] && atlas.kinds(of: "nobody") == [])
  }
}
