import Markup
import SheetModel

/// A small bar chart of one thing counted in the same way in several years. The table of figures below it is its text.
struct SeriesChart {
  /// One year's value.
  struct Bar {
    let year: Int
    let value: Double
    /// As the table writes it.
    let text: String
    let isTarget: Bool
  }

  let id: String
  let title: String
  /// The unit, and what is counted.
  let subtitle: String
  /// By year, each once.
  let bars: [Bar]

  /// The charts of a sheet, in the order of its figures: indicator, unit, subject, scope and method must be the same, and at least four years
  /// be there, not counting targets. Where a year has two values the table alone can say so.
  static func all(_ figures: [FigureWords]) -> [SeriesChart] {
    var order: [String] = []
    var groups: [String: [FigureWords]] = [:]
    for words in figures {
      guard let years = words.figure.years, years.count == 1, words.figure.low == words.figure.high, words.figure.low >= 0 else {
        continue
      }
      let figure = words.figure
      let key = [words.label, words.unit, figure.of ?? "", figure.scope, figure.method ?? ""].joined(separator: "\u{0}")
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(words)
    }
    return order.compactMap { groups[$0].flatMap(make) }
  }

  private static func make(_ group: [FigureWords]) -> SeriesChart? {
    let bars = group.compactMap { words -> Bar? in
      guard let year = words.figure.years?.lowerBound else { return nil }
      return Bar(year: year, value: words.figure.low, text: words.value, isTarget: words.figure.qualifier == "target")
    }.sorted { $0.year < $1.year }
    guard let first = group.first, bars.count(where: { !$0.isTarget }) >= 4, Set(bars.map(\.year)).count == bars.count,
      bars.contains(where: { $0.value > 0 })
    else { return nil }
    let parts = [first.unit, first.figure.of ?? ""].filter { !$0.isEmpty }
    return SeriesChart(
      id: "chart-" + first.figure.id.value, title: first.label, subtitle: parts.joined(separator: ", "), bars: bars)
  }

  var html: HTML {
    let targets = bars.contains(where: \.isTarget) ? "; hollow: a target" : ""
    var svg: HTML = """
      <svg viewBox="0 0 \(Self.width) 130" role="img" aria-labelledby="\(id)">
      <path class="axis" d="M0 \(Self.ground)h\(Self.width)"/>

      """
    let most = bars.map(\.value).max() ?? 1
    let labelled = labels
    for (index, bar) in bars.enumerated() {
      let x = place(of: bar.year)
      let height = Int((bar.value / most * 92).rounded())
      let wide = thickness
      svg += """
        <rect class="bar\(bar.isTarget ? " is-target" : "")" x="\(x - wide / 2)" y="\(Self.ground - height)" width="\(wide)" height="\(height)"/>
        """
      if labelled.contains(index) {
        svg += """
          <text class="value" x="\(x)" y="\(Self.ground - height - 4)" text-anchor="middle">\(bar.text)</text>\
          <text x="\(x)" y="125" text-anchor="middle">\(bar.year)</text>
          """
      }
      svg.newline()
    }
    return """
      <figure class="chart">
      <figcaption id="\(id)"><strong>\(title)</strong>\(subtitle.isEmpty ? "" : ", " + subtitle)\(targets)</figcaption>
      \(svg)</svg>
      </figure>
      """
  }

  private static let width = 320
  private static let ground = 110
  private static let margin = 26

  /// The years lie on a scale of their own: where one is missing, the place stays empty.
  private func place(of year: Int) -> Int {
    let (first, last) = (bars[0].year, bars[bars.count - 1].year)
    return Self.margin + (year - first) * (Self.width - 2 * Self.margin) / max(1, last - first)
  }

  /// Half the way from one year to the next, so that bars never touch.
  private var thickness: Int {
    let step = (Self.width - 2 * Self.margin) / max(1, bars[bars.count - 1].year - bars[0].year)
    return min(18, max(2, step / 2))
  }

  /// Which bars carry their value: the oldest and the newest, and between them from the newest backwards as many as find room.
  private var labels: Set<Int> {
    func room(_ index: Int) -> Int { max(42, bars[index].text.count * 7 + 8) }
    var chosen: Set<Int> = [0, bars.count - 1]
    var right = bars.count - 1
    for index in stride(from: bars.count - 2, through: 1, by: -1) {
      let x = place(of: bars[index].year)
      let toRight = place(of: bars[right].year) - x
      let toOldest = x - place(of: bars[0].year)
      if toRight >= (room(index) + room(right)) / 2, toOldest >= (room(index) + room(0)) / 2 {
        chosen.insert(index)
        right = index
      }
    }
    return chosen
  }
}
