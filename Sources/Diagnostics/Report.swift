import SourceText

/// Everything a run has to say, ready to be shown: what each format renders.
package struct Report: Sendable {
  /// In report order.
  package let diagnostics: [Diagnostic]
  /// How many sheets, or other files, were read.
  package let sheets: Int
  /// What the closing line calls one of them.
  package let unit: String

  package init(diagnostics: [Diagnostic], sheets: Int, unit: String = "sheet") {
    self.diagnostics = diagnostics.sorted(by: Diagnostic.inReportOrder)
    self.sheets = sheets
    self.unit = unit
  }

  package func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }

  /// The worst severity present.
  package var worst: Severity? { diagnostics.map(\.severity).max() }
}

/// Gives a file's text back for excerpts and positions; nil where it is gone. Asked file by file, in the order of the report.
package typealias SourceLookup = (_ path: String) -> SourceFile?
