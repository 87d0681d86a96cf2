import Diagnostics
import SourceText
import Testing

@testable import EcosystemSchema

/// The only finding, as the rule, the text under the carets and the headline.
private func only(_ schemaText: String, _ sheet: String) throws -> (
  rule: String, marked: String, message: String, diagnostic: Diagnostic
) {
  let found = try findings(schemaText, sheet)
  #expect(found.count == 1, "\(found.map(\.message))")
  let first = try #require(found.first)
  #expect(first.sheet == "test")
  return (first.rule, SourceFile(path: "test.yaml", text: sheet).text(first.location.span), first.message, first)
}

@Test func namesTheNearestKeyAndReplacesIt() throws {
  let sheet = "name: x\nfoundded: 1990\n"
  let found = try only("{properties: {name: true, founded: true}, additionalProperties: false}", sheet)
  #expect(found.rule == "unknown-key")
  #expect(found.marked == "foundded")
  #expect(found.message == "Key 'foundded' is unknown")
  #expect(found.diagnostic.label == "did you mean 'founded'?")
  #expect(found.diagnostic.pointer == "")
  #expect(fixed(sheet, found.diagnostic) == "name: x\nfounded: 1990\n")
}

@Test func listsTheKeysThatMayStandHereWhereNoneIsNear() throws {
  let found = try only(
    "properties: {a: {properties: {name: true, kind: true}, additionalProperties: false}}", "a: {quality: 1, kind: x}")
  #expect(found.message == "Key 'quality' is unknown in 'a'")
  #expect(found.diagnostic.explanation == "Keys that may stand here: name.")
}

@Test func saysWhereAKeyBelongs() throws {
  let schema = """
    properties: {location: {properties: {seat: {properties: {city: true}, additionalProperties: false}}, additionalProperties: false}, name: true}
    additionalProperties: false
    """
  #expect(try only(schema, "city: x").diagnostic.label == "it belongs in 'location.seat'")
  #expect(try only(schema, "location: {name: x}").diagnostic.label == "it belongs to the top of the file, not indented")
  #expect(try only(schema, "{name: y, nam: x}").diagnostic.label == "'name' is here already")
}

@Test func keyWithASlipIsNotMissingAsWell() throws {
  let found = try only("{properties: {name: true}, required: [name], additionalProperties: false}", "nme: x")
  #expect(found.rule == "unknown-key")
}

@Test func namesTheMissingFieldAtItsParent() throws {
  let schema = """
    properties: {sources: {type: array, items: {required: [id, name], properties: {name: {title: Name, description: As printed.}}}}}
    """
  let found = try only(schema, "sources:\n  - {id: s1, name: x}\n  - id: s2\n    year: 1\n")
  #expect(found.rule == "missing-field")
  #expect(found.message == "Field 'name' is missing in 'sources[1]'")
  #expect(found.marked == "id")
  #expect(found.diagnostic.explanation == "Name: As printed.")
  #expect(found.diagnostic.pointer == "/sources/1")
  #expect(try only("properties: {a: {required: [b]}}", "a: {c: 1}").marked == "a")
  #expect(try only("required: [b]", "x: 1\n").marked == "x")
}

@Test func saysWhichTypeIsWanted() throws {
  let found = try only("properties: {founded: {title: Year, type: integer}}", "founded: long ago")
  #expect(found.rule == "wrong-type")
  #expect(found.message == "Year must be a whole number, not text")
  #expect(found.marked == "long ago")
  #expect(found.diagnostic.pointer == "/founded")
}

@Test(arguments: [
  ("properties: {a: {type: integer}}", "a: \"1997\"", "a: 1997"),
  ("properties: {a: {type: number}}", "a: 35 700", "a: 35700"),
  ("properties: {a: {type: array, items: {type: string}}}", "a: b", "a: [b]"),
  ("properties: {a: {type: array, items: {type: string}}}", "a: 'b, c'", "a: ['b, c']"),
  ("properties: {a: {type: boolean}}", "a: yes", "a: true"),
  ("properties: {a: {type: string}}", "a: [ b ]", "a: b"),
  ("properties: {a: {type: string, enum: [strong, weak]}}", "a: stronk", "a: strong"),
  ("properties: {a: {type: string, enum: [strong, weak]}}", "a: Weak", "a: weak"),
  ("properties: {a: {type: string, enum: [strong], x-synonyms: {high power: strong}}}", "a: High-Power", "a: strong"),
  ("properties: {a: {uniqueItems: true}}", "a: [b, c, b]", "a: [b, c]"),
  (
    "properties: {a: {properties: {lat: {maximum: 90}, lon: {maximum: 180}}}}", "a: {lat: 120.5, lon: 24.8}",
    "a: {lat: 24.8, lon: 120.5}"
  ),
])
func fixMendsTheValue(_ schemaText: String, _ bad: String, _ good: String) throws {
  let found = try only(schemaText, bad)
  #expect(fixed(bad, found.diagnostic) == good)
  #expect(try report(schemaText, good) == [])
}

@Test func namesTheNearestValueAndListsThem() throws {
  let found = try only(
    "properties: {fit: {title: Theme fit, enum: [strong, weak], x-question: Is it?}}", "fit: sstrong")
  #expect(found.message == "Theme fit 'sstrong' is not one of its values")
  #expect(found.diagnostic.label == "did you mean 'strong'?")
  #expect(found.diagnostic.explanation == "Is it? Values: strong or weak.")
}

@Test func anotherWordForAValueIsAWarning() throws {
  let found = try only("properties: {a: {enum: [venture-capital], x-synonyms: {vc: venture-capital}}}", "a: VC")
  #expect(found.rule == "synonym")
  #expect(found.diagnostic.severity == .warning)
}

@Test func emptyValueIsSaidAsSuch() throws {
  let schema =
    "properties: {year: {type: integer}, name: {type: string, minLength: 1}, tags: {type: array}, kind: {enum: [a]}, note: {type: string}}"
  let found = try findings(schema, "year:\nname: \"\"\ntags: ~\nkind:\nnote:\n")
  #expect(found.map(\.rule) == ["empty-field", "empty-field", "empty-field", "empty-field"])
  #expect(found.map(\.message) == ["Year has no value", "Name has no value", "Tags has no value", "Kind has no value"])
}

@Test func schemasMessageTakesThePlaceOfTheHeadline() throws {
  let schema =
    "{properties: {a: {$ref: \"#/$defs/y\"}, b: {$ref: \"#/$defs/y\", x-message: Outer}}, $defs: {y: {type: integer, x-message: Inner}}}"
  #expect(try findings(schema, "{a: x, b: x}").map(\.message) == ["Inner", "Outer"])
  #expect(try only("properties: {a: {allOf: [{pattern: b, x-message: Mine}], x-message: Outer}}", "a: c").message == "Mine")
}

@Test func saysByHowMuchATextIsTooLongOrTooShort() throws {
  #expect(try only("properties: {a: {maxLength: 3}}", "a: abcde").message == "A is 2 characters too long")
  #expect(try only("properties: {a: {minLength: 3}}", "a: ab").message == "A is 1 character too short")
}

@Test func countsItems() throws {
  #expect(try only("properties: {a: {minItems: 2}}", "a: [1]").message == "A has 1 item, it needs 2")
  let many = try only("properties: {a: {maxItems: 2}}", "a: [1, 2, 3, 4]")
  #expect(many.message == "A has 4 items, at most 2 may stand here")
  #expect(many.marked == "3")
}

@Test func repeatedItemPointsToTheFirst() throws {
  let found = try only("properties: {a: {title: Codes, uniqueItems: true}}", "a: [x, y, x]")
  #expect(found.message == "Codes names 'x' twice")
  #expect(found.diagnostic.pointer == "/a/2")
  #expect(found.diagnostic.notes.map { $0.location.span } == [Span(4, 5)])
}

@Test func missingCompanionIsSaidAtTheKeyThatNeedsIt() throws {
  let found = try only("properties: {r: {dependentRequired: {by: [on]}}}", "r: {by: x}")
  #expect(found.rule == "missing-companion")
  #expect(found.marked == "by")
  #expect(found.message == "Field 'on' is missing beside 'by' in 'r'")
}

@Test func forbiddenFieldIsSaidAtItsKey() throws {
  #expect(try only("properties: {rank: false}", "rank: 1").marked == "rank")
  let found = try only("not: {required: [rank]}", "a: 1\nrank: 1\n")
  #expect(found.rule == "not-allowed")
  #expect(found.marked == "rank")
}

@Test func swappedCoordinatesAreOneFinding() throws {
  let schema = "properties: {lat: {type: number, minimum: -90, maximum: 90}, lon: {type: number, minimum: -180, maximum: 180}}"
  #expect(try only(schema, "{lat: 120.9, lon: 24.8}").rule == "coordinates-swapped")
  #expect(try report(schema, "{lat: 120.9, lon: 100}") == ["out-of-range /lat"])
  #expect(try report(schema, "{lat: 120.9}") == ["out-of-range /lat"])
  #expect(try report(schema, "{lat: 24.8, lon: 120.9}") == [])
}

@Test func wrongParentHidesItsChildren() throws {
  let schema = "properties: {a: {type: object, required: [b], properties: {b: {type: integer}}}}"
  #expect(try report(schema, "a: x") == ["wrong-type /a"])
  #expect(try report(schema, "a: []") == ["wrong-type /a"])
}

@Test func oneCauseMetOnTwoWaysIsSaidOnce() throws {
  let schema =
    "{$ref: \"#/$defs/p\", properties: {k: {enum: [a]}}, required: [n], $defs: {p: {properties: {k: {type: string, maxLength: 1}}, required: [n]}}}"
  #expect(try report(schema, "k: bb") == ["missing-field ", "unknown-value /k"])
}

@Test func pointersAreEscaped() throws {
  #expect(try report("properties: {\"a/b~c\": {type: integer}}", "a/b~c: x") == ["wrong-type /a~1b~0c"])
}
