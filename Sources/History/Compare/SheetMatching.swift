import SheetModel
import SourceText

/// Finds the sheets that go on under another id, among those that are gone and those that are new.
struct SheetMatching {
  /// How a renamed sheet was recognised.
  enum Evidence: String, Sendable {
    case sameContent = "same content"
    case formerID = "former_ids"
    case similarity = "same name, theme and country"
  }

  struct Match {
    let before: SheetState
    let after: SheetState
    let evidence: Evidence
  }

  private(set) var matches: [Match] = []
  private(set) var removed: [SheetState]
  private(set) var added: [SheetState]

  /// - Parameters: both sorted by id, so that the result does not depend on anything else.
  init(removed: [SheetState], added: [SheetState]) {
    self.removed = removed
    self.added = added
    pair(.sameContent, { [$0.file.bytes] }, { [$0.file.bytes] })
    pair(.formerID, { [$0.id] }, { state in state.formerIDs.map { SheetID(state.id.kind, $0) } })
    pair(.similarity, { Self.likeness($0, exact: true) }, { Self.likeness($0, exact: true) })
    pairSimilar()
    matches.sort { $0.after.id < $1.after.id }
  }

  /// Pairs sheets that have a key in common, each once.
  private mutating func pair<Key: Hashable>(_ evidence: Evidence, _ old: (SheetState) -> [Key], _ new: (SheetState) -> [Key]) {
    var index: [Key: [Int]] = [:]
    for (i, state) in removed.enumerated().reversed() { for key in old(state) { index[key, default: []].append(i) } }
    var taken: Set<Int> = []
    added.removeAll { state in
      for key in new(state) {
        while let i = index[key]?.popLast() {
          guard taken.insert(i).inserted else { continue }
          matches.append(Match(before: removed[i], after: state, evidence: evidence))
          return true
        }
      }
      return false
    }
    removed = removed.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }

  /// Names that differ by a few letters or by a word, where kind, theme and country are the same.
  private mutating func pairSimilar() {
    var groups: [[String]: [Int]] = [:]
    for (i, state) in removed.enumerated() {
      for key in Self.likeness(state, exact: false) { groups[key, default: []].append(i) }
    }
    var taken: Set<Int> = []
    added.removeAll { state in
      guard let key = Self.likeness(state, exact: false).first, let group = groups[key], group.count <= 200 else { return false }
      guard let i = group.first(where: { !taken.contains($0) && Self.isNear(removed[$0].name, state.name) }) else { return false }
      taken.insert(i)
      matches.append(Match(before: removed[i], after: state, evidence: .similarity))
      return true
    }
    removed = removed.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }

  /// What two sheets must have in common to be taken for one: kind, theme, first country, and for `exact` the name.
  private static func likeness(_ state: SheetState, exact: Bool) -> [[String]] {
    guard state.data != nil, state.name != state.id.id || exact else { return [] }
    return [
      [state.id.kind.rawValue, state.theme ?? "", state.countries.first ?? ""] + (exact ? [SheetID.slug(of: state.name)] : [])
    ]
  }

  private static func isNear(_ a: String, _ b: String) -> Bool {
    if !NearestWords.of(a, among: [b]).isEmpty { return true }
    let words = Set(SheetID.slug(of: a).split(separator: "-"))
    let others = Set(SheetID.slug(of: b).split(separator: "-"))
    // Three words of five, so that "Porto Digital" and "Porto Maritime" stay two.
    return words.intersection(others).count * 5 >= words.union(others).count * 3
  }
}
