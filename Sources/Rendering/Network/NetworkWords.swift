import FrontMatter
import Linking
import Markup
import SheetModel

/// How the network is worded: ends, types, years, and what a statement rests on.
struct NetworkWords {
  let scope: Scope
  private var network: ClusterNetwork { scope.site.network }

  init(_ scope: Scope) { self.scope = scope }

  func name(_ end: ClusterNetwork.End) -> String {
    switch end {
    case .cluster(let id): scope.site.atlas[SheetID(.cluster, id)]?.name.value ?? id
    case .partner(let i): network.partners[i].name
    }
  }

  /// A cluster's name as a link; a partner's with its country.
  func link(_ end: ClusterNetwork.End) -> HTML {
    switch end {
    case .cluster(let id): return scope.sheetLink(SheetID(.cluster, id))
    case .partner(let i):
      let partner = network.partners[i]
      guard let country = partner.country else { return "\(partner.name)" }
      return "\(partner.name), <span class=\"quiet\">\(scope.site.geography.countryName(country))</span>"
    }
  }

  /// `Cooperation agreement`.
  func type(_ type: String) -> String {
    scope.site.field(of: .cluster)?.at("relations.type")?.label(of: type) ?? type
  }

  /// A type as one end of a tie reads it: what is a part of the other is, from there, the whole.
  func type(of tie: ClusterNetwork.Tie, seenFrom cluster: String) -> String {
    guard tie.isDirected, tie.from != .cluster(cluster) else { return Self.inSentence(type(tie.type)) }
    let reversed = ["part-of": "has it as a part", "merged-into": "took it in", "spin-off": "came out of it"]
    return reversed[tie.type] ?? Self.inSentence(type(tie.type))
  }

  /// `cooperation agreement, since 2006`.
  func phrase(_ tie: ClusterNetwork.Tie, seenFrom cluster: String) -> String {
    let years = years(tie)
    return type(of: tie, seenFrom: cluster) + (years.isEmpty ? "" : ", \(years)")
  }

  func years(_ tie: ClusterNetwork.Tie) -> String { Numbers.period(tie.since.map(String.init), tie.until.map(String.init)) }

  /// The entry of a sheet that says it.
  func node(_ statement: ClusterNetwork.Statement) -> Node? {
    scope.site.atlas[SheetID(.cluster, statement.cluster)].map { Node(tree: $0.tree, index: statement.node) }
  }

  /// The sources of a tie by publisher and year, each linked to its entry in the sheet; where two sheets say it, each with the sheet's name.
  func sources(_ tie: ClusterNetwork.Tie) -> HTML {
    tie.said.map { statement -> HTML in
      let cited = sources(statement)
      let sources: HTML = cited.isEmpty ? "<span class=\"quiet\">no source</span>" : cited
      guard tie.said.count > 1 else { return sources }
      let name = name(.cluster(statement.cluster))
      return "<span class=\"said\">\(name):</span> \(sources)"
    }.joined("<br>")
  }

  private func sources(_ statement: ClusterNetwork.Statement) -> HTML {
    guard let sheet = scope.site.atlas[SheetID(.cluster, statement.cluster)],
      let page = scope.site.link(from: scope.address, to: sheet.id)
    else { return HTML() }
    let ids = node(statement)?["sources"]?.items.map { $0.isMapping ? $0["id"]?.text ?? "" : $0.text } ?? []
    return ids.compactMap { id -> HTML? in
      guard let source = sheet.sources.first(where: { $0.id.value == id }) else { return nil }
      let year = source.year.map { ", \($0)" } ?? ""
      return
        "<a href=\"\(page)#source-\(id)\" title=\"\(source.title)\">\(Self.shortened(source.publisher ?? source.title))\(year)</a>"
    }.joined("; ")
  }

  /// A label within a sentence: a small letter, unless the word is an abbreviation.
  static func inSentence(_ label: String) -> String {
    guard let second = label.dropFirst().first, !second.isUppercase else { return label }
    return label.prefix(1).lowercased() + label.dropFirst()
  }

  private static func shortened(_ text: String) -> String {
    guard text.count > 44 else { return text }
    let head = text.prefix(43)
    return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + "…"
  }
}
