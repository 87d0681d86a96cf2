import Linking
import SheetModel
import TestSupport
import Testing

@Suite struct VisibilityBandTests {
  private static let methods = ["statistical-database", "empirical-study", "certification"]

  /// The visibility of a cluster that is named by initiatives of these methods.
  private func visibility(_ named: [(method: Int, isDirect: Bool)]) async throws -> Visibility? {
    var files = named.enumerated().map { place, item in
      ("Sheets/initiatives/i\(place).md", "---\naim: draft\nname: I\(place)\nmethod: \(Self.methods[item.method])\n---\n")
    }
    let entries = named.enumerated().map {
      "\n  - {initiative: i\($0), scope: \($1.isDirect ? "direct" : "area"), sources: [s1]}"
    }.joined()
    files.append(("Sheets/clusters/x.md", "---\naim: draft\nname: X\nidentified_by:\(entries.isEmpty ? " []" : entries)\n---\n"))
    let atlas = await TestProject.with(files).analyze().atlas
    let sheet = try #require(atlas[SheetID(.cluster, "x")])
    return atlas.visibility(of: sheet)
  }

  /// One sign an initiative: `0` to `2` are methods that name the area, `a` to `c` the same methods where they name the cluster itself.
  @Test(arguments: [
    ("0120", VisibilityBand.one), ("abca", .one), ("aabb", .two), ("abc", .two), ("a1", .two), ("01", .four), ("0011", .four),
    ("aaaa", .three), ("a", .three),
    ("a0", .three), ("0", .four), ("012", .four), ("00000", .four),
  ]) func bandsAreThoseOfTheMethodPage(named: String, band: VisibilityBand) async throws {
    let signs: [Character: (method: Int, isDirect: Bool)] = [
      "0": (0, false), "1": (1, false), "2": (2, false), "a": (0, true), "b": (1, true), "c": (2, true),
    ]
    let items = named.compactMap { signs[$0] }
    #expect(try await visibility(items)?.band == band)
  }

  @Test func whatNobodyNamesHasNoBand() async throws { #expect(try await visibility([]) == nil) }

  @Test func anInitiativeCountsOnce() async throws {
    let files = [
      ("Sheets/initiatives/i.md", "---\naim: draft\nname: I\nmethod: [odd]\n---\n"),
      (
        "Sheets/clusters/x.md",
        "---\naim: draft\nname: X\nidentified_by:\n  - {initiative: i, scope: area}\n  - {initiative: i, scope: direct}\n  - {initiative: gone, scope: area}\n---\n"
      ),
    ]
    let atlas = await TestProject.with(files).analyze().atlas
    let sheet = try #require(atlas[SheetID(.cluster, "x")])
    let visibility = try #require(atlas.visibility(of: sheet))
    #expect(visibility.initiatives == ["i", "gone"] && visibility.methods == [] && visibility.band == .three)
  }
}
