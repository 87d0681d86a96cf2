import SourceText

/// What a rule is to the people who meet it: `explain`, `rules` and the machine formats print this.
package struct Rule: Sendable {
  /// Public, in kebab-case, never given to another rule.
  package let id: String
  /// The severity where `site.yaml` and the command line say nothing.
  package let severity: Severity
  /// What the rule wants, as one sentence without a full stop.
  package let title: String
  /// Why it wants it and what to do, in a paragraph or two for somebody who does not program.
  package let why: String
  /// A small project on which the rule reports.
  package let bad: Example
  /// The same project, mended: nothing is reported.
  package let good: Example

  package init(id: String, severity: Severity, title: String, why: String, bad: Example, good: Example) {
    self.id = id
    self.severity = severity
    self.title = title
    self.why = why
    self.bad = bad
    self.good = good
  }
}

/// Files that show a rule at work, laid over the minimal project of the tests.
package struct Example: Sendable {
  /// How the files are saved.
  package enum Encoding: Sendable {
    case utf8
    /// ISO 8859-1, what a slip looks like; the texts hold no character above U+00FF.
    case latin1
  }

  package let files: [(path: String, text: String)]
  package let encoding: Encoding

  /// The example as one file; `text` is its whole content.
  package init(_ path: String, _ text: String, savedAs encoding: Encoding = .utf8) {
    files = [(path, text)]
    self.encoding = encoding
  }

  package init(files: [(path: String, text: String)]) {
    self.files = files
    encoding = .utf8
  }

  /// The files as they lie on disk.
  package var sources: [SourceFile] {
    files.map { path, text in
      switch encoding {
      case .utf8: SourceFile(path: path, text: text)
      case .latin1: SourceFile(path: path, bytes: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
      }
    }
  }
}
