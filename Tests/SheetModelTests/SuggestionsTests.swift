import SheetModel
import Testing

@Suite struct SuggestionsTests {
  @Test func nearNamesAreFoundAndRemembered() {
    var suggestions = Suggestions()
    #expect(suggestions.nearest(to: "helth", among: ["health", "wealth"]) == ["health"])
    #expect(suggestions.nearest(to: "helth", among: []) == ["health"])
    #expect(suggestions.nearest(to: "helth", kind: "other", among: []) == [])
  }

  @Test func afterTwoHundredNamesNothingIsLookedFor() {
    var suggestions = Suggestions()
    for i in 0..<200 { #expect(suggestions.nearest(to: "name-\(i)", among: []) == []) }
    #expect(suggestions.nearest(to: "helth", among: ["health"]) == [])
  }

  @Test(arguments: [
    ("medicon-vally", ["medicon-valley"], true), ("Medicon_Valley", ["medicon-valley", "medicon-villey"], true),
    ("s3", ["s1"], false),
    ("jobs-2021", ["jobs-2022"], false), ("abcde", ["abcdf", "abcdg"], false), ("abc", ["abd"], false), ("x", [], false),
  ]) func onlyWhatIsCertainIsPutInUnseen(name: String, nearest: [String], isCertain: Bool) {
    #expect(Suggestions.isCertain(nearest, for: name) == isCertain)
  }
}
