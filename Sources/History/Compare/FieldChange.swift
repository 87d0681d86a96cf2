/// One value of a sheet that is not what it was.
package struct FieldChange: Sendable, Equatable {
  /// What the change is about; the summaries count by it.
  package enum Topic: String, Sendable, CaseIterable {
    case aim, figure, relation, source, field
  }

  package let topic: Topic
  /// The dotted path, items by their names: `players.businesses[TSMC].kind`.
  package let path: String
  /// The same in the words of the schema: `Players`, `Businesses`, `TSMC`, `Kind`.
  package let titles: [String]
  /// nil where it was not there.
  package let before: DataValue?
  /// nil where it is gone.
  package let after: DataValue?
  /// The two values as people read them.
  package let beforeText: String?
  package let afterText: String?

  package var title: String { titles.joined(separator: " › ") }
}
