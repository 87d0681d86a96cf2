import Diagnostics
import SheetModel
import SourceText

/// Known debts held against what a run has found.
package struct BaselineMatching: Sendable {
  /// What is left to report, in the order given.
  package private(set) var remaining: [Diagnostic] = []
  /// What no entry knows of, not even one that has expired.
  package private(set) var unknown: [Diagnostic] = []
  /// How many problems were hidden.
  package private(set) var hidden = 0
  /// The numbers of the entries that found something.
  package private(set) var used: Set<Int> = []
  /// About the entries themselves.
  package private(set) var own: [Diagnostic] = []

  /// - Parameters:
  ///   - diagnostics: in report order.
  ///   - today: the day that `until` is compared with.
  ///   - isActive: whether a rule reports anything in this run; entries of the others are left in peace.
  package init(
    _ baseline: Baseline, _ diagnostics: [Diagnostic], today: CalendarDate, isActive: (String) -> Bool = { _ in true }
  ) {
    var index = Index(baseline.entries)
    let found = diagnostics.sorted(by: Diagnostic.inReportOrder)
    var takers = [Int?](repeating: nil, count: found.count)
    // The surest first: entries that know the message too, also where an item was put into a list before theirs; what is left of a
    // pointer's; then those that know the message only, or nothing.
    for pass in Pass.allCases {
      for (i, diagnostic) in found.enumerated() where takers[i] == nil { takers[i] = index.take(diagnostic, pass) }
    }
    var expired: [Int: [Diagnostic]] = [:]
    for (diagnostic, taker) in zip(found, takers) {
      guard let taker else {
        remaining.append(diagnostic)
        unknown.append(diagnostic)
        continue
      }
      let entry = baseline.entries[taker]
      used.insert(entry.index)
      if let until = entry.until, today > until.value {
        remaining.append(diagnostic)
        expired[taker, default: []].append(diagnostic)
      } else {
        hidden += 1
      }
    }
    let path = baseline.file.path
    for (i, entry) in baseline.entries.enumerated() {
      if !isActive(entry.rule) {
        used.insert(entry.index)
      } else if !used.contains(entry.index) {
        own.append(BaselineEntryUnused.report(entry, in: path, lines: baseline.layout.lines?[entry.index]))
      } else if let until = entry.until, let found = expired[i] {
        own.append(BaselineEntryExpired.report(entry, until: until, in: path, found: found))
      } else if !entry.hasReason {
        own.append(BaselineEntryReason.report(entry, in: path))
      }
    }
  }

  fileprivate enum Pass: CaseIterable { case pointerAndMessage, moved, pointer, message, whole }
}

/// Finds entries by what they must have in common with a problem.
private struct Index {
  private struct Key: Hashable {
    let rule: String
    let target: BaselineEntry.Target
    let pointer: String?
    let message: String?
  }

  private var places: [Key: [Int]] = [:]
  /// Entries with pointer and message, whatever their message: a message may be worded anew.
  private var reworded: [Key: [Int]] = [:]
  /// The same with the numbers of list items left out of the pointer.
  private var moved: [Key: [Int]] = [:]
  private var budgets: [Int]
  private var isUsed: [Bool]

  init(_ entries: [BaselineEntry]) {
    budgets = entries.map(\.budget)
    isUsed = Array(repeating: false, count: entries.count)
    // In reverse, as they are taken from the end.
    for (i, entry) in entries.enumerated().reversed() {
      places[Key(rule: entry.rule, target: entry.target, pointer: entry.pointer, message: entry.message), default: []].append(i)
      if let pointer = entry.pointer, entry.message != nil {
        reworded[Key(rule: entry.rule, target: entry.target, pointer: pointer, message: nil), default: []].append(i)
        moved[Key(rule: entry.rule, target: entry.target, pointer: Self.pattern(pointer), message: entry.message), default: []]
          .append(i)
      }
    }
  }

  mutating func take(_ diagnostic: Diagnostic, _ pass: BaselineMatching.Pass) -> Int? {
    for target in Self.targets(of: diagnostic) {
      func key(pointer: String?, message: String?) -> Key {
        Key(rule: diagnostic.rule, target: target, pointer: pointer, message: message)
      }
      var found: Int?
      switch pass {
      case .pointerAndMessage:
        guard let pointer = diagnostic.pointer else { return nil }
        found = spend(key(pointer: pointer, message: diagnostic.message))
      case .moved:
        guard let pointer = diagnostic.pointer else { return nil }
        let exact = key(pointer: pointer, message: diagnostic.message)
        found =
          spend(exact) ?? spendUnused(key(pointer: Self.pattern(pointer), message: diagnostic.message), \.moved, then: exact)
      case .pointer:
        guard let pointer = diagnostic.pointer else { return nil }
        let (exact, bare) = (key(pointer: pointer, message: diagnostic.message), key(pointer: pointer, message: nil))
        found = spend(exact) ?? spend(bare) ?? spendUnused(bare, \.reworded, then: exact)
      case .message: found = spend(key(pointer: nil, message: diagnostic.message))
      case .whole: found = spend(key(pointer: nil, message: nil))
      }
      if let found { return found }
    }
    return nil
  }

  private mutating func spend(_ key: Key) -> Int? {
    while let i = places[key]?.last {
      if budgets[i] > 0 {
        budgets[i] -= budgets[i] == Int.max ? 0 : 1
        isUsed[i] = true
        return i
      }
      places[key]?.removeLast()
    }
    return nil
  }

  /// - Parameter exact: what the entry stands for from now on: problems that are the same in everything are one debt.
  private mutating func spendUnused(_ key: Key, _ table: WritableKeyPath<Index, [Key: [Int]]>, then exact: Key) -> Int? {
    while let i = self[keyPath: table][key]?.popLast() {
      guard !isUsed[i] else { continue }
      isUsed[i] = true
      places[exact, default: []].append(i)
      return i
    }
    return nil
  }

  /// `/players/businesses/*/country`.
  private static func pattern(_ pointer: String) -> String {
    pointer.split(separator: "/").map { $0.allSatisfy(\.isNumber) ? "*" : String($0) }.joined(separator: "/")
  }

  private static func targets(of diagnostic: Diagnostic) -> [BaselineEntry.Target] {
    let path = diagnostic.location.path
    guard let kind = SheetKind(path: path) else { return [.path(path)] }
    let id = diagnostic.sheet ?? SourceFile(path: path, bytes: []).stem
    return [.path(path), .sheet(kind, id), .sheet(nil, id)]
  }
}
