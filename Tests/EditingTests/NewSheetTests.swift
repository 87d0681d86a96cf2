import EcosystemSchema
import Editing
import SheetAnalysis
import SheetModel
import SourceText
import TestSupport
import Testing

@Suite struct NewSheetTests {
  private static let today = CalendarDate("2026-11-22") ?? CalendarDate(secondsSince1970: 0)

  private func schema(_ kind: SheetKind) async throws -> Schema {
    let sources = await TestProject.minimal.value.sources
    return try #require(SchemaSet.compile(sources.schemas).set[kind.rawValue])
  }

  private func text(_ kind: SheetKind, country: String? = nil) async throws -> String {
    NewSheet.text(id: SheetID(kind, "my-sheet"), schema: try await schema(kind), country: country, today: Self.today)
  }

  private func report(_ kind: SheetKind, _ text: String) async -> String {
    await TestProject.with([(path: "\(kind.folder)/my-sheet.md", text: text)]).report()
  }

  /// The text with every waiting key made a key.
  private func uncommented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      guard rest.hasPrefix("#"), !rest.hasPrefix("# "), !rest.hasPrefix("## ") else { return String(line) }
      return String(indent + rest.dropFirst())
    }.joined(separator: "\n")
  }

  @Test(arguments: SheetKind.allCases, [nil, "FR"]) func aNewSheetIsInOrder(kind: SheetKind, country: String?) async throws {
    #expect(await report(kind, try await text(kind, country: country)) == "")
  }

  @Test(arguments: SheetKind.allCases) func everyFieldThatAnAimAsksForIsThere(kind: SheetKind) async throws {
    let text = try await text(kind)
    for field in try await schema(kind).root.children where field.isRequired || (field.tier ?? .draft) > .draft {
      #expect(text.contains("\n\(field.key):") || text.contains("\n#\(field.key):"), "\(field.key)")
    }
  }

  @Test(arguments: SheetKind.allCases, [nil, "FR"]) func waitingKeysAreKeysOfTheSchema(kind: SheetKind, country: String?)
    async throws
  {
    let found = await report(kind, uncommented(try await text(kind, country: country)))
    // Keys without values and sources that are not there yet are for the author to fill in; what is unknown or cannot be read would be the program's mistake.
    for line in found.split(separator: "\n") {
      #expect(
        ["[empty-field]", "[unknown-source]", "[too-few-items]", "[missing-companion]"].contains { line.hasSuffix($0) }, "\(line)"
      )
    }
  }

  @Test func requiredKeysOfItemsStandInThem() async throws {
    let text = try await text(.cluster)
    for key in [
      "- initiative:", "scope:", "- id:", "indicator:", "value:", "year:", "type:", "title:", "reliability:", "- field:",
      "reason:",
    ] {
      #expect(text.contains(key), "\(key)")
    }
  }

  @Test func theCountryStandsReady() async throws {
    #expect(try await text(.cluster, country: "DK").contains("\nlocation:\n  countries: [DK]\n  #subdivisions:"))
    #expect(try await text(.policy, country: "DK").contains("\ncountries: [DK]\n"))
    #expect(try await text(.concept, country: "DK").contains("DK") == false)
  }

  @Test func theDayAndTheNameAreFilledIn() async throws {
    let text = try await text(.cluster)
    #expect(text.contains("\nname: My sheet\n") && text.contains("\n  drafted: 2026-11-22\n"))
  }

  @Test(arguments: SheetKind.allCases) func aNewSheetIsReadInOneGo(kind: SheetKind) async throws {
    let lines = try await text(kind).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 300)
    #expect(lines.allSatisfy { $0.count <= 160 })
  }
}
