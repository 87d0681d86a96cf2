import EcosystemSchema
import FrontMatter
import SheetModel
import SourceText
import TestSupport
import Testing

/// The model of a sheet with this front matter, whatever the schema says to it.
private func sheet(_ front: String, kind: SheetKind = .cluster, body: String = "") async throws -> Sheet {
  let path = "\(kind.folder)/example.md"
  let analysis = await TestProject.with([(path, "---\naim: draft\nname: Example\n\(front)\n---\n\(body)")]).analyze()
  return try #require(analysis.atlas[SheetID(kind, "example")])
}

private func onlyFigure(_ rest: String) async throws -> Figure? {
  try await sheet("figures:\n  - {id: a, indicator: employment, scope: cluster, sources: [s1], \(rest)}").figures.first
}

@Suite struct SheetBuilderTests {
  @Test func namesAimsAndAliasesAreLocated() async throws {
    let sheet = try await sheet("aliases: [One, 2, {a: b}]\nsummary: A text.")
    #expect(sheet.name.value == "Example" && sheet.aim.value == .draft && sheet.isDraft)
    #expect(sheet.aliases.map(\.value) == ["One", "2"])
    #expect(sheet.aliases.first?.span == Span(39, 42))
    #expect(sheet.summary == "A text.")
  }

  @Test func aSheetWithoutANameHasItsIdAndNoPlace() async throws {
    let analysis = await TestProject.with([
      ("Sheets/concepts/x.md", "---\naim: full\n---\n"), ("Themes/y.md", "---\nname: [Y]\n---\n"),
    ]).analyze()
    let concept = try #require(analysis.atlas[SheetID(.concept, "x")])
    #expect(concept.name.value == "x" && concept.name.span.isEmpty && concept.aim.value == .full)
    // A theme need not say its aim.
    let theme = try #require(analysis.atlas[SheetID(.theme, "y")])
    #expect(theme.name.value == "y" && theme.aim.value == .publishable && theme.theme?.shape == "circle")
  }

  @Test func aClusterKnowsWhereItLiesAndWhoNamesIt() async throws {
    let sheet = try await sheet(
      """
      theme: ict-nano
      secondary_themes: [creative-industries]
      founded: 1997
      size: {class: large, figure: jobs}
      location:
        countries: [DK, SE]
        subdivisions: [DK-84]
        seat: {city: Copenhagen, lat: 55.7, lon: 12.5}
        places: [{name: Lund, lat: 55.7, lon: 13.2}, {name: Nowhere}]
      identified_by:
        - {initiative: one, scope: direct}
        - {initiative: two, scope: area}
        - {scope: direct}
      relations:
        - {to: other, type: network, from: 2006, until: 2010}
        - {to: {name: Other, country: JP}, type: network}
        - {to: other}
      """)
    let cluster = try #require(sheet.cluster)
    #expect(cluster.theme?.value == "ict-nano" && cluster.secondaryThemes == ["creative-industries"])
    #expect(cluster.founded?.value == 1997 && cluster.sizeClass?.value == "large" && cluster.sizeFigure == "jobs")
    #expect(cluster.countries.map(\.value) == ["DK", "SE"] && cluster.subdivisions.map(\.value) == ["DK-84"])
    #expect(cluster.seat?.city == "Copenhagen" && cluster.seat?.latitude.value == 55.7)
    #expect(cluster.places.map(\.name) == ["Lund"])
    #expect(
      cluster.identifications.map(\.initiative) == ["one", "two"] && cluster.identifications.map(\.isDirect) == [true, false])
    #expect(cluster.relations.map(\.to.value) == ["other"])
    #expect(cluster.relations.first?.from?.value == 2006 && cluster.relations.first?.until == 2010)
  }

  /// What the schema refuses is missing or odd in the model; nothing traps.
  @Test(arguments: [
    "location: DK", "location: [DK]", "location: {countries: DK, seat: Copenhagen}",
    "location: {seat: {city: [a], lat: north, lon: }}", "relations: other",
    "relations: [other, [a], {to: [a], type: {a: b}}]", "figures: 3", "figures: [3, [], {}, {id: [a]}, {id: a, value: []}]",
    "gaps: founded",
    "gaps: [founded, {field: [a], reason: {}}, {field: \"\"}]", "sources: s1", "sources: [s1, {id: {}}, {id: a, title: [b]}]",
    "identified_by: {a: b}", "founded: long ago",
    "founded: [1997]", "theme: {a: b}", "evidence: [founded]", "evidence: {founded: s1}", "players: [a]",
    "resources: {human: {name: a}}", "aim: [full]", "review: today",
    "size: {class: [large], figure: {a: b}}", "timeline: {year: 1997}", "image: a.jpg", "governance: {label: gold, figures: a}",
  ]) func oddTreesAreRead(front: String) async throws {
    let sheet = try await sheet(front)
    #expect(sheet.sources.allSatisfy { !$0.id.value.isEmpty && !$0.title.isEmpty })
    #expect(sheet.gaps.allSatisfy { !$0.field.value.isEmpty })
    #expect(sheet.figures.isEmpty)
  }

  @Test func oneSourceInPlaceOfAListCountsAsNamed() async throws {
    let named = try await sheet("anchorage: {type: hybrid, sources: \"s1, s2\"}").localReferences
    #expect(named.map(\.id) == ["s1", "s2"] && named.allSatisfy { $0.kinds == ["source"] && $0.field == "anchorage.sources" })
  }

  @Test func referencesAreFoundWhereverTheSchemaHasThem() async throws {
    let sheet = try await sheet(
      "theme: ict-nano\nlocation: {countries: [DK]}\nx-own: {theme: other}\npolicies: [{policy: a, sources: [{id: s1, at: p. 3}]}]\nrelations: [{to: b, type: network, programme: c}]"
    )
    #expect(
      sheet.references.map(\.field) == ["theme", "location.countries", "policies.policy", "relations.to", "relations.programme"])
    #expect(sheet.references.map(\.id) == ["ict-nano", "DK", "a", "b", "c"])
    #expect(sheet.references.last?.kinds == ["policy", "initiative"])
    #expect(sheet.localReferences.map(\.id) == ["s1"])
  }

  @Test func figuresHaveEndsScaleAndYears() async throws {
    let figure = try #require(try await onlyFigure("value: [1.5, 2], scale: million, year: [2018, 2022]"))
    #expect(figure.low == 1.5 && figure.lowest == 1_500_000 && figure.highest == 2_000_000)
    #expect(figure.years == 2018...2022 && figure.hasSource)
    #expect(try await onlyFigure("value: 5, year: undated")?.years == nil)
    #expect(try await onlyFigure("value: 5, year: [2022, 2018]")?.years == 2022...2022)
    #expect(try await onlyFigure("value: many, year: 2022") == nil)
  }

  @Test(arguments: [
    ("value: 5", 5.0, 5.0), ("value: [5, 7]", 5, 7), ("value: 5, qualifier: more-than", 5, .infinity),
    ("value: 5, qualifier: less-than", -.infinity, 5),
    ("value: [7, 5]", 5, 7), ("value: 5, qualifier: about, scale: thousand", 5000, 5000), ("value: .nan", -.infinity, .infinity),
  ]) func boundsAreWhereTheTrueValueMayLie(rest: String, least: Double, most: Double) async throws {
    let figure = try #require(try await onlyFigure(rest + ", year: 2022"))
    #expect(figure.bounds == least...most)
  }

  @Test func diagnosticsPointIntoTheTree() async throws {
    let project = await TestProject.with([
      (
        "Sheets/clusters/x.md",
        "---\naim: draft\nname: X\nfounded: 2031\nlocation: {countries: [DK], seat: {city: A, lat: 48.9, lon: 2.3}}\ngovernance: {figures: [b], a/b: 1}\ngaps: [{field: nothing, reason: not-found}]\nevidence: {nought: []}\n---\n\n[@s1]\n"
      )
    ])
    let found = await project.diagnostics()
    #expect(
      Dictionary(found.map { ($0.rule, $0.pointer ?? "none") }, uniquingKeysWith: { $0 + " " + $1 }) == [
        "impossible-year": "/founded", "coordinates-outside-country": "/location/seat", "unknown-figure": "/governance/figures/0",
        "unknown-key": "/governance", "unknown-gap-field": "/gaps/0/field /evidence/nought", "unknown-source": "none",
      ])
    #expect(found.allSatisfy { $0.sheet == "x" })
  }
}
