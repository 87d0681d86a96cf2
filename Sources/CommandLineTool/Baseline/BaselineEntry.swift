import SheetModel
import SourceText

/// A known debt: a problem that is not reported, and why.
package struct BaselineEntry: Sendable {
  /// What stands as the reason until somebody writes one.
  package static let noReasonYet = "TODO"

  /// Where the problem is.
  package enum Target: Hashable, Sendable {
    /// A file of the project.
    case path(String)
    /// A sheet; with its kind where two kinds have the id.
    case sheet(SheetKind?, String)

    /// As the file has it: `hsinchu`, `policy:kompetenznetze`, `Site/pages/about.md`.
    package var text: String {
      switch self {
      case .path(let path): path
      case .sheet(let kind, let id): kind.map { "\($0.rawValue):\(id)" } ?? id
      }
    }
  }

  /// Its number in the file, from 0.
  package let index: Int
  package let rule: String
  package let ruleSpan: Span
  package let target: Target
  /// The value's place in the front matter, RFC 6901.
  package let pointer: String?
  /// Tells problems apart that have rule, sheet and pointer in common.
  package let message: String?
  /// The text may be empty.
  package let reason: Located<String>?
  /// The last day on which the entry hides anything.
  package let until: Located<CalendarDate>?
  /// How many problems with this message; only of entries without a pointer.
  package let count: Int?
  /// The whole entry, without its hyphen.
  package let span: Span

  /// The entry's place in the file of known debts.
  var pointerInFile: String { "/\(index)" }

  var hasReason: Bool { reason.map { !$0.value.isEmpty && $0.value != Self.noReasonYet } ?? false }

  /// How many problems it may hide. A message without a pointer stands for as many as were there when it was written, so that the same
  /// mistake made once more is reported.
  var budget: Int { pointer == nil && message != nil ? count ?? 1 : Int.max }
}
