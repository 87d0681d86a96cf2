import Diagnostics
import FrontMatter
import SourceText

/// A keyword and what is written behind it.
struct KeywordReader {
  let name: String
  let value: Node
  let path: String

  var location: Location { location(value) }

  func location(_ node: Node) -> Location { Location(path: path, span: node.span) }
}

/// Readers for the shapes that keywords' values have. Each reports what does not fit and gives nil.
extension SchemaCompiler {
  mutating func report(_ word: KeywordReader, _ wanted: String, at node: Node? = nil, candidates: [String] = []) {
    diagnostics.append(
      SchemaValue.report(
        word.name, wanted: wanted, found: node ?? word.value, at: word.location(node ?? word.value), candidates: candidates))
  }

  /// Reports what the standard advises against: a mistake in a project, elsewhere a warning.
  mutating func complain(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if !options.isStrict { diagnostic.severity = .warning }
    diagnostics.append(diagnostic)
  }

  /// Any scalar but nothing, by its text: `title: 1997` is a title.
  mutating func text(_ word: KeywordReader, _ node: Node? = nil) -> String? {
    let node = node ?? word.value
    if node.isScalar, node.core != .null { return node.text }
    report(word, "a text", at: node)
    return nil
  }

  mutating func flag(_ word: KeywordReader) -> Bool? {
    if word.value.isScalar, case .bool(let flag) = word.value.core { return flag }
    report(word, "true or false")
    return nil
  }

  mutating func count(_ word: KeywordReader) -> Int? {
    if word.value.isScalar, let count = word.value.integer, count >= 0 { return count }
    report(word, "a whole number from 0 up")
    return nil
  }

  mutating func limit(_ word: KeywordReader, isPositive: Bool = false) -> Limit? {
    if word.value.isScalar, case .number(let value, let integer) = word.value.core, value.isFinite, !isPositive || value > 0 {
      return Limit(value: value, integer: integer, text: word.value.text)
    }
    report(word, isPositive ? "a number above 0" : "a number")
    return nil
  }

  /// A list of texts that differ.
  mutating func texts(_ word: KeywordReader, _ list: Node? = nil) -> [String] {
    let list = list ?? word.value
    guard list.isSequence else {
      report(word, "a list of keys", at: list)
      return []
    }
    var table = KeyTable()
    for item in list.items {
      guard let text = text(word, item) else { continue }
      let before = table.count
      table.add(text)
      if table.count == before { complain(SchemaValue.report(twice: text, in: word.name, at: word.location(item))) }
    }
    return table.names
  }

  mutating func entries(_ word: KeywordReader, _ wanted: String) -> [Entry] {
    if word.value.isMapping { return Array(word.value.entries) }
    report(word, wanted)
    return []
  }

  /// A mapping of keys to schemas.
  mutating func schemas(_ word: KeywordReader, in scope: Int) -> [(key: Node, schema: Int)] {
    var found: [(key: Node, schema: Int)] = []
    for entry in entries(word, "keys with a schema each") { found.append((entry.key, schema(entry.value, in: scope))) }
    return found
  }

  /// A list of schemas that is not empty.
  mutating func branches(_ word: KeywordReader, in scope: Int) -> [Int] {
    guard word.value.isSequence, word.value.count > 0 else {
      report(word, "a list of schemas that is not empty")
      return []
    }
    var found: [Int] = []
    for item in word.value.items { found.append(schema(item, in: scope)) }
    return found
  }

  mutating func pattern(_ word: KeywordReader, _ node: Node) -> Pattern? {
    guard let source = text(word, node) else { return nil }
    do throws(PatternProblem) {
      return try Pattern(source)
    } catch {
      diagnostics.append(SchemaPattern.report(error, in: node, source: source, path: word.path))
      return nil
    }
  }
}
