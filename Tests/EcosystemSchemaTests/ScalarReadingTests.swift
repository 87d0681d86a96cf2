import Testing

@testable import EcosystemSchema

@Test(arguments: ["NO", "1.10", "1997", "true", "0x1F", "null", "~", "2026-03-09", "12:30", "\"a\""])
func plainScalarCountsAsTextWhereOnlyTextIsAllowed(_ value: String) throws {
  #expect(try report("properties: {a: {type: string}}", "a: \(value)") == [])
  #expect(try report("properties: {a: {type: [string, object]}}", "a: \(value)") == [])
  #expect(try report("{properties: {a: {$ref: \"#/$defs/t\"}}, $defs: {t: {type: string}}}", "a: \(value)") == [])
  #expect(try report("properties: {a: {allOf: [{type: string}, {minLength: 1}]}}", "a: \(value)") == [])
}

@Test func plainScalarKeepsItsTypeWhereOthersAreAllowed() throws {
  #expect(try report("properties: {a: {type: [string, integer], maximum: 5}}", "a: 7") == ["out-of-range /a"])
  #expect(try report("properties: {a: {oneOf: [{type: string}, {type: integer}]}}", "a: 7") == [])
  #expect(try report("properties: {a: {type: integer}}", "a: \"7\"") == ["wrong-type /a"])
  #expect(try report("properties: {a: {not: {type: string}}}", "a: 7") == [])
}

@Test func nullableTextReadsNumbersAsText() throws {
  let schema = "properties: {a: {type: [string, \"null\"], minLength: 3}}"
  #expect(try report(schema, "a: 1997") == [])
  #expect(try report(schema, "a: true") == [])
  #expect(try report(schema, "a:") == [])
  #expect(try report(schema, "a: 19") == ["too-short /a"])
}

@Test func valuesThatLookLikeNumbersAreTexts() throws {
  #expect(try report("properties: {v: {type: string, enum: [1.0, 1.10, NO]}}", "v: 1.10") == [])
  #expect(try report("properties: {v: {type: string, enum: [1.0, 1.10, NO]}}", "v: 1.1") == ["unknown-value /v"])
  #expect(try report("properties: {v: {enum: [NO, SE]}}", "v: NO") == [])
}

@Test func versionsThatAreEqualNumbersAreTwoItems() throws {
  #expect(try report("properties: {v: {items: {type: string}, uniqueItems: true}}", "v: [1.10, 1.1]") == [])
  #expect(try report("properties: {v: {items: {type: number}, uniqueItems: true}}", "v: [1.10, 1.1]") == ["duplicate-item /v/1"])
}

@Test func jsonIsReadAsItIsWritten() throws {
  #expect(try report("properties: {a: {type: string}}", "{\"a\": 7}", reading: .asWritten) == ["wrong-type /a"])
  #expect(try report("properties: {a: {type: string}}", "{\"a\": \"7\"}", reading: .asWritten) == [])
}
