import SheetModel
import SourceText
import TestSupport
import Testing

@Suite struct GeographyTests {
  private let geography: Geography

  init() throws {
    geography = try #require(
      Geography(
        countries: SourceFile(path: "Site/data/countries.csv", text: Repository.text("Site/data/countries.csv")),
        subdivisions: SourceFile(path: "Site/data/subdivisions.csv", text: Repository.text("Site/data/subdivisions.csv"))))
  }

  @Test func everyCountryHasAMacroRegionButAntarctica() {
    #expect(geography.countries.count == 249)
    #expect(geography.countries.values.filter { geography.macroRegion($0.macroRegion) == nil }.map(\.code) == ["AQ"])
    #expect(geography.macroRegion(ofCountry: "AQ") == nil)
  }

  @Test(arguments: [
    ("TW", "eastern-asia"), ("DK", "northern-europe"), ("GB", "northern-europe"), ("US", "northern-america"),
    ("BR", "latin-america-and-the-caribbean"), ("NA", "sub-saharan-africa"),
  ])
  func countriesLieWhereM49PutsThem(code: String, region: String) {
    #expect(geography.macroRegion(ofCountry: code)?.id == region)
  }

  @Test func macroRegionsAreThoseOfM49() {
    #expect(geography.macroRegions.count == 17)
    #expect(geography.macroRegion("northern-europe")?.code == "154")
    #expect(geography.macroRegion("eastern-asia")?.code == "030")
    #expect(Set(geography.macroRegions.map(\.continent)) == ["Africa", "Americas", "Asia", "Europe", "Oceania"])
    #expect(geography.macroRegions.allSatisfy { SheetID.isSlug($0.id) && $0.code.utf8.count == 3 })
    #expect(Set(geography.macroRegions.map(\.id)).isDisjoint(with: geography.countries.keys.map { $0.lowercased() }))
  }

  @Test func numbersOfCountriesAreTheirOwn() {
    let numbers = geography.countries.values.map(\.numeric)
    #expect(Set(numbers).count == 249 && numbers.allSatisfy { $0.utf8.count == 3 })
  }

  @Test func everySubdivisionLiesInACountry() {
    #expect(geography.subdivisions.count > 5000)
    #expect(geography.subdivisions.keys.filter { geography.countries[String($0.prefix(2))] == nil }.sorted() == [])
    #expect(geography.subdivisionCodes["DK"] == ["DK-81", "DK-82", "DK-83", "DK-84", "DK-85"])
    #expect(geography.subdivisionCodes.values.reduce(0) { $0 + $1.count } == geography.subdivisions.count)
  }

  @Test func namesAreThoseThatReadersKnow() {
    #expect(geography.countryName("GB") == "United Kingdom" && geography.countryName("US") == "United States")
    #expect(geography.countryName("XX") == "XX" && geography.subdivisionName("XX-1") == "XX-1")
    #expect(
      geography.subdivisions.keys.allSatisfy {
        !geography.subdivisionName($0).contains("[") && !geography.subdivisionName($0).isEmpty
      })
  }

  @Test func filesWithoutTheirColumnsAreNone() {
    let odd = SourceFile(path: "Site/data/countries.csv", text: "code,name\nDK,Denmark\n")
    #expect(Geography(countries: odd, subdivisions: odd) == nil)
  }
}
