import Testing

@testable import EcosystemSchema

private let player = """
  title: Cluster
  properties:
    name: {$ref: "#/$defs/label", title: Name, x-tier: listed, examples: [Medicon Valley]}
    players:
      x-group: players
      type: object
      properties:
        businesses:
          type: array
          x-fact: true
          items: {$ref: "#/$defs/player", title: Business, properties: {kind: {title: Kind of business, enum: [sme, state-anchored], x-labels: {sme: SME}}}}
    to: {anyOf: [{type: string, x-refers-to: cluster}, {type: object, properties: {name: {type: string}}}]}
    part: {$ref: "#"}
    unit: {x-unit: degrees}
    indicator: {x-unit: {jobs: persons}, enum: [jobs], x-synonyms: {employees: jobs}}
    order: {oneOf: [{const: a, title: First}, {const: b}]}
    range: {type: [number, array], items: {type: number}, default: [1, "x, y", {b: 2}]}
  required: [name]
  $defs:
    label: {type: string, description: A label., format: date}
    player: {type: object, properties: {name: {type: string}, kind: {type: string, description: What kind.}, role: {enum: [x]}}, required: [name]}
  """

@Test func fieldsDescribeTheSchema() throws {
  let root = try schema(player).root
  #expect(root.title == "Cluster")
  #expect(root.children.map(\.key) == ["name", "players", "to", "part", "unit", "indicator", "order", "range"])
  let name = try #require(root.child("name"))
  #expect(name.title == "Name")
  #expect(name.description == "A label.")
  #expect(name.format == "date")
  #expect(name.tier == .listed)
  #expect(name.isRequired)
  #expect(name.example == "Medicon Valley")
  #expect(name.types == [.string])
}

@Test func referencedAndOwnPropertiesBecomeOneField() throws {
  let item = try #require(try schema(player).root.at("players.businesses")?.items)
  #expect(item.title == "Business")
  #expect(item.group == "players")
  #expect(item.children.map(\.key) == ["name", "kind", "role"])
  let kind = try #require(item.child("kind"))
  #expect(kind.title == "Kind of business")
  #expect(kind.description == "What kind.")
  #expect(kind.types == [.string])
  #expect(kind.values.map(\.label) == ["SME", "State anchored"])
  #expect(kind.label(of: "sme") == "SME")
  #expect(item.child("name")?.isRequired == true)
}

@Test func branchesAreMerged() throws {
  let root = try schema(player).root
  let to = try #require(root.child("to"))
  #expect(to.types == [.string, .object])
  #expect(to.refersTo == ["cluster"])
  #expect(to.child("name") != nil)
  #expect(root.child("order")?.values.map(\.label) == ["First", "B"])
  #expect(root.child("range")?.types == [.number, .array])
  #expect(root.child("range")?.items?.types == [.number])
  #expect(root.child("range")?.example == "[1, \"x, y\", {b: 2}]")
  #expect(root.child("unit")?.unit == "degrees")
  #expect(root.child("indicator")?.units == ["jobs": "persons"])
  #expect(root.child("indicator")?.synonyms == ["employees": "jobs"])
}

@Test func recursionIsCut() throws {
  let part = try #require(try schema(player).root.child("part"))
  #expect(part.title == "Cluster")
  #expect(part.children.isEmpty)
}

@Test func fieldsThatMultiplyAtEveryLevelAreCut() throws {
  let levels = (0..<40).map { "a\($0): {properties: {x: {$ref: \"#/$defs/a\($0 + 1)\"}, y: {$ref: \"#/$defs/a\($0 + 1)\"}}}" }
  _ = try schema("{$ref: \"#/$defs/a0\", $defs: {\(levels.joined(separator: ", ")), a40: {type: string}}}")
}
