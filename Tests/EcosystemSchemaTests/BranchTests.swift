import Testing

@testable import EcosystemSchema

private let shapes = """
  oneOf:
    - {properties: {kind: {const: circle}, radius: {type: number}}, required: [kind, radius], additionalProperties: false}
    - {properties: {kind: {const: square}, side: {type: number}}, required: [kind, side], additionalProperties: false}
  """

@Test func discriminatorPicksTheBranch() throws {
  #expect(try report(shapes, "{kind: square, side: x}") == ["wrong-type /side"])
  #expect(try report(shapes, "{kind: circle}") == ["missing-field "])
  #expect(try report(shapes, "{kind: square, side: 1}") == [])
}

@Test func unknownDiscriminatorIsAnUnknownValue() throws {
  let found = try findings(shapes, "{kind: sqare, side: 1}")
  #expect(found.map(\.rule) == ["unknown-value"])
  #expect(found.first?.label == "did you mean 'square'?")
  #expect(try findings(shapes, "{side: 1}").map(\.message) == ["Field 'kind' is missing"])
}

@Test func typeOfTheValuePicksTheBranch() throws {
  let schema = "properties: {to: {anyOf: [{type: string, pattern: \"^a\"}, {type: object, required: [name]}]}}"
  #expect(try report(schema, "to: b") == ["bad-pattern /to"])
  #expect(try report(schema, "to: {x: 1}") == ["missing-field /to"])
  #expect(try findings(schema, "to: []").map(\.message) == ["To must be text or a group of keys and values, not a list"])
}

@Test func branchesOfValuesAreOneList() throws {
  let schema = "properties: {a: {oneOf: [{const: x, title: Ex}, {const: y}, {enum: [z]}]}}"
  #expect(try findings(schema, "a: w").first?.explanation == "Values: x, y or z.")
}

@Test func nearestBranchIsExplained() throws {
  let schema = "anyOf: [{required: [a, b, c]}, {required: [d], properties: {e: {type: integer}}}]"
  #expect(try report(schema, "{d: 1, e: x}") == ["wrong-type /e"])
}

@Test func twoFittingBranchesAreSaid() throws {
  #expect(try report("properties: {a: {oneOf: [{type: integer}, {minimum: 1}]}}", "a: 3") == ["not-allowed /a"])
}

@Test func conditionLeadsToItsBranch() throws {
  let schema =
    "{if: {required: [i], properties: {i: {const: other}}}, then: {required: [label]}, properties: {label: {title: Label}}}"
  #expect(try report(schema, "i: other") == ["missing-field "])
  #expect(try report(schema, "i: jobs") == [])
}

@Test func conditionOnAWrongValueLeadsNowhere() throws {
  let schema =
    "{properties: {aim: {enum: [draft, full], x-synonyms: {stub: draft}}}, if: {properties: {aim: {const: draft}}}, else: {required: [name]}}"
  #expect(try report(schema, "aim: stub") == ["synonym /aim"])
  #expect(try report(schema, "aim: fulll") == ["unknown-value /aim"])
  #expect(try report(schema, "aim: full") == ["missing-field "])
}
