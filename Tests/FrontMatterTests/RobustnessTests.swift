import Diagnostics
import FrontMatter
import SourceText
import Testing

/// Whatever is read: a tree or a reason, every place inside the file and on whole characters.
private func isSound(_ file: SourceFile) -> Bool {
  let head = SheetHead.read(file)
  guard head.tree != nil || !head.diagnostics.isEmpty else { return false }
  let isText = file.firstInvalidUTF8 == nil
  func isPlace(_ location: Location) -> Bool {
    let span = location.span
    guard span.end <= file.bytes.count else { return false }
    guard isText else { return true }
    return [span.start, span.end].allSatisfy { $0 == file.bytes.count || file.bytes[$0] & 0xC0 != 0x80 }
  }
  let places = head.diagnostics.flatMap { d in
    [d.location] + d.notes.map(\.location) + d.fixes.flatMap { $0.edits.map(\.location) }
  }
  return places.allSatisfy(isPlace)
}

@Test func everyBeginningOfARealSheetGivesATreeOrAReason() throws {
  let file = try #require(realSheets.first { $0.path.contains("initiatives/iasp") })
  let head = Array(file.bytes[..<SheetHead.read(file).body.start])
  for length in 0...head.count {
    let cut = SourceFile(path: file.path, bytes: Array(head[..<length]))
    #expect(isSound(cut), "\(length) bytes")
    // The same with its fences whole, so that the YAML itself is cut.
    if length > 4 {
      #expect(isSound(SourceFile(path: file.path, bytes: head[..<length] + Array("\n---\n".utf8))), "\(length) bytes, closed")
    }
  }
}

@Test func flippedBytesGiveATreeOrAReason() throws {
  var random = SplitMix(seed: 5)
  for file in realSheets.prefix(24) {
    let bytes = Array(file.bytes.prefix(6_000)) + Array("\n---\n".utf8)
    for _ in 0..<60 {
      var broken = bytes
      for _ in 0...Int(random.next() % 3) {
        let letters = Array("\t\n\r \"'[]{}:-#&*!|>%@`,?\\0a\u{7}".utf8)
        let byte = random.next() % 4 == 0 ? UInt8(random.next() & 255) : letters[Int(random.next() % UInt64(letters.count))]
        broken[4 + Int(random.next() % UInt64(broken.count - 4))] = byte
      }
      let file = SourceFile(path: file.path, bytes: broken)
      #expect(isSound(file))
    }
  }
}

@Test func randomYAMLCharactersGiveATreeOrAReason() {
  var random = SplitMix(seed: 9)
  let pieces = [
    "a", "b: ", ":", " ", "\n", "\n  ", "- ", "[", "]", "{", "}", ",", "\"", "'", "#", "&a ", "*a", "!t ", "|", ">", "? ", "\t",
    "é", "\u{2028}", "---", "...",
  ]
  for _ in 0..<4_000 {
    let text = (0..<Int(random.next() % 14)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    #expect(isSound(SourceFile(path: "a", text: "---\n\(text)\n---\n")), "\(text)")
  }
}

@Test(.timeLimit(.minutes(10))) func aHundredThousandBracketsStopAtTheSixtyFifth() throws {
  for (bracket, count) in [("[", 1), ("{", 1), ("- ", 2), ("? ", 2), ("[{", 1)] {
    let file = SourceFile(path: "a", text: String(repeating: bracket, count: 100_000))
    let read = YAMLReader.read(file)
    #expect(read.tree == nil && read.diagnostics.map(\.rule) == ["yaml-too-deep"], "\(bracket)")
    let at = try #require(read.diagnostics.first).location.span.start
    #expect(at <= 65 * count, "\(bracket): \(at)")
  }
}

@Test(.timeLimit(.minutes(10))) func anAliasBombIsDefused() {
  var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
  for i in 1...40 { text += "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 9).joined(separator: ", ") + "]\n" }
  let read = YAMLReader.read(SourceFile(path: "a", text: text))
  #expect(read.tree == nil && read.diagnostics.map(\.rule) == ["yaml-alias-limit"])
}

@Test func anAliasInsideItsOwnAnchorIsUnknown() throws {
  #expect(try wrong("a: &x [*x]\n").rule == "yaml-unknown-alias")
}

@Test(.timeLimit(.minutes(10))) func hugeButFlatFilesAreRead() {
  let keys = SourceFile(path: "a", text: (0..<60_000).map { "key\($0): \($0)\n" }.joined())
  #expect(YAMLReader.read(keys).tree?.root.count == 60_000)
  let list = SourceFile(path: "a", text: "[" + String(repeating: "é,", count: 100_000) + "]")
  #expect(YAMLReader.read(list).tree?.root.count == 100_000)
  let twice = SourceFile(path: "a", text: String(repeating: "k: 1\n", count: 20_000))
  #expect(YAMLReader.read(twice).diagnostics.count == 19_999)
}

@Test func limitsAreTheCallers() {
  var limits = YAMLReader.Limits()
  limits.nodes = 3
  let file = SourceFile(path: "a", text: "a: 1\nb: 2\n")
  #expect(YAMLReader.read(file, limits: limits).diagnostics.map(\.rule) == ["yaml-too-many-values"])
  limits = YAMLReader.Limits()
  limits.depth = 1
  #expect(YAMLReader.read(file, limits: limits).diagnostics.isEmpty)
  #expect(YAMLReader.read(SourceFile(path: "a", text: "a: []"), limits: limits).diagnostics.map(\.rule) == ["yaml-too-deep"])
}
