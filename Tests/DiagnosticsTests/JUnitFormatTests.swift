import Diagnostics
import Foundation
import SourceText
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Counts elements, and knows whether a text is XML at all.
private final class Reader: NSObject, XMLParserDelegate {
  var elements: [String] = []
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
  ) { elements.append(name) }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

@Test func anyTextGivesValidXML() {
  let hostile = "a\u{0}\u{B}\u{1B}\u{85}\u{FFFE}\u{FFFF}<b>&\"']]>𝄞\u{2028}\n"
  let diagnostic = Diagnostic(
    testRule, at: Location(path: hostile, span: Span.at(3)), hostile, label: hostile, explanation: hostile,
    notes: [Note(at: Location(path: "b", span: Span.at(0)), hostile)])
  let xml = JUnitFormat(files: ["good.md", hostile]).render(Report(diagnostics: [diagnostic], sheets: 2)) { _ in nil }
  let parser = XMLParser(data: Data(xml.utf8))
  let reader = Reader()
  parser.delegate = reader
  #expect(parser.parse(), "\(String(describing: parser.parserError))")
  #expect(reader.elements == ["testsuites", "testsuite", "testcase", "failure", "testcase"])
  #expect(reader.text.contains("<b>&\"']]>𝄞"))
}

@Test func aFileWithWarningsOnlyHasPassed() {
  let warning = Diagnostic(testWarning, at: Location(path: "a.md", span: Span.at(0)), "w")
  let xml = JUnitFormat(files: ["a.md"]).render(Report(diagnostics: [warning], sheets: 1)) { _ in nil }
  #expect(
    xml.contains("tests=\"1\" failures=\"0\"") && xml.contains("<system-out>a.md:1:1: warning: w [test-warning]</system-out>"))
  #expect(!xml.contains("<failure"))
}
