import Linking
import SheetModel

/// The words that the atlas explains, ready to be found in texts: names and other names of concepts, and the headings of the glossary's own text.
struct TermIndex: Sendable {
  enum Target: Sendable, Hashable {
    case concept(SheetID)
    /// A heading of the glossary, by its anchor.
    case glossary(String)
  }

  /// A term as a row of words, folded.
  private struct Term: Sendable {
    let words: [String]
    let target: Target
  }

  /// By their first word, the longest first.
  private let terms: [String: [Term]]

  /// One word alone is a term only where it is long: "cluster" stands in every sentence.
  static let shortestWord = 8

  init(_ named: [(name: String, target: Target)]) {
    var seen: Set<[String]> = []
    var byFirst: [String: [Term]] = [:]
    for (name, target) in named {
      let words = TermIndex.words(of: name)
      guard let first = words.first, words.count > 1 || first.count >= Self.shortestWord, seen.insert(words).inserted else {
        continue
      }
      byFirst[first, default: []].append(Term(words: words, target: target))
    }
    terms = byFirst.mapValues { $0.sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) } }
  }

  var isEmpty: Bool { terms.isEmpty }

  /// The longest term that begins with the word at `start`; a plural's last letter may follow it.
  ///
  /// - Returns: how many words it takes.
  func match(_ words: [String], at start: Int) -> (count: Int, target: Target)? {
    for term in terms[words[start]] ?? terms[Self.singular(words[start])] ?? [] {
      guard start + term.words.count <= words.count else { continue }
      let isThere = term.words.indices.allSatisfy { i in
        let word = words[start + i]
        return word == term.words[i] || i == term.words.count - 1 && Self.singular(word) == term.words[i]
      }
      if isThere { return (term.words.count, term.target) }
    }
    return nil
  }

  private static func singular(_ word: String) -> String {
    word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// The words of a name in small letters without marks; what stands in brackets is left out.
  static func words(of name: String) -> [String] {
    var depth = 0
    let plain = name.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth -= 1 } }
      return depth <= 0 && character != ")"
    }
    return DiacriticFolding.fold(plain).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
