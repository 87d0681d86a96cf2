import SourceText

/// One thing that is wrong, where it is, and what would mend it.
package struct Diagnostic: Sendable {
  /// The id of the rule that reports it.
  package let rule: String
  package var severity: Severity
  /// The headline: the most specific word first, no full stop, understood without the rest.
  package let message: String
  /// A sentence or two more, where the headline cannot say it all.
  package let explanation: String?
  /// What is said at the carets of the text format: `did you mean 'health-life-sciences'?`
  package let label: String?
  /// The smallest wrong piece of text; an empty span at 0 stands for the file as a whole.
  package let location: Location
  /// The id of the sheet, where the file is one.
  package var sheet: String?
  /// The JSON pointer of the value in the front matter, where it is one.
  package var pointer: String?
  /// Other places that belong to the matter.
  package let notes: [Note]
  package let fixes: [Fix]

  package init(
    _ rule: Rule, at location: Location, _ message: String, label: String? = nil, explanation: String? = nil,
    sheet: String? = nil,
    pointer: String? = nil, notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.rule = rule.id
    self.severity = rule.severity
    self.message = message
    self.explanation = explanation
    self.label = label
    self.location = location
    self.sheet = sheet
    self.pointer = pointer
    self.notes = notes
    self.fixes = fixes
  }
}

/// A sentence about another place: `first declared here`.
package struct Note: Sendable {
  package let location: Location
  package let message: String

  package init(at location: Location, _ message: String) {
    self.location = location
    self.message = message
  }
}

/// A change to the sources that mends a diagnostic.
package struct Fix: Sendable {
  /// Whether it may be applied unseen.
  package enum Applicability: String, Sendable {
    case safe
    case needsReview = "needs review"
  }

  /// What it does, as an order: `Replace with 'health-life-sciences'`.
  package let title: String
  package let applicability: Applicability
  package let edits: [TextEdit]

  package init(_ title: String, _ applicability: Applicability, _ edits: [TextEdit]) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }

  /// The replacement of one piece of text.
  package static func replace(_ location: Location, with text: String, _ applicability: Applicability = .safe) -> Fix {
    Fix("Replace with \(Wording.quoted(text))", applicability, [TextEdit(location, text)])
  }
}

/// The text that takes the place of a span.
package struct TextEdit: Sendable {
  package let location: Location
  package let text: String

  package init(_ location: Location, _ text: String) {
    self.location = location
    self.text = text
  }
}

extension Diagnostic {
  /// The order of reports: by path, place, severity (worst first), rule and message.
  package static func inReportOrder(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.location != b.location { return a.location < b.location }
    if a.severity != b.severity { return a.severity > b.severity }
    return (a.rule, a.message) < (b.rule, b.message)
  }
}
