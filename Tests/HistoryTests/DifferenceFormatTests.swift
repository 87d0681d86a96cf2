import SheetModel
import TestSupport
import Testing

@testable import History

/// What people and programs read; the goldens lie in `Golden/`.
@Suite struct DifferenceFormatTests {
  /// Compares with a golden file of the checkout. RECORD=1 writes nothing here: a changed golden is changed by hand, after reading it.
  private func expect(_ text: String, isGolden name: String, _ location: SourceLocation = #_sourceLocation) {
    let golden = Repository.text("Tests/HistoryTests/Golden/\(name)")
    #expect(text == golden, "Golden/\(name) differs", sourceLocation: location)
  }

  @Test func textForATerminal() async { expect(DifferenceText().render(await Example.difference()), isGolden: "difference.txt") }

  @Test func markdownForAComment() async {
    expect(DifferenceMarkdown().render(await Example.difference()), isGolden: "difference.md")
  }

  @Test func jsonForPrograms() async {
    expect(DifferenceJSON(toolVersion: "1.0").render(await Example.difference()), isGolden: "difference.json")
  }

  @Test func nothingChangedIsSaid() {
    let nothing = Difference(before: "a", after: "b", sheets: [], files: [])
    #expect(DifferenceText().render(nothing) == "a → b\n\nNo data has changed\n")
    #expect(DifferenceMarkdown().render(nothing) == "**No data has changed** — a → b\n")
  }

  @Test func hostileTextStaysText() {
    #expect(MarkdownText.escaped("@octo closes #1") == "@<!-- -->octo closes #<!-- -->1")
    #expect(MarkdownText.escaped("a|b\n</details><script>") == "a&#124;b &lt;/details&gt;&lt;script&gt;")
    #expect(
      MarkdownText.escaped("[x](https://e.org) `c` *b*") == "&#91;x&#93;&#40;https:<!-- -->//e.org&#41; &#96;c&#96; &#42;b&#42;")
    #expect(MarkdownText.escaped("a\u{202E}b\u{1B}[0m") == "a\u{FFFD}b\u{FFFD}&#91;0m")
    let text = DifferenceText().render(Difference(before: "a\u{1B}[2J", after: "b", sheets: [], files: []))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  private func sheets(_ count: Int, rows: Int, text: String = "value") -> Difference {
    let changes = (0..<rows).map { row in
      FieldChange(
        topic: .field, path: "f\(row)", titles: ["Field \(row)"], before: .text(text), after: nil, beforeText: text,
        afterText: nil)
    }
    let sheets = (0..<count).map { i in
      SheetChange(
        kind: .changed, id: SheetID(.cluster, "sheet-\(i)"), name: "Sheet \(i)", path: "Sheets/clusters/sheet-\(i).md",
        theme: nil, countries: [],
        formerID: nil, formerPath: nil, evidence: nil, fields: changes, body: nil, problemBefore: nil, problemAfter: nil)
    }
    return Difference(before: "a", after: "b", sheets: sheets, files: [])
  }

  @Test(arguments: [(1, 1000), (500, 5), (3000, 1), (20, 60)]) func commentIsNeverTooLong(count: Int, rows: Int) {
    for text in ["value", String(repeating: "@", count: 5000)] {
      let comment = DifferenceMarkdown().render(sheets(count, rows: rows, text: text))
      #expect(comment.unicodeScalars.count <= DifferenceMarkdown.limit)
      #expect(comment.components(of: "<details>") == comment.components(of: "</details>"))
    }
    let whole = DifferenceJSON(toolVersion: "1").render(sheets(count, rows: rows))
    #expect(whole.components(of: "\"topic\"") == count * rows)
  }

  @Test func whatIsLeftOutIsSaid() {
    let comment = DifferenceMarkdown().render(sheets(3000, rows: 1))
    let shown = comment.components(of: "<details>")
    #expect(shown > 100)
    #expect(comment.contains(" changed sheets are left out, because a comment may not be longer: cluster sheet-\(shown),"))
    #expect(comment.hasSuffix("more. See the whole with <code>clusterbook diff</code>.\n"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
