import FrontMatter
import SourceText
import Testing

@Test func thereAreRealSheetsToReadAndAllCanBeRead() {
  #expect(realSheets.count > 20)
  for file in realSheets {
    let head = SheetHead.read(file)
    #expect(head.diagnostics.isEmpty, "\(file.path): \(head.diagnostics.map(\.message))")
    #expect((head.tree?.count ?? 0) > 10, "\(file.path)")
    #expect(file.text(Span(head.head.end, head.body.start)) == "---\n", "\(file.path)")
  }
}

@Test func theTextUnderEveryScalarReadsAsThatScalar() throws {
  var checked = 0
  for file in realSheets {
    let tree = try #require(SheetHead.read(file).tree)
    for node in allNodes(tree)
    where node.isScalar && (node.form == .plain || node.form == .singleQuoted || node.form == .doubleQuoted) {
      let under = file.text(node.span)
      let again = YAMLReader.read(SourceFile(path: "again", text: "- " + under))
      let item = again.tree?.root.items.first { _ in true }
      #expect(item?.text == node.text && item?.form == node.form, "\(file.path): \(under)")
      checked += 1
    }
  }
  #expect(checked > 5_000)
}

@Test func everyNodeLiesInsideWhatHoldsItAndBehindItsNeighbour() throws {
  for file in realSheets {
    let head = SheetHead.read(file)
    let tree = try #require(head.tree)
    for node in allNodes(tree) {
      #expect(head.head.start <= node.span.start && node.span.end <= head.head.end)
      let children = node.items.map(\.span) + node.entries.flatMap { [$0.key.span, $0.value.span] }
      var end = node.span.start
      for child in children {
        #expect(end <= child.start && child.end <= node.span.end, "\(file.path): \(node.pointer)")
        end = child.end
      }
    }
  }
}

@Test func everyValueIsFoundByItsPointer() throws {
  let file = try #require(realSheets.first { $0.path.contains("medicon-valley") })
  let tree = try #require(SheetHead.read(file).tree)
  var seen: Set<String> = []
  func visit(_ node: Node, _ pointer: String) {
    #expect(node.pointer == pointer)
    #expect(seen.insert(pointer).inserted)
    for (i, item) in node.items.enumerated() { visit(item, "\(pointer)/\(i)") }
    for entry in node.entries { visit(entry.value, "\(pointer)/\(Node.escapedPointerPart(entry.key.text))") }
  }
  visit(tree.root, "")
}
