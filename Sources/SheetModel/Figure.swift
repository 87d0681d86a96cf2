import FrontMatter
import SourceText

/// An entry of `figures`: a number that is never bare.
package struct Figure: Sendable {
  package let id: Located<String>
  package let indicator: Located<String>
  /// Set when the indicator is `other`.
  package let label: String?
  package let of: String?
  /// The lower and the upper end, before `scale`; equal for a single number.
  package let low: Double
  package let high: Double
  package let scale: Double
  package let scaleWord: String?
  package let qualifier: String?
  package let unit: Located<String>?
  package let currency: String?
  /// The year or the first and last of several; nil when undated.
  package let years: ClosedRange<Int>?
  package let scope: String
  package let method: String?
  package let hasSource: Bool
  package let valueSpan: Span
  package let span: Span
  /// The node in the sheet's tree.
  package let node: Int

  /// The value with its scale.
  package var lowest: Double { low * scale }
  package var highest: Double { high * scale }

  /// Where the true value lies by the figure's own words: "more than 5" has no upper end.
  package var bounds: ClosedRange<Double> {
    let least = qualifier == "less-than" ? -Double.infinity : lowest
    let most = qualifier == "more-than" ? Double.infinity : highest
    // An end that is no number says nothing.
    return least <= most ? least...most : most <= least ? most...least : -Double.infinity...Double.infinity
  }

  /// What has to agree for two figures to be about the same thing.
  package var subject: String {
    [
      indicator.value, label ?? "", of ?? "", scope, years.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "undated",
      currency ?? "",
      qualifier == "target" || qualifier == "cumulative" ? qualifier ?? "" : "",
    ].joined(separator: "|")
  }

  init?(_ node: Node) {
    func scalar(_ key: String) -> Node? { node[key].flatMap { $0.isScalar && !$0.isBlank ? $0 : nil } }
    guard node.isMapping, let id = scalar("id"), let indicator = scalar("indicator"), let value = node["value"],
      let scope = scalar("scope")
    else { return nil }
    let numbers = value.isSequence ? value.items.compactMap(\.number) : [value.number].compactMap { $0 }
    guard let low = numbers.first, let high = numbers.last else { return nil }
    self.id = Located(id.text, id.span)
    self.indicator = Located(indicator.text, indicator.span)
    label = node["label"]?.text
    of = node["of"]?.text
    self.low = low
    self.high = high
    scaleWord = node["scale"]?.text
    scale = Figure.scales[scaleWord ?? ""] ?? 1
    qualifier = node["qualifier"]?.text
    unit = node["unit"].map { Located($0.text, $0.span) }
    currency = node["currency"]?.text
    let years = node["year"].map { $0.isSequence ? $0.items.compactMap(\.integer) : [$0.integer].compactMap { $0 } } ?? []
    self.years = years.first.map { $0...max($0, years.last ?? $0) }
    self.scope = scope.text
    method = node["method"]?.text
    hasSource = !(node["sources"]?.isBlank ?? true)
    valueSpan = value.span
    span = node.span
    self.node = node.index
  }

  private static let scales = ["thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12]
}

extension Figure {
  /// The figure's own mapping, for fields that the model does not hold.
  package func fields(in sheet: Sheet) -> Node { Node(tree: sheet.tree, index: node) }
}
