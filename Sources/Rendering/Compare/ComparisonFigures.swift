import Diagnostics
import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// The figures of several sheets, a row for each indicator; what cannot be compared is said beside it.
struct ComparisonFigures {
  let rows: [HTML]
  /// So many figures of one indicator and sheet; then a link to the rest.
  private static let most = 4

  init(_ columns: [Scope], _ field: Field) {
    let order = field.items?.child("indicator")?.values.map(\.value) ?? []
    let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var labels: [String: Int] = [:]
    let words = columns.map { scope in
      Dictionary(grouping: (scope.sheet?.figures ?? []).map { FigureWords($0, scope) }, by: \.label).mapValues { group in
        group.enumerated().sorted { a, b in
          let (x, y) = (a.element.figure.years?.upperBound ?? 0, b.element.figure.years?.upperBound ?? 0)
          return x == y ? a.offset < b.offset : x > y
        }.map(\.element)
      }
    }
    for groups in words {
      for (label, group) in groups {
        labels[label] = min(labels[label] ?? .max, places[group[0].figure.indicator.value] ?? order.count)
      }
    }
    rows = labels.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { label, _ in
      let groups = words.map { $0[label] ?? [] }
      let cells = zip(groups, columns).map { group, scope -> HTML in
        guard !group.isEmpty else { return ComparisonCell.silence }
        var items = group.prefix(Self.most).map {
          "<li>\($0.line)\(Self.method($0, field)) \(scope.sources($0.node["sources"]))</li>" as HTML
        }
        if group.count > Self.most {
          items.append("<li><a href=\"\(scope.sheetPage)#figures\">and \(Numbers.grouped(group.count - Self.most)) more</a></li>")
        }
        return "<td><ul class=\"compare-list compare-figures\">\(items.joined())</ul></td>"
      }
      return ComparisonTable.row(label, note: Self.difference(groups.compactMap(\.first)), cells)
    }
  }

  private static func method(_ words: FigureWords, _ field: Field) -> HTML {
    guard let method = words.figure.method else { return HTML() }
    let label = field.items?.child("method")?.label(of: method) ?? Field.words(method)
    return "<span class=\"when\">, \(NetworkWords.inSentence(label))</span>"
  }

  /// In what the newest figures of the sheets differ, so that nobody sets one against the other unawares.
  private static func difference(_ newest: [FigureWords]) -> String {
    guard newest.count > 1 else { return "" }
    func differs(_ value: (FigureWords) -> String) -> Bool { Set(newest.map(value)).count > 1 }
    var differences: [String] = []
    if differs(\.year) { differences.append("year") }
    if differs(\.figure.scope) || differs({ $0.figure.of ?? "" }) { differences.append("scope") }
    if differs({ $0.figure.currency ?? ($0.figure.indicator.value == "other" ? $0.unit : "") }) { differences.append("unit") }
    if differs({ $0.figure.method ?? "" }) { differences.append("method") }
    return differences.isEmpty ? "" : "differ in \(Wording.list(differences))"
  }
}
