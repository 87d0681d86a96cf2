import Testing

@Test func reportsAValueOutsideItsList() throws {
  #expect(try report("properties: {a: {enum: [x, y]}}", "a: z") == ["unknown-value /a"])
  #expect(try report("properties: {a: {enum: [x, y]}}", "a: y") == [])
}
