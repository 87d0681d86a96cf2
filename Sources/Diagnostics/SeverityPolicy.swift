/// Which severity a rule has in this run.
package struct SeverityPolicy: Sendable {
  private let overrides: [String: Severity?]
  private let warningsAsErrors: Bool

  /// - Parameters:
  ///   - overrides: by rule; a rule that maps to nil is off. Later layers (command line) win over earlier ones (site.yaml) before they come here.
  ///   - warningsAsErrors: lifts what is a warning after all that.
  package init(overrides: [String: Severity?] = [:], warningsAsErrors: Bool = false) {
    self.overrides = overrides
    self.warningsAsErrors = warningsAsErrors
  }

  /// The diagnostics with their severities; those of rules that are off are gone.
  package func apply(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.compactMap { diagnostic in
      var diagnostic = diagnostic
      if let override = overrides[diagnostic.rule] {
        guard let severity = override else { return nil }
        diagnostic.severity = severity
      }
      if warningsAsErrors, diagnostic.severity == .warning { diagnostic.severity = .error }
      return diagnostic
    }
  }
}
