import Diagnostics
import Foundation
import SourceText
import Testing

private func parsed(_ text: String) throws -> [String: Any] {
  try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

@Test func theDocumentHoldsEverythingThatIsKnown() throws {
  let (file, location) = marked("# é\nname: «𝄞\"x\\»\n")
  let other = Location(path: "a.md", span: Span(0, 1))
  let diagnostic = Diagnostic(
    testRule, at: location, "Name '\"\n' is wrong", explanation: "Because.", sheet: "medicon", pointer: "/name",
    notes: [Note(at: other, "see here")], fixes: [Fix("Mend", .needsReview, [TextEdit(location, "y\t")])])
  let report = Report(diagnostics: [diagnostic, Diagnostic(testWarning, at: other, "W")], sheets: 7)
  let json = try parsed(JSONFormat(toolVersion: "1.2.3").render(report) { _ in file })
  #expect(json["version"] as? Int == 1)
  #expect(json["tool"] as? [String: String] == ["name": "clusterbook", "version": "1.2.3"])
  #expect(json["summary"] as? [String: Int] == ["sheets": 7, "errors": 1, "warnings": 1, "notes": 0])
  let all = try #require(json["diagnostics"] as? [[String: Any]])
  #expect(all.count == 2)
  #expect(all[0]["rule"] as? String == "test-warning")
  #expect(all[0]["explanation"] == nil && all[0]["sheet"] == nil && all[0]["pointer"] == nil)
  let first = all[1]
  #expect(first["rule"] as? String == "test-rule")
  #expect(first["severity"] as? String == "error")
  #expect(first["message"] as? String == "Name '\"\n' is wrong")
  #expect(first["explanation"] as? String == "Because.")
  #expect(first["path"] as? String == "a.md")
  #expect(first["start"] as? [String: Int] == ["line": 2, "column": 7, "offset": 11, "utf16": 6])
  #expect(first["end"] as? [String: Int] == ["line": 2, "column": 11, "offset": 18, "utf16": 11])
  #expect(first["sheet"] as? String == "medicon")
  #expect(first["pointer"] as? String == "/name")
  let notes = try #require(first["notes"] as? [[String: Any]])
  #expect(notes.count == 1 && notes[0]["message"] as? String == "see here" && notes[0]["path"] as? String == "a.md")
  let fixes = try #require(first["fixes"] as? [[String: Any]])
  #expect(fixes[0]["title"] as? String == "Mend" && fixes[0]["applicability"] as? String == "needs review")
  let edits = try #require(fixes[0]["edits"] as? [[String: Any]])
  #expect(edits[0]["text"] as? String == "y\t")
  #expect(edits[0]["start"] as? [String: Int] == ["line": 2, "column": 7, "offset": 11, "utf16": 6])
}

@Test func anEmptyReportIsADocumentToo() throws {
  let json = try parsed(JSONFormat(toolVersion: "1").render(Report(diagnostics: [], sheets: 0)) { _ in nil })
  #expect((json["diagnostics"] as? [Any])?.isEmpty == true)
}

@Test func aFileThatIsGoneBeginsAtLineOne() throws {
  let at = Location(path: "gone", span: Span(5, 6))
  let json = try parsed(
    JSONFormat(toolVersion: "1").render(Report(diagnostics: [Diagnostic(testRule, at: at, "m")], sheets: 0)) { _ in nil })
  let all = try #require(json["diagnostics"] as? [[String: Any]])
  #expect(all[0]["start"] as? [String: Int] == ["line": 1, "column": 1, "offset": 0, "utf16": 0])
}

@Test func everyDiagnosticIsInTheDataEvenBeyondFifty() throws {
  let all = (0..<500).map { Diagnostic(testRule, at: Location(path: "f\($0 % 70)", span: Span($0, $0 + 1)), "m") }
  let text = JSONFormat(toolVersion: "1").render(Report(diagnostics: all, sheets: 1)) { SourceFile(path: $0, text: "") }
  #expect((try parsed(text)["diagnostics"] as? [Any])?.count == 500)
  #expect(text.split(separator: "\n").count == 502)
}
