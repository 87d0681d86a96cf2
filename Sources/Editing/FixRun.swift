import Diagnostics
import SourceText

/// Passes of fixes until nothing changes any more.
package struct FixRun: Sendable {
  /// A file as it was and as it is now.
  package struct Change: Sendable {
    package let before: SourceFile
    package let after: SourceFile
  }

  /// The files that differ now, by path.
  package let changes: [Change]
  /// The rules of the diagnostics that were fixed, with their numbers.
  package let fixed: [String: Int]
  /// What the sources have to say after the last pass, as `diagnose` gives it.
  package let remaining: [Diagnostic]

  package var fixedCount: Int { fixed.values.reduce(0, +) }

  /// How often the sources are looked at again; each pass takes away one layer of fixes that touch each other.
  private static let mostPasses = 64

  /// - Parameters:
  ///   - diagnostics: what there is to say about the sources as they are.
  ///   - isWanted: whether the fixes of a diagnostic may be applied at all.
  ///   - lookup: the sources as they are.
  ///   - diagnose: what there is to say once some files are others.
  package static func run(
    _ diagnostics: [Diagnostic], upTo applicability: Fix.Applicability, isWanted: (Diagnostic) -> Bool,
    lookup: (String) -> SourceFile?, diagnose: ([SourceFile]) async -> [Diagnostic]
  ) async -> FixRun {
    var state = State(original: [:], current: [:], refused: [])
    var fixed: [String: Int] = [:]
    var found = diagnostics
    for _ in 0..<mostPasses {
      let wanted = found.filter { isWanted($0) && !state.refused.contains($0.location.path) }
      let pass = FixPass.apply(wanted, upTo: applicability) { state.current[$0] ?? lookup($0) }
      guard !pass.changed.isEmpty else { break }
      let before = state
      let taken = state.take(pass.changed, lookup: lookup)
      let next = await diagnose(state.files)
      // A fix that makes a file unreadable is a mistake of its rule, and the author must not pay for it.
      let spoilt = taken.filter { isUnreadable($0, next) && !isUnreadable($0, found) }
      for diagnostic in pass.applied where taken.contains(diagnostic.location.path) && !spoilt.contains(diagnostic.location.path)
      {
        fixed[diagnostic.rule, default: 0] += 1
      }
      if spoilt.isEmpty {
        found = next
      } else {
        state.restore(spoilt, from: before, lookup: lookup)
        found = await diagnose(state.files)
      }
    }
    return FixRun(changes: state.changes, fixed: fixed, remaining: found)
  }

  private static func isUnreadable(_ path: String, _ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains {
      $0.location.path == path && $0.severity == .error && ($0.rule.hasPrefix("yaml-") || $0.rule.hasPrefix("front-matter-"))
    }
  }

  private struct State {
    var original: [String: SourceFile]
    var current: [String: SourceFile]
    /// Files that are left alone from now on.
    var refused: Set<String>
    var seen: [String: Set<[UInt8]>] = [:]

    init(original: [String: SourceFile], current: [String: SourceFile], refused: Set<String>) {
      self.original = original
      self.current = current
      self.refused = refused
    }

    var files: [SourceFile] { current.values.sorted { $0.path < $1.path } }

    var changes: [Change] {
      files.compactMap { file in
        original[file.path].flatMap { $0.bytes == file.bytes ? nil : Change(before: $0, after: file) }
      }
    }

    /// Takes files over, and gives the paths of those taken. One that comes back to an earlier state would go round for ever, and is refused.
    mutating func take(_ changed: [String: SourceFile], lookup: (String) -> SourceFile?) -> Set<String> {
      var taken = Set<String>()
      for (path, file) in changed {
        let before = current[path] ?? lookup(path)
        if original[path] == nil { original[path] = before }
        seen[path, default: []].insert(before?.bytes ?? [])
        if seen[path]?.contains(file.bytes) ?? false {
          refused.insert(path)
        } else {
          current[path] = file
          taken.insert(path)
        }
      }
      return taken
    }

    mutating func restore(_ paths: Set<String>, from earlier: State, lookup: (String) -> SourceFile?) {
      for path in paths {
        current[path] = earlier.current[path] ?? original[path]
        refused.insert(path)
      }
    }
  }
}
