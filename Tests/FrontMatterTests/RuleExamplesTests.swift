import Diagnostics
import FrontMatter
import SourceText
import Testing

/// Where each rule's bad example is wrong: line, column, and the text that the carets stand under.
private let places: [String: (line: Int, column: Int, text: String)] = [
  "empty-file": (1, 1, ""), "file-too-large": (1, 1, ""), "invalid-utf8": (3, 9, "\u{FFFD}"),
  "byte-order-mark": (1, 1, "\u{FEFF}"),
  "carriage-return": (1, 4, "\r"), "front-matter-missing": (1, 1, "# Example"), "front-matter-unclosed": (1, 1, "---"),
  "yaml-syntax": (3, 14, ":"), "yaml-tab": (5, 1, "\t"), "yaml-unclosed-quote": (3, 7, "\""),
  "yaml-unclosed-bracket": (4, 10, "["),
  "yaml-control-character": (3, 11, "\u{7}"), "yaml-duplicate-key": (4, 1, "name"), "yaml-merge-key": (6, 3, "<<"),
  "yaml-complex-key": (4, 9, "[a, b]"),
  "yaml-tag": (3, 7, "!!str"), "yaml-several-documents": (4, 1, "name"), "yaml-unknown-alias": (4, 9, "*important"),
  "yaml-alias-limit": (8, 11, "*a4"), "yaml-too-deep": (4, 72, "["), "yaml-too-many-values": (4, 799_996, "1"),
]

/// The rules of JSON have no examples: a project holds no JSON sheets, and JSONReaderTests look at them.
private let withExamples = FrontMatterRules.all.filter { !$0.bad.files.isEmpty }.map(\.id)

@Test(arguments: withExamples) func badExampleReportsExactlyItsRuleAtItsPlace(id: String) throws {
  let rule = try #require(FrontMatterRules.all.first { $0.id == id })
  let file = try #require(rule.bad.sources.first)
  let diagnostics = SheetHead.read(file).diagnostics
  #expect(diagnostics.map(\.rule) == [id])
  let diagnostic = try #require(diagnostics.first)
  let position = LineTable(file).position(at: diagnostic.location.span.start)
  let place = try #require(places[id])
  #expect((position.line, position.column) == (place.line, place.column))
  #expect(file.text(diagnostic.location.span) == place.text)
  #expect(diagnostic.severity == rule.severity && diagnostic.location.path == file.path)
  #expect(!diagnostic.message.hasSuffix("."))
}

@Test(arguments: withExamples) func goodExampleReportsNothing(id: String) throws {
  let rule = try #require(FrontMatterRules.all.first { $0.id == id })
  for file in rule.good.sources {
    let head = SheetHead.read(file)
    #expect(head.diagnostics.isEmpty)
    #expect(head.tree?.root["name"] != nil)
  }
}

@Test func everyRuleHasItsOwnIdAndSaysWhatItWants() {
  #expect(Set(FrontMatterRules.all.map(\.id)).count == FrontMatterRules.all.count)
  for rule in FrontMatterRules.all {
    #expect(rule.id.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil)
    #expect(!rule.title.hasSuffix(".") && rule.why.hasSuffix("."), "\(rule.id)")
  }
}

/// What a fix makes of the file it mends.
private func applied(_ fix: Fix, to file: SourceFile) -> SourceFile {
  var bytes = file.bytes
  for edit in fix.edits.sorted(by: { $0.location > $1.location }) {
    bytes.replaceSubrange(edit.location.span.start..<edit.location.span.end, with: Array(edit.text.utf8))
  }
  return SourceFile(path: file.path, bytes: bytes)
}

@Test func fixesMendWhatTheyAreOfferedFor() {
  var mended: [String] = []
  let more = [
    "\n\n---\nname: x\n---\n", "----\nname: x\n---\n", "—\nname: x\n---\n", "---\nname:x\naim: y\n---\n",
    "---\naim: y\nname:x\n---\n",
    "---\nname: @x\n---\n", "---\nlist:\n  - *bold* \"text\"\n---\n", "---\nname: 50 % of a: it's b # why\n---\n",

    "---\nname: a\u{2028}b\n---\n", "---\na:\n\t\tb: 1\n---\n", "---\nname: &a !x b\n---\n",
  ].map { SourceFile(path: "Sheets/concepts/example.md", text: $0) }
  for file in FrontMatterRules.all.flatMap(\.bad.sources) + more {
    for diagnostic in SheetHead.read(file).diagnostics {
      for fix in diagnostic.fixes {
        let after = SheetHead.read(applied(fix, to: file))
        #expect(after.diagnostics.isEmpty, "\(diagnostic.message): \(fix.title): \(after.diagnostics.map(\.message))")
        #expect(after.tree != nil)
        mended.append(diagnostic.rule)
      }
    }
  }
  #expect(mended.count == 18, "\(mended)")
}
