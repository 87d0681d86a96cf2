import FrontMatter
import SourceText

/// What the author of an unknown key may have meant.
struct KeyGuess {
  /// Keys that may still be added here, best first.
  var near: [String] = []
  /// The schema names the key as another word for the first of `near`.
  var isSynonym = false
  /// A near key that stands here already.
  var twin: String?
  /// The dotted path of a mapping in which the key would be known; empty for the top of the file.
  var home: String?

  /// The key whose place the unknown one has taken, so that its absence is no second mistake.
  var replaces: String? { near.count == 1 || isSynonym ? near.first : nil }
}

/// What is known about mappings with unknown keys, so that a thousand of them in one mapping cost no more than they must.
final class KeyGuesses {
  private var known: [Int: (free: [String], taken: [String])] = [:]
  private var searches = 0

  /// The keys that may still be added to a mapping, and those of its keys that are known.
  func keys(of place: Place, in program: Program) -> (free: [String], taken: [String]) {
    if let found = known[place.node.index] { return found }
    let present = Set(place.node.entries.map(\.key.text))
    let all = program.knownKeys(place.schema)
    let found = (free: all.filter { !present.contains($0) }, taken: all.filter(present.contains))
    known[place.node.index] = found
    return found
  }

  /// Whether it is worth looking for the mapping in which a key would be known.
  func maySearch() -> Bool {
    searches += 1
    return searches <= 50
  }
}

extension Explainer {
  func guess(_ key: Node, in place: Place) -> KeyGuess {
    let name = key.text
    let keys = guesses.keys(of: place, in: program)
    let word = Subject.folded(name)
    for node in program.closure(place.schema) {
      for synonym in program.nodes[node].notes.synonyms
      where Subject.folded(synonym.word) == word && keys.free.contains(synonym.preferred) {
        return KeyGuess(near: [synonym.preferred], isSynonym: true)
      }
    }
    let near = NearestWords.of(name, among: keys.free)
    if !near.isEmpty { return KeyGuess(near: near) }
    if let twin = NearestWords.of(name, among: keys.taken, limit: 1).first { return KeyGuess(twin: twin) }
    return KeyGuess(home: guesses.maySearch() ? home(of: name, from: place) : nil)
  }

  /// A mapping around this one or inside it where the key is known; nil where there is none, or more than one inside.
  private func home(of name: String, from place: Place) -> String? {
    var around = place.parent
    while let outer = around {
      if outer.node.isMapping, program.knownKeys(outer.schema).contains(name), outer.node[name] == nil { return outer.dotted }
      around = outer.parent
    }
    var level = [(path: place.dotted, schema: place.schema)]
    for _ in 0..<3 {
      var below: [(path: String, schema: Int)] = []
      for (path, schema) in level {
        for key in program.knownKeys(schema) {
          if let child = program.child(schema, key) { below.append((path.isEmpty ? key : "\(path).\(key)", child)) }
        }
      }
      let found = below.filter { program.child($0.schema, name) != nil }
      if !found.isEmpty { return found.count == 1 ? found[0].path : nil }
      level = Array(below.prefix(500))
    }
    return nil
  }
}
