import Diagnostics
import EcosystemSchema
import FrontMatter
import SourceText

/// Commented lines for fields that a sheet lacks, each at the place where the schema has it.
enum FieldStubs {
  /// One fix that writes all the lines; nil where there is none to write, or all stand there already.
  ///
  /// Fields inside braces are left out, since no comment can stand there.
  static func fix(_ lacks: [Lack], _ sheet: Sheet, _ field: Field, _ file: SourceFile) -> Fix? {
    let commented = commentedKeys(file)
    var lines: [Int: [(order: Int, text: String)]] = [:]
    var count = 0
    for path in Set(lacks.compactMap(\.path)).sorted() {
      guard let stub = stub(path, sheet, field, file), !commented.contains(stub.key) else { continue }
      lines[stub.offset, default: []].append((stub.order, stub.line))
      count += 1
    }
    guard count > 0 else { return nil }
    let edits = lines.sorted { $0.key < $1.key }.map { offset, stubs in
      TextEdit(sheet.location(Span.at(offset)), stubs.sorted { $0.order < $1.order }.map(\.text).joined())
    }
    return Fix("Add commented lines for \(Wording.count(count, "missing field"))", .needsReview, edits)
  }

  private static func stub(
    _ path: String, _ sheet: Sheet, _ field: Field, _ file: SourceFile
  ) -> (offset: Int, order: Int, key: String, line: String)? {
    let parts = path.split(separator: ".")
    let parent = parts.dropLast().joined(separator: ".")
    guard let key = parts.last.map(String.init), let node = parent.isEmpty ? sheet.tree.root : sheet.tree.root.at(parent),
      node.form == .mapping, node[key] == nil, let owner = parent.isEmpty ? field : field.at(parent),
      let order = owner.children.firstIndex(where: { $0.key == key }), let first = node.entries.first(where: { _ in true })
    else { return nil }
    let before = Set(owner.children[..<order].map(\.key))
    let start = lineStart(first.key.span.start, file)
    let indent = first.key.span.start - start
    guard file.bytes[start..<start + indent].allSatisfy({ $0 == 0x20 }) else { return nil }
    var offset = start
    for entry in node.entries where before.contains(entry.key.text) { offset = max(offset, lineEnd(entry.span.end, file)) }
    let line =
      String(repeating: " ", count: indent) + "# \(key):  # \(owner.children[order].title)\(hint(owner.children[order]))\n"
    return (offset, order, key, line)
  }

  private static func hint(_ field: Field) -> String {
    if field.values.isEmpty { return field.refersTo.isEmpty ? "" : ": the id of a \(field.refersTo.joined(separator: " or "))" }
    return ": " + field.values.prefix(8).map(\.value).joined(separator: " | ") + (field.values.count > 8 ? " | …" : "")
  }

  /// The keys that stand in a line of their own behind `# `.
  private static func commentedKeys(_ file: SourceFile) -> Set<String> {
    var keys = Set<String>()
    for line in file.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = line.drop { $0 == 0x20 }
      guard text.first == 0x23 else { continue }
      let key = text.dropFirst().drop { $0 == 0x20 }.prefix { $0 != 0x3A && $0 > 0x20 }
      if text.endIndex > key.endIndex, text[key.endIndex] == 0x3A { keys.insert(String(decoding: key, as: UTF8.self)) }
    }
    return keys
  }

  private static func lineStart(_ offset: Int, _ file: SourceFile) -> Int {
    var start = min(offset, file.bytes.count)
    while start > 0, file.bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// The offset behind the line end that follows.
  private static func lineEnd(_ offset: Int, _ file: SourceFile) -> Int {
    var end = min(offset, file.bytes.count)
    while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
    return min(end + 1, file.bytes.count)
  }
}
