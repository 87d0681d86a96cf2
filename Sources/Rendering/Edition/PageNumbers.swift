/// Where the parts of a book begin, by their anchors: known once it has been printed.
package struct PageNumbers: Sendable, Equatable {
  /// Pages are counted from 1, the cover; what is missing here is shown as a blank of the same width.
  package let byAnchor: [String: Int]

  package init(_ byAnchor: [String: Int]) { self.byAnchor = byAnchor }
}
