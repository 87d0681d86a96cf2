import FrontMatter
import SourceText
import TestSupport
import Testing

@testable import History

@Suite struct FieldComparisonTests {
  private func value(_ yaml: String) throws -> DataValue {
    DataValue(try #require(YAMLReader.read(SourceFile(path: "x.yaml", text: yaml)).tree).root)
  }

  private func changes(_ before: String, _ after: String) throws -> [String] {
    try FieldComparison.compare(value(before), value(after), field: nil, formerField: nil).map {
      "\($0.topic.rawValue) \($0.path): \($0.beforeText ?? "") > \($0.afterText ?? "")"
    }
  }

  @Test func nestedValueIsNamedByItsPath() throws {
    #expect(
      try changes("location: {seat: {city: A, lat: 1}}", "location: {seat: {city: B, lat: 1}}") == [
        "field location.seat.city: A > B"
      ])
  }

  @Test(arguments: [
    ("a: 'x'\nb: [1, 2]", "# said anew\nb:\n  - 1\n  - 2\na: x"),
    ("a: >-\n  one two\n  three", "a: one two three"),
    ("a: |\n  one", "a: one"),
    ("a: ~\nb: []", "c: \"\""),
    ("year: 1997", "year: \"1997\""),
    ("share: 0.5", "share: 0.50"),
    ("players: {research: [{name: A, kind: rto}, {name: B}]}", "players: {research: [{name: B}, {kind: rto, name: A}]}"),
  ]) func styleIsNoChange(before: String, after: String) throws {
    #expect(try changes(before, after) == [])
  }

  @Test func itemsAreMatchedByNameNotByPlace() throws {
    #expect(
      try changes(
        "players: {businesses: [{name: A, kind: sme}, {name: B, kind: sme}]}",
        "players: {businesses: [{name: New, kind: large}, {name: B, kind: large}, {name: A, kind: sme}]}")
        == ["field players.businesses[New]:  > kind large", "field players.businesses[B].kind: sme > large"])
  }

  @Test func correctedNameIsOneChange() throws {
    #expect(
      try changes("players: {research: [{name: Instiute, kind: rto}]}", "players: {research: [{name: Institute, kind: rto}]}")
        == ["field players.research[Institute].name: Instiute > Institute"])
  }

  @Test func sameNameTwiceIsToldApart() throws {
    #expect(
      try changes(
        "policies: [{policy: p, role: label}, {policy: p, role: funding}]",
        "policies: [{policy: p, role: label}, {policy: p, role: promotion}]")
        == ["field policies[p (2)].role: funding > promotion"])
  }

  @Test func relationIsNamedByWhereItLeads() throws {
    #expect(
      try changes(
        "relations: [{to: {name: Far, country: US}, type: twinning}]",
        "relations: [{to: {name: Far, country: US}, type: network}]")
        == ["relation relations[Far].type: twinning > network"])
  }

  @Test func figureIsToldWithYearAndUnit() throws {
    #expect(
      try changes(
        "figures: [{id: jobs, indicator: employment, value: 40000, unit: persons, year: 2021, note: a}]",
        "figures: [{id: jobs, indicator: employment, value: [41000, 42000], unit: persons, qualifier: about, year: 2022, note: b}]"
      )
        == [
          "figure figures[jobs]: 40,000 persons, 2021 > about 41,000 to 42,000 persons, 2022", "figure figures[jobs].note: a > b",
        ])
    #expect(
      try changes(
        "figures: []",
        "figures: [{id: jobs, indicator: employment, value: 1.5, scale: million, unit: persons, year: [2018, 2022]}]")
        == ["figure figures[jobs]:  > employment: 1.5 million persons, 2018–2022"])
  }

  @Test func unitOfAnIndicatorComesFromTheSchema() async throws {
    let field = try #require(await TestProject.minimal.value.analyze().schemas["cluster"]?.root)
    let before = try value("figures: [{id: jobs, indicator: employment, value: 5, year: 2021}]")
    let after = try value("figures: [{id: jobs, indicator: employment, value: 6, year: 2021}]")
    let found = FieldComparison.compare(before, after, field: field, formerField: nil)
    #expect(found.map(\.afterText) == ["6 persons, 2021"])
    #expect(found.map(\.title) == ["Figures › jobs"])
  }

  @Test func sourceIsCitedByIdWithOrWithoutItsPage() throws {
    #expect(
      try changes("sources: []\nx: {sources: [s1, s2]}", "x: {sources: [{id: s1, at: p. 3}, s2]}") == [
        "field x.sources[s1]: s1 > s1 (at p. 3)"
      ])
  }

  @Test func orderOfPlainValuesIsTold() throws {
    #expect(try changes("countries: [DK, SE]", "countries: [SE, DK]") == ["field countries: DK, SE > SE, DK"])
    #expect(
      try changes("countries: [DK, SE]", "countries: [NO, DK]") == ["field countries[NO]:  > NO", "field countries[SE]: SE > "])
  }

  @Test func textsThatLookLikeNumbersAreTextsWhereTheSchemaSaysSo() async throws {
    let schema = try #require(await TestProject.minimal.value.analyze().schemas["cluster"]?.root)
    func read(_ yaml: String) throws -> DataValue {
      DataValue(try #require(YAMLReader.read(SourceFile(path: "x.yaml", text: yaml)).tree).root, schema)
    }
    #expect(try read("name: 1.10") != read("name: 1.1"))
    #expect(try read("founded: 1997") == read("founded: 1997.0"))
    #expect(try read("location: {countries: [NO]}") == read("location: {countries: [\"NO\"]}"))
  }

  @Test func valuesThatCameAreMirroredByValuesThatWent() throws {
    let states = [
      "a: 1", "a: {b: [1, {name: x, c: 2}]}", "a: [x, y]\nfigures: [{id: f, value: 1}]", "figures: [{id: f, value: 2}, {id: g}]",
      "a: {b: [{name: x, c: 3}]}",
    ]
    for before in states {
      #expect(try changes(before, before) == [])
      for after in states {
        let there = try FieldComparison.compare(value(before), value(after), field: nil, formerField: nil)
        let back = try FieldComparison.compare(value(after), value(before), field: nil, formerField: nil)
        #expect(
          there.map { "\($0.path) \($0.beforeText ?? "") \($0.afterText ?? "")" }.sorted()
            == back.map { "\($0.path) \($0.afterText ?? "") \($0.beforeText ?? "")" }.sorted())
      }
    }
  }
}
