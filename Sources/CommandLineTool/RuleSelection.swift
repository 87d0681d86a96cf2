import Diagnostics

/// The findings that `--select` and `--ignore` leave. What is wrong with the set-up of a project is always shown.
struct RuleSelection {
  private let only: Set<String>
  private let without: Set<String>

  /// - Parameter only: empty for all rules.
  init(only: [String], without: [String]) {
    self.only = Set(only)
    self.without = Set(without)
  }

  func apply(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { (only.isEmpty || only.contains($0.rule)) && !without.contains($0.rule) }
  }
}
