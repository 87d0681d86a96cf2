import Diagnostics
import Markup
import SheetModel

/// How much one page of the review may hold. What is more goes to further pages, or is counted.
enum ReviewLimits {
  /// Findings on a page; a sheet is never cut in two.
  static let findingsPerPage = 200
  /// Findings of one file; the terminal shows the rest.
  static let findingsPerFile = 40
  /// Places named for one rule.
  static let placesPerRule = 40
  /// Rows of a table that is continued on further pages.
  static let rowsPerPage = 300
  /// Rows of a work list, which only has to be long enough to begin with.
  static let workList = 60
}

/// A piece of a list that is spread over pages: some of its groups, each with some of its items.
struct ReviewPart<Item: Sendable>: Sendable {
  struct Group: Sendable {
    let id: String
    let title: String
    /// How many items the whole group has, on all pages.
    let total: Int
    var items: [Item]
  }

  var groups: [Group] = []

  /// Spreads groups over as few parts as possible, in order; no part weighs more than `limit`, unless a single item does.
  static func split(_ groups: [Group], limit: Int, weight: (Item) -> Int = { _ in 1 }) -> [ReviewPart] {
    var parts = [ReviewPart()]
    var left = limit
    for group in groups where !group.items.isEmpty {
      var isOpen = false
      for item in group.items {
        let cost = weight(item)
        if cost > left, left < limit {
          parts.append(ReviewPart())
          left = limit
          isOpen = false
        }
        let last = parts.count - 1
        if isOpen {
          parts[last].groups[parts[last].groups.count - 1].items.append(item)
        } else {
          parts[last].groups.append(Group(id: group.id, title: group.title, total: group.total, items: [item]))
          isOpen = true
        }
        left -= cost
      }
    }
    return parts
  }
}

/// Numbers and sentences that the review's pages share.
enum ReviewWords {
  /// `78 %`, with a space that does not break; an en dash where there is nothing to count.
  static func percent(_ value: Int?) -> String { value.map { "\($0)\u{A0}%" } ?? "–" }

  static func share(_ part: Int, of whole: Int) -> String { percent(CorpusNumbers.percent(part, of: whole)) }

  /// What a list does not show; nothing where it shows all.
  static func leftOut(_ count: Int, _ noun: String, advice: String = "") -> HTML {
    guard count > 0 else { return HTML() }
    return "<p class=\"note\">\(Wording.count(count, "more " + noun)) left out here.\(advice.isEmpty ? "" : " " + advice)</p>"
  }
}
