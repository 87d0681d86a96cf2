/// How much a problem matters. There is no fourth.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case note, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
