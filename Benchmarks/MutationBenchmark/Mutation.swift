import FrontMatter
import SheetModel
import SourceText
import TestSupport

/// A sheet with one thing broken, and where.
struct Mutation {
  enum Kind: String, CaseIterable {
    case byteFlipped = "byte flipped"
    case lineCut = "line cut"
    case keyRenamed = "key renamed"
    case valueGarbled = "value garbled"
    case valuesSwapped = "values swapped"
  }

  let file: SourceFile
  /// The changed bytes, in the changed file.
  let span: Span

  /// nil where the sheet has nothing to break in this way.
  static func make(_ kind: Kind, of specimen: Specimen, _ random: inout SeededGenerator) -> Mutation? {
    switch kind {
    case .byteFlipped: flipByte(specimen.file, &random)
    case .lineCut: cutLine(specimen.file, &random)
    case .keyRenamed: renameKey(specimen.sheet, specimen.file, &random)
    case .valueGarbled: garbleValue(specimen, &random)
    case .valuesSwapped: swapValues(specimen.sheet, specimen.file, &random)
    }
  }

  /// The file with other text under a span.
  static func replacing(_ span: Span, in file: SourceFile, with text: [UInt8]) -> Mutation {
    let bytes = file.bytes[..<span.start] + text + file.bytes[span.end...]
    return Mutation(file: SourceFile(path: file.path, bytes: Array(bytes)), span: Span(span.start, span.start + text.count))
  }

  private static func flipByte(_ file: SourceFile, _ random: inout SeededGenerator) -> Mutation? {
    guard let place = file.bytes.indices.randomElement(using: &random) else { return nil }
    let byte =
      Bool.random(using: &random)
      ? file.bytes[place] ^ UInt8(1 << Int.random(in: 0..<8, using: &random)) : UInt8.random(in: 0...255, using: &random)
    return replacing(Span(place, place + 1), in: file, with: [byte])
  }

  private static func cutLine(_ file: SourceFile, _ random: inout SeededGenerator) -> Mutation? {
    let lines = LineTable(file)
    let span = lines.span(ofLine: Int.random(in: 1...lines.lineCount, using: &random))
    if Bool.random(using: &random), span.length > 1 {
      // Within the line: what stands behind a place is lost.
      return replacing(Span(span.start + Int.random(in: 1..<span.length, using: &random), span.end), in: file, with: [])
    }
    return replacing(Span(span.start, min(span.end + 1, file.bytes.count)), in: file, with: [])
  }

  private static func renameKey(_ sheet: Sheet, _ file: SourceFile, _ random: inout SeededGenerator) -> Mutation? {
    var keys: [Node] = []
    collect(sheet.tree.root) { keys += $0.entries.map(\.key) }
    guard let key = keys.randomElement(using: &random), !key.text.isEmpty else { return nil }
    return replacing(key.span, in: file, with: Array(Typo.random(in: key.text, &random).utf8))
  }

  private static func garbleValue(_ specimen: Specimen, _ random: inout SeededGenerator) -> Mutation? {
    // Free text may say anything; what a field has to be is known of choices and of names of other things.
    guard let value = specimen.places.randomElement(using: &random) else { return nil }
    let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    let text = (0..<Int.random(in: 8...14, using: &random)).compactMap { _ in letters.randomElement(using: &random) }
    return replacing(value.span, in: specimen.file, with: text)
  }

  private static func swapValues(_ sheet: Sheet, _ file: SourceFile, _ random: inout SeededGenerator) -> Mutation? {
    var values: [Node] = []
    collect(sheet.tree.root) { values += $0.entries.map(\.value).filter { $0.isScalar && !$0.span.isEmpty } }
    guard let a = values.randomElement(using: &random), let b = values.randomElement(using: &random),
      a.span.end < b.span.start || b.span.end < a.span.start
    else { return nil }
    let (first, second) = a.span < b.span ? (a.span, b.span) : (b.span, a.span)
    let text = file.bytes[second.start..<second.end] + file.bytes[first.end..<second.start] + file.bytes[first.start..<first.end]
    return replacing(Span(first.start, second.end), in: file, with: Array(text))
  }

  private static func collect(_ node: Node, _ body: (Node) -> Void) {
    if node.isMapping { body(node) }
    for item in node.items { collect(item, body) }
    for entry in node.entries { collect(entry.value, body) }
  }
}
