import EcosystemSchema
import SheetModel
import TestSupport
import Testing

private func percent(_ yaml: String) -> Int? {
  let schema = smallSchema()
  return Completeness(exampleSheet(yaml, field: schema), CompletenessScheme(schema)).percent
}

private let whole = """
  name: Example
  location: {countries: [FR], seat: {city: Lille}}
  size: {class: large}
  players: {businesses: [{name: Firm, sources: [s1]}]}
  """

@Test func aSheetThatAnswersEverythingHasAHundred() {
  #expect(percent(whole + "\nevidence: {location.seat: [s1]}") == 100)
}

@Test func aFactWithoutASourceCountsNothing() {
  // identity 10 of 10, location ½ of 10, classification 15, players 20: 50 of 55.
  #expect(percent(whole) == 91)
}

@Test func evidenceForTheParentIsEvidence() {
  #expect(percent(whole + "\nevidence: {location: [s1]}") == 100)
  #expect(percent(whole + "\nevidence: {location: []}") == 91)
}

@Test func aGapIsHalfAnAnswer() {
  // identity: name 1, founded ½; location: countries 1, seat ½; classification 0, for `unknown` is not filled; players 1:
  // (10 × 0.75 + 10 × 0.75 + 15 × 0 + 20 × 1) / 55 = 35 / 55.
  let yaml = """
    name: Example
    location: {countries: [FR]}
    size: {class: unknown}
    players: {businesses: [{name: Firm, sources: [s1]}]}
    gaps: [{field: founded, reason: not-found}, {field: location.seat, reason: not-found}]
    """
  #expect(percent(yaml) == 64)
}

@Test func aGapForTheDecidingValueIsAGapForTheField() {
  let yaml = "name: Example\nsize: {class: unknown}\ngaps: [{field: size.class, reason: not-found}]"
  // identity 1, location 0 of 2, classification ½, players 0: 17.5 of 55.
  #expect(percent(yaml) == 32)
}

@Test func whatIsNotApplicableLeavesTheDenominator() {
  let yaml = """
    name: Example
    location: {countries: [FR]}
    gaps: [{field: location.seat, reason: not-applicable}, {field: size, reason: not-applicable}, {field: players, reason: not-applicable}]
    """
  #expect(percent(yaml) == 100)
}

@Test func fieldsWithoutATierCountOnlyWhenSomethingIsSaid() {
  let yaml = whole + "\nevidence: {location.seat: [s1], founded: [s1]}\n"
  #expect(percent(yaml) == 100)
  #expect(percent(yaml + "founded: 1997\naliases: [Ex]") == 100)
  // Three of identity now, one of them without its source: 10 × 2/3 is missing 3.33 of 55.
  #expect(percent(whole + "\nevidence: {location.seat: [s1]}\nfounded: 1997\naliases: [Ex]") == 94)
}

@Test func emptyValuesAreNotFilled() {
  for value in ["\"\"", "[]", "unknown", "~", "[\"\"]"] {
    let schema = smallSchema()
    let completeness = Completeness(exampleSheet("name: \(value)", field: schema), CompletenessScheme(schema))
    #expect(completeness.entries.first?.answer == .silent, "\(value)")
  }
}

@Test func almostAHundredIsNotAHundred() {
  let many = (1...300).map { exampleField("f\($0)", tier: .listed, group: "identity") }
  let schema = exampleField("", many)
  let yaml = (1...299).map { "f\($0): x" }.joined(separator: "\n")
  #expect(Completeness(exampleSheet(yaml, field: schema), CompletenessScheme(schema)).percent == 99)
}

@Test func aSchemaWithoutGroupsCountsItsTieredFields() {
  let schema = exampleField(
    "",
    [
      exampleField("aim", tier: .listed), exampleField("name", tier: .listed), exampleField("year", tier: .full),
      exampleField("note"),
    ])
  let completeness = Completeness(exampleSheet("aim: listed\nname: Example", .concept, field: schema), CompletenessScheme(schema))
  #expect(completeness.entries.map(\.asked.path) == ["name", "year"])
  #expect(completeness.percent == 50)
}

@Test func anEmptySchemaHasNoScore() {
  let schema = exampleField("", [])
  #expect(Completeness(exampleSheet("name: Example", field: schema), CompletenessScheme(schema)).percent == nil)
}

@Test func theClusterSchemaGivesTheGroupsOfTheMethod() async throws {
  let analysis = await TestProject.minimal.value.analyze()
  let scheme = CompletenessScheme(try #require(analysis.schemas["cluster"]).root)
  var weights: [String: Int] = [:]
  for asked in scheme.asked { weights[asked.group] = Completeness.weight(of: asked.group) }
  #expect(weights.values.reduce(0, +) == 100)
  #expect(weights.count == 8)
  #expect(
    scheme.asked.filter { $0.group == "players" }.map(\.path) == ["players.businesses", "players.research", "players.training"])
  #expect(scheme.asked.filter { $0.group == "location" }.map(\.field.key) == ["countries", "subdivisions", "seat", "dimension"])
  #expect(scheme.components.count == 15)
}

@Test func componentsAreCounted() {
  let schema = smallSchema()
  let scheme = CompletenessScheme(schema)
  #expect(scheme.components.map(\.path) == ["players.businesses", "players.investors"])
  let example = exampleSheet(
    "players: {businesses: [{name: A, sources: [s1]}, {name: B}]}\ngaps: [{field: players.investors, reason: not-found}]",
    field: schema)
  #expect(
    scheme.counts(example) == [
      ComponentCount(items: 2, sourced: 1, gap: nil), ComponentCount(items: 0, sourced: 0, gap: "not-found"),
    ])
  #expect(scheme.counts(exampleSheet("name: x", field: schema))[1] == ComponentCount(items: 0, sourced: 0, gap: nil))
}

@Test func everyItemOfAListIsAFact() {
  let schema = smallSchema()
  let yaml = """
    founded: 1997
    location: {seat: {city: Lille}}
    players: {businesses: [{name: A, sources: [s1]}, {name: B}], investors: []}
    timeline: [{year: 2001}, {year: 2002, sources: [s1]}]
    evidence: {location: [s1]}
    """
  let facts = FactCount(exampleSheet(yaml, field: schema), CompletenessScheme(schema))
  #expect(facts.total == 6)
  #expect(facts.unsourced.map(\.value) == ["founded", "players.businesses", "timeline"])
  #expect(facts.sourced == 3)
}
