import Testing

@testable import Templates

@Test func missingPartialNamesTheNearest() {
  let (set, diagnostics) = load(["_note": "{{> badge}}{{> _bagde}}{{> nothing-like-it}}", "_badge": "x"])
  #expect(set == nil)
  #expect(diagnostics.map(\.label) == ["did you mean '_badge'?", "did you mean '_badge'?", nil])
}

@Test func partialsThatIncludeThemselvesAreFound() {
  #expect(said(["_a": "{{> _a}}"]) == ["template-syntax \"_a\" Partial '_a' includes itself"])
  let (_, diagnostics) = load(["_a": "{{> _b}}", "_b": "{{> _c}}", "_c": "{{> _a}}", "_d": "{{> _a}}"])
  #expect(diagnostics.map(\.explanation) == ["A page with it would never end: _a → _b → _c → _a."])
}

@Test func partialsMayBeSharedAndLieInFolders() throws {
  let text = try rendered(
    "{{> parts/a}}{{> parts/b}}{{{main}}}", [:], ["parts/a": "{{> parts/c}}", "parts/b": "{{> parts/c}}", "parts/c": "c"])
  #expect(text.filter { $0 != "\n" } == "cc")
}

@Test func partialsThatExplodeAreRefused() {
  var files: [String: String] = [:]
  for i in 0..<10 { files["_p\(i)"] = String(repeating: "{{> _p\(i + 1)}}", count: 10) }
  files["_p10"] = "x"
  #expect(said(files).contains { $0.contains("more than 10,000 files") })
}

@Test func longChainsOfPartialsAreRefusedWhicheverEndComesFirst() {
  for isForward in [true, false] {
    var files: [String: String] = [:]
    let name = { (i: Int) in "_p\(1000 + (isForward ? i : 300 - i))" }
    for i in 0..<300 { files[name(i)] = "{{> \(name(i + 1))}}" }
    files[name(300)] = "x"
    #expect(said(files).contains { $0.contains("nested more than 32 deep") })
  }
}

@Test func missingLayoutPointsToTheFileThatMayBeMeant() {
  let (set, diagnostics) = TemplateSet.load([template("sheets", goodSheet)], layouts: [sheetLayout])
  #expect(set == nil)
  #expect(diagnostics.map(\.message) == ["Template 'sheet' is missing"])
  #expect(diagnostics.first?.notes.map(\.location.path) == ["Site/templates/sheets.mustache"])
}
