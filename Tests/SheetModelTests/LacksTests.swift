import EcosystemSchema
import SheetModel
import TestSupport
import Testing

private func clusterField() async throws -> Field {
  try #require(await TestProject.minimal.value.analyze().schemas["cluster"]).root
}

private func item(_ id: String) -> String { "[{name: \(id), sources: [s1]}]" }

/// A cluster that lacks nothing for publishable.
private let publishable = """
  aim: publishable
  name: Example
  summary: A text.
  entity: place-based-cluster
  status: active
  theme: ict-nano
  location: {countries: [FR], subdivisions: [FR-IDF], seat: {city: Paris, lat: 48.8, lon: 2.3}, dimension: region}
  size: {class: large}
  anchorage: {type: agglomerated}
  life_cycle: {stage: growing}
  identified_by: [{initiative: x, scope: direct, sources: [s1]}]
  players: {businesses: \(item("A")), research: \(item("B")), training: \(item("C"))}
  resources: {human: \(item("D")), regional: \(item("E")), financial: \(item("F")), collective: \(item("G"))}
  figures: [{id: a}, {id: b}, {id: c}]
  review: {author: editor, drafted: 2026-05-04, confidence: high}
  sources:
    - {id: s1, type: press, title: One, publisher: First, reliability: B}
    - {id: s2, type: press, title: Two, publisher: Second, reliability: C}
  evidence: {founded: [s2]}
  """

private func lacks(_ yaml: String, for tier: Tier = .publishable, citing: [String] = ["s1", "s2"]) async throws -> [String] {
  let field = try await clusterField()
  return Lacks.of(exampleSheet(yaml, field: field, citing: citing), for: tier, field: field).map(\.what)
}

@Test func aPublishableClusterLacksNothing() async throws {
  #expect(try await lacks(publishable) == [])
}

@Test func aGapForTheDecidingValueAnswersForTheField() async throws {
  let unknown = publishable.replacing("class: large", with: "class: unknown")
  #expect(try await lacks(unknown) == ["size"])
  #expect(try await lacks(unknown + "\ngaps: [{field: size.class, reason: not-found}]") == [])
  #expect(try await lacks(unknown + "\ngaps: [{field: size, reason: not-found}]") == [])
}

@Test func aComponentNeedsAnItemWithASourceOrAGap() async throws {
  let bare = publishable.replacing("[{name: B, sources: [s1]}]", with: "[{name: B}]")
  #expect(try await lacks(bare) == ["an item with a source in players.research"])
  #expect(try await lacks(bare.replacing("evidence: {", with: "evidence: {players.research: [s1], ")) == [])
  #expect(try await lacks(bare + "\ngaps: [{field: players.research, reason: not-found}]") == [])
}

@Test func aGapIsNoFigure() async throws {
  let none = publishable.replacing("figures: [{id: a}, {id: b}, {id: c}]\n", with: "")
  #expect(try await lacks(none) == ["figures"])
  #expect(try await lacks(none + "\ngaps: [{field: figures, reason: not-published}]") == ["3 figures (has 0)"])
}

@Test func sourcesThatNothingCitesCountTowardsNoAim() async throws {
  let quiet = publishable.replacing("evidence: {founded: [s2]}", with: "")
  #expect(try await lacks(quiet, citing: ["s1"]) == ["sources from two publishers (has 1)"])
  let weak = publishable.replacing("reliability: B", with: "reliability: C")
  #expect(try await lacks(weak) == ["more sources of reliability A or B (2 of 2 are C)"])
}

@Test func fullAsksForItsOwnThingsEachOnce() async throws {
  #expect(
    try await lacks(publishable, for: .full) == [
      "governance", "policies", "relations", "timeline", "review.checked_by", "review.checked_on", "8 figures (has 3)",
      "figures over 3 kinds of resource (has 0)", "5 sources (has 2)", "a source of reliability A",
    ])
  let gaps =
    "\ngaps: [{field: governance, reason: not-found}, {field: policies, reason: not-found}, {field: relations, reason: not-found}]"
  #expect(
    try await lacks(publishable + gaps + "\ntimeline: [{year: 2001, event: x}]", for: .full).prefix(4) == [
      "review.checked_by", "review.checked_on", "8 figures (has 3)", "figures over 3 kinds of resource (has 0)",
    ])
}

@Test func aListedClusterIsAskedForLittle() async throws {
  #expect(try await lacks("name: Example", for: .listed) == ["status", "theme", "location", "identified_by", "sources"])
}
