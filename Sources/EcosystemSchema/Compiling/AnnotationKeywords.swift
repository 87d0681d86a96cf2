import Diagnostics
import FrontMatter
import SourceText

/// The keywords that tell people something.
extension SchemaCompiler {
  mutating func annotation(_ keyword: Keyword, _ word: KeywordReader, _ notes: inout Annotations) {
    switch keyword {
    case .title: notes.title = text(word)
    case .description: notes.description = text(word)
    case .fallback: notes.fallback = word.value.asFlowText
    case .examples:
      guard word.value.isSequence else { return report(word, "a list of values") }
      notes.example = word.value.items.first { _ in true }?.asFlowText
    case .deprecated: notes.isDeprecated = flag(word) ?? false
    case .contentEncoding, .contentMediaType: _ = text(word)
    default: _ = flag(word)
    }
  }

  mutating func vocabulary(_ keyword: Keyword, _ word: KeywordReader, in scope: Int, as index: Int, _ notes: inout Annotations) {
    switch keyword {
    case .refersTo: notes.refersTo = word.value.isSequence ? texts(word) : text(word).map { [$0] } ?? []
    case .tier: notes.tier = oneOf(word)
    case .display: notes.display = oneOf(word)
    case .group: notes.group = text(word)
    case .fact: notes.isFact = flag(word)
    case .question: notes.question = text(word)
    case .message: notes.message = text(word)
    case .unit:
      if word.value.isMapping {
        notes.units = Dictionary(pairs(word), uniquingKeysWith: { first, _ in first })
      } else {
        notes.unit = text(word)
      }
    case .labels:
      notes.labels = Dictionary(pairs(word), uniquingKeysWith: { first, _ in first })
      promise(word.value.entries.map(\.key), word, in: scope, as: index)
    case .synonyms:
      notes.synonyms = pairs(word).map { (word: $0.0, preferred: $0.1) }
      promise(word.value.entries.map(\.value), word, in: scope, as: index)
    default: break
    }
  }

  private mutating func promise(_ nodes: [Node], _ word: KeywordReader, in scope: Int, as index: Int) {
    promises += nodes.map { Promise(schema: index, scope: scope, node: $0, keyword: word.name) }
  }

  private mutating func pairs(_ word: KeywordReader) -> [(String, String)] {
    var found: [(String, String)] = []
    for entry in entries(word, "words with a text each") {
      if let value = text(word, entry.value) { found.append((entry.key.text, value)) }
    }
    return found
  }

  private mutating func oneOf<Word: RawRepresentable<String> & CaseIterable>(_ word: KeywordReader) -> Word? {
    guard let text = text(word) else { return nil }
    if let known = Word(rawValue: text) { return known }
    let words = Word.allCases.map(\.rawValue)
    report(word, Wording.alternatives(words), candidates: words)
    return nil
  }
}

extension Node {
  /// The value on one line, as an author might write it.
  var asFlowText: String {
    if isScalar { return text }
    if isSequence { return "[" + items.map { $0.isScalar ? $0.flowScalar : $0.asFlowText }.joined(separator: ", ") + "]" }
    return "{"
      + entries.map { "\($0.key.text): " + ($0.value.isScalar ? $0.value.flowScalar : $0.value.asFlowText) }.joined(
        separator: ", ") + "}"
  }

  private var flowScalar: String { form == .plain ? text : YAMLText.scalar(text, inFlow: true) }
}
