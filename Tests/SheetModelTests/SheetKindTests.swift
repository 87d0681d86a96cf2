import SheetModel
import TestSupport
import Testing

@Suite struct SheetKindTests {
  @Test(arguments: SheetKind.allCases) func theFolderGivesTheKind(kind: SheetKind) {
    #expect(SheetKind(path: "\(kind.folder)/x.md") == kind)
    #expect(SheetKind(path: "\(kind.folder)/x.txt") == nil)
    #expect(SheetKind(path: "\(kind.folder)/x/y.md") == nil)
  }

  @Test(arguments: ["Sheets/x.md", "Sheets/themes/x.md", "Sheets/schemas/x.md", "Site/pages/x.md", "Themes.md", ""])
  func elsewhereLiesNoSheet(path: String) {
    #expect(SheetKind(path: path) == nil)
  }

  @Test func kindsAreNamedAsPeopleDo() {
    #expect(
      SheetKind.allCases.map(\.nounWithArticle) == [
        "a cluster", "a policy", "an initiative", "a concept", "a region", "a case study", "a theme",
      ])
    #expect(
      SheetKind.allCases.map(\.pluralTitle) == [
        "Clusters", "Policies", "Initiatives", "Concepts", "Regions", "Case studies", "Themes",
      ])
  }

  @Test(arguments: ["a", "5g", "medicon-valley", "a-1-b"]) func slugs(text: String) {
    #expect(SheetID.isSlug(text) && SheetID.slug(of: text) == text)
  }

  @Test(arguments: ["", "-", "a-", "-a", "a--b", "A", "a_b", "é", "a b", "a.b", "漢"]) func whatIsNoSlug(text: String) {
    #expect(!SheetID.isSlug(text))
  }

  @Test(arguments: [
    ("Île-de-France", "ile-de-france"), ("Pôles de compétitivité", "poles-de-competitivite"),
    ("Øresund & Skåne", "oresund-skane"),
    ("  R&D / Zürich  ", "r-d-zurich"), ("L'Œuvre", "l-oeuvre"), ("Straße", "strasse"), ("ska\u{30A}ne", "skane"),
    ("İzmir", "izmir"), ("漢字", ""), ("--", ""),
  ]) func slugsOfNames(name: String, slug: String) { #expect(SheetID.slug(of: name) == slug) }

  /// Whatever the text, what comes out is an id or nothing.
  @Test func whatIsMadeOfAnyTextIsAnIdOrNothing() {
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array("aZ9 -_.'é\u{301}øß漢&/İ\u{200B}😀")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator) })
      let slug = SheetID.slug(of: text)
      #expect(slug.isEmpty || SheetID.isSlug(slug), "\(text)")
      #expect(SheetID.slug(of: slug) == slug)
    }
  }

  @Test func foldingLevelsCaseAndMarks() {
    #expect(DiacriticFolding.fold("ÎLE de France") == DiacriticFolding.fold("ile DE france"))
    #expect(DiacriticFolding.fold("\u{E5}") == DiacriticFolding.fold("a\u{30A}"))
    #expect(DiacriticFolding.fold("Łódź, Œuvre, Straße") == "lodz, oeuvre, strasse")
  }

  @Test func namesAreSortedWithoutTheirMarks() {
    let names = ["Zürich", "Île", "Ile", "ilot", "Ärzte", "arzt"]
    #expect(names.sorted(by: DiacriticFolding.precedes) == ["arzt", "Ärzte", "Ile", "Île", "ilot", "Zürich"])
    for a in names { #expect(!DiacriticFolding.precedes(a, a)) }
  }
}
