import FrontMatter
import SourceText
import Testing

private func read(_ text: String) -> (file: SourceFile, head: SheetHead) {
  let file = SourceFile(path: "a.md", text: text)
  return (file, SheetHead.read(file))
}

@Test func aSheetIsCutIntoHeadAndBody() {
  let (file, head) = read("---\nname: A\n---  \n\nText\n---\nmore\n")
  #expect(file.text(head.head) == "name: A\n")
  #expect(file.text(head.body) == "\nText\n---\nmore\n")
  #expect(head.diagnostics.isEmpty)
}

@Test func aSheetMayEndWithItsFence() {
  let (file, head) = read("---\nname: A\n---")
  #expect(head.tree?.root["name"]?.text == "A" && head.body == Span.at(file.bytes.count))
}

@Test func hyphensInsideAValueAreNoFence() {
  #expect(read("---\nname: |\n  ---\n  x\na: ----\n---\n").head.tree?.root.count == 2)
}

@Test func linesMayEndWithCarriageReturns() {
  for end in ["\r\n", "\r"] {
    let (file, head) = read("---\(end)name: A\(end)year: 1\(end)---\(end)Text\(end)")
    #expect(head.tree?.root["name"]?.text == "A" && head.tree?.root["year"]?.integer == 1)
    #expect(file.text(head.body) == "Text\(end)")
    #expect(head.diagnostics.map(\.message) == [end == "\r" ? "Lines end with CR" : "Lines end with CR LF"])
  }
}

@Test func anEmptyHeadIsSaidOnce() {
  for text in ["---\n---\n", "---\n# note\n---\n", "---\n~\n---\n", "---\n{}\n---\n"] {
    let head = read(text).head
    #expect(head.tree == nil && head.diagnostics.map(\.message) == ["Front matter is empty"], "\(text)")
  }
}

@Test func aHeadThatIsNoMappingIsRefused() {
  for text in ["---\njust a text\n---\n", "---\n- a\n- b\n---\n", "---\n[]\n---\n"] {
    let head = read(text).head
    #expect(head.tree == nil && head.diagnostics.map(\.message) == ["Keys and values are missing"], "\(text)")
  }
}

@Test func blankLinesBeforeTheHeadAreTheMatter() {
  let (file, head) = read("\u{FEFF}\n  \n---\nname: A\n---\n")
  #expect(head.diagnostics.map(\.message) == ["File begins with a byte order mark", "Blank line stands before the front matter"])
  #expect(file.text(head.diagnostics[1].location.span) == "\n  \n")
}

@Test func aFenceOfOtherDashesIsRecognised() {
  for fence in ["----", "--", "– – –", "—", "———"] {
    #expect(
      read("\(fence)\nname: A\n---\n").head.diagnostics.map(\.message) == ["Fence of the front matter is not three hyphens"],
      "\(fence)")
  }
  #expect(read("-\nname: A\n---\n").head.diagnostics.map(\.message) == ["Front matter is missing"])
}

@Test func filesThatAreTooLargeAreNotRead() {
  let file = SourceFile(path: "a.md", text: "---\nname: A\n---\n")
  let head = SheetHead.read(file, maximumSize: 10)
  #expect(head.tree == nil && head.diagnostics.map(\.message) == ["File has 16 bytes; the limit is 10"])
  #expect(SheetHead.read(file, maximumSize: 16).diagnostics.isEmpty)
}
