import Diagnostics
import SourceText
import Testing

@testable import EcosystemSchema

@Test func idsAreKebabCaseAndUsedOnce() {
  let ids = SchemaRules.all.map(\.id)
  #expect(Set(ids).count == ids.count)
  #expect(ids.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
}

@Test(arguments: SchemaRules.all.map(\.id).filter { $0.hasPrefix("schema-") })
func exampleOfASchemaRuleShowsIt(_ id: String) throws {
  let rule = try #require(SchemaRules.all.first { $0.id == id })
  func reported(_ example: Example) -> [String] {
    SchemaSet.compile(example.files.map { SourceFile(path: $0.path, text: $0.text) }).diagnostics.map(\.rule)
  }
  #expect(reported(rule.bad) == [rule.id])
  #expect(reported(rule.good) == [])
}

@Test func titlesAreSentencesWithoutAFullStop() {
  for rule in SchemaRules.all {
    #expect(!rule.title.hasSuffix("."))
    #expect(rule.why.hasSuffix(".") || rule.why.hasSuffix("`."))
  }
}
