import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// How one figure is worded: its name, value, unit, year.
struct FigureWords {
  let figure: Figure
  let node: Node
  private let indicator: Field?
  private let scopes: Field?
  private let page: String

  init(_ figure: Figure, _ scope: Scope) {
    self.figure = figure
    node = Node(tree: scope.sheet?.tree ?? Tree.empty, index: figure.node)
    let field = scope.sheet.flatMap { scope.site.field(of: $0.id.kind) }?.child("figures")?.items
    indicator = field?.child("indicator")
    scopes = field?.child("scope")
    page = scope.sheetPage
  }

  /// The indicator's label, or the figure's own.
  var label: String {
    figure.indicator.value == "other"
      ? figure.label ?? "Other" : indicator?.label(of: figure.indicator.value) ?? figure.indicator.value
  }

  var scopeLabel: String { scopes?.label(of: figure.scope) ?? Field.words(figure.scope) }

  /// `billion BRL`, `persons`, `per cent`.
  var unit: String {
    if let currency = figure.currency { return [figure.scaleWord, currency].compactMap { $0 }.joined(separator: " ") }
    let unit = figure.unit?.value ?? indicator?.units[figure.indicator.value] ?? ""
    let words = ["count": "number", "m2": "m²", "fte": "full-time equivalents", "percent": "per cent"]
    return [figure.scaleWord, words[unit] ?? unit].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `65,500` or `40,000–44,000`.
  var value: String {
    guard let value = node["value"] else { return "" }
    return value.isSequence ? value.items.map(Numbers.text).joined(separator: "–") : Numbers.text(value)
  }

  /// `2022`, `2018–2022`, `undated`.
  var year: String { figure.years.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" } ?? "undated" }

  /// What stands before the number; exact says nothing.
  var qualifier: String {
    ["about": "about", "more-than": "more than", "less-than": "less than", "cumulative": "in all", "target": "target"][
      figure.qualifier ?? ""] ?? ""
  }

  /// What is counted, as the head of a row: `Private life science companies`, `Whole cluster`.
  var counted: String {
    let whole =
      ["members": "The members", "cluster-organisation": "The organisation"][figure.scope] ?? "Whole \(scopeLabel.lowercased())"
    let text = figure.of ?? whole
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The figure as an item of a list.
  var inline: HTML { "<li>\(line)</li>" }

  /// The figure in a line of text.
  var line: HTML {
    let lead = qualifier.isEmpty ? "" : qualifier + " "
    let when: HTML = "<span class=\"when\">\(year), \(scopeLabel.lowercased())</span>"
    let amount: HTML
    var unitSaid = true
    if let currency = figure.currency {
      amount = "<b>\(currency)\u{A0}\(value)\(figure.scaleWord.map { " " + $0 } ?? "")</b>"
    } else if unit == "per cent" {
      amount = "<b>\(value)</b>\u{A0}%"
    } else if unit == "number" {
      amount = "<b>\(value)</b>"
      unitSaid = false
    } else {
      amount = "<b>\(value)</b> \(unit)"
    }
    let what =
      figure.of
      ?? (unitSaid && figure.indicator.value != "other" && figure.currency == nil && unit != "per cent"
        ? "" : label.prefix(1).lowercased() + label.dropFirst())
    let said: HTML = what.isEmpty ? "" : "\(unitSaid ? ", " : " ")\(what)"
    return "<a href=\"\(page)#figure-\(figure.id.value)\">\(lead)\(amount)\(said) \(when)</a>"
  }
}

/// The figures of a sheet: in a line where they belong, and all in one table.
enum FigureParts {
  /// The figures with these ids, in a line.
  static func inline(_ ids: Node?, _ scope: Scope) -> HTML {
    guard let ids, ids.count > 0, let figures = scope.sheet?.figures else { return HTML() }
    let items = ids.items.compactMap { id in figures.first { id.textEquals($0.id.value) } }.map { FigureWords($0, scope).inline }
    return items.isEmpty ? HTML() : "<ul class=\"figures-inline\">\(items.joined())</ul>"
  }

  /// All figures, a body of the table for each indicator and unit, newest first.
  static func table(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, !sheet.figures.isEmpty else { return HTML() }
    var order: [String] = []
    var groups: [String: [FigureWords]] = [:]
    for figure in sheet.figures {
      let words = FigureWords(figure, scope)
      let key = words.label + "\u{0}" + words.unit
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(words)
    }
    let charts = SeriesChart.all(sheet.figures.map { FigureWords($0, scope) }).map(\.html).joined("\n")
    let bodies = order.map { key -> HTML in
      let group = (groups[key] ?? []).enumerated().sorted { a, b in
        let (x, y) = (a.element.figure.years?.upperBound ?? 0, b.element.figure.years?.upperBound ?? 0)
        return x == y ? a.offset < b.offset : x > y
      }.map(\.element)
      return body(group, scope)
    }
    let columns = [
      Column("What is counted"), Column("Value", number: true), Column("Year", number: true), Column("Scope"), Column("Method"),
      Column("Sources"),
    ]
    let drawn: HTML = charts.isEmpty ? HTML() : "<div class=\"charts\">\n\(charts)\n</div>\n"
    return drawn
      + Table.make(
        caption: "Figures by indicator", columns: columns, className: "figures table-plain", bodies: bodies.joined("\n"))
  }

  private static func body(_ group: [FigureWords], _ scope: Scope) -> HTML {
    guard let first = group.first else { return HTML() }
    let fields = scope.sheet.flatMap { scope.site.field(of: $0.id.kind) }?.child("figures")?.items
    let methods = fields?.child("method")
    var html: HTML =
      "<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"6\">\(first.label)<span class=\"unit\">\(first.unit)</span></th></tr>\n"
    let values = aligned(group.map(\.value))
    for (words, value) in zip(group, values) {
      let figure = words.figure
      let qualifier: HTML = words.qualifier.isEmpty ? "" : "<span class=\"qualifier\">\(words.qualifier)</span> "
      let further = Extras.notes(words.node, fields, except: known, scope)
      let method = figure.method.map { methods?.label(of: $0) ?? Field.words($0) } ?? ""
      html += """
        <tr id="figure-\(figure.id.value)"><th scope="row">\(words.counted)\(Blocks.note(words.node["note"]?.text))\(further)</th>\
        <td class="num">\(qualifier)\(value)</td><td class="num">\(words.year)</td><td>\(words.scopeLabel)</td><td>\(method)</td>\
        \(scope.sourceCell(words.node["sources"]))</tr>

        """
    }
    html += "</tbody>"
    return html
  }

  /// What a row of the table says by itself.
  private static let known: Set<String> = [
    "id", "indicator", "label", "unit", "of", "value", "scale", "qualifier", "currency", "year", "scope", "method", "sources",
    "note",
  ]

  /// Pads with spaces as wide as figures, so that decimal points stand under each other.
  private static func aligned(_ values: [String]) -> [String] {
    let decimals = values.map { value in value.contains("–") ? 0 : value.split(separator: ".").dropFirst().first?.count ?? 0 }
    let most = decimals.max() ?? 0
    return zip(values, decimals).map { value, count in
      value + (count == 0 && most > 0 ? "\u{2008}" : "") + String(repeating: "\u{2007}", count: most - count)
    }
  }
}
