import SourceText
import Testing

@Test func aLetterTooManyTooFewOrWrongIsFound() {
  let themes = ["creative-industries", "health-life-sciences", "mobility-security"]
  #expect(NearestWords.of("helth-life-sciences", among: themes) == ["health-life-sciences"])
  #expect(NearestWords.of("healthh-life-sciences", among: themes) == ["health-life-sciences"])
  #expect(NearestWords.of("mobolity-security", among: themes) == ["mobility-security"])
  #expect(NearestWords.of("finance", among: themes) == [])
}

@Test func swappedNeighboursAreOneEdit() {
  #expect(NearestWords.of("nmae", among: ["name"]) == ["name"])
  #expect(NearestWords.of("aim", among: ["ami"]) == ["ami"])
}

@Test func caseHyphensAndSpacesDoNotCount() {
  #expect(NearestWords.of("Health Life_Sciences", among: ["health-life-sciences"]) == ["health-life-sciences"])
  #expect(NearestWords.of("x", among: ["-"]) == ["-"])
}

@Test func anAccentIsOneEdit() {
  #expect(NearestWords.of("Ile", among: ["Île"]) == ["Île"])
  #expect(NearestWords.of("Łódź", among: ["Łodz"]) == [])
  #expect(NearestWords.of("Łódź pole", among: ["Łodz pole"]) == ["Łodz pole"])
}

@Test func theNearestComesFirstAndTiesKeepTheirOrder() {
  #expect(
    NearestWords.of("cluster", among: ["clutter", "cluster", "clusters", "bluster", "blaster"]) == [
      "cluster", "clutter", "clusters",
    ])
  #expect(NearestWords.of("cluster", among: ["bluster", "clutter"], limit: 1) == ["bluster"])
}

@Test func emptyWordsAndHugeWordsAreNoTrouble() {
  #expect(NearestWords.of("", among: ["", "a", "ab"]) == ["", "a"])
  let huge = String(repeating: "ab", count: 100_000)
  #expect(NearestWords.of(huge, among: [huge + "c"]) == [huge + "c"])
}

@Test func distancesAgreeWithTheTextbook() {
  var random = SplitMix(seed: 11)
  func word() -> String { String((0..<Int(random.next() % 12)).map { _ in Character(["a", "b", "c"][Int(random.next() % 3)]) }) }
  for _ in 0..<3_000 {
    let (a, b) = (word(), word())
    let budget = min(3, max(1, a.count / 3))
    #expect((NearestWords.of(a, among: [b]) == [b]) == (textbookDistance(Array(a), Array(b)) <= budget), "\(a) and \(b)")
  }
}

/// Optimal string alignment as it is written down everywhere, whole matrix and no short cuts.
private func textbookDistance(_ a: [Character], _ b: [Character]) -> Int {
  var d = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { d[i][0] = i }
  for j in 0...b.count { d[0][j] = j }
  for i in stride(from: 1, through: a.count, by: 1) {
    for j in stride(from: 1, through: b.count, by: 1) {
      d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1) }
    }
  }
  return d[a.count][b.count]
}
