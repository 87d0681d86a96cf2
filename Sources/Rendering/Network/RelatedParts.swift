import Linking
import Markup
import SheetModel

/// The related clusters of a datasheet, each with its reasons in words.
enum RelatedParts {
  private static let mostNames = 4

  /// Empty where nothing ties the cluster to another.
  static func section(_ scope: Scope) -> (html: HTML, count: Int) {
    guard let sheet = scope.sheet else { return (HTML(), 0) }
    let answer = scope.site.related.related(to: sheet.id)
    guard !answer.entries.isEmpty else { return (HTML(), 0) }
    let items = answer.entries.map { entry -> HTML in
      let place = scope.site.atlas[entry.cluster].map { Places.text($0, scope.site) } ?? ""
      let reasons = (relations(entry.reasons, scope) + entry.reasons.flatMap { words($0, scope) }).joined(separator: "; ")
      return "\(scope.sheetLink(entry.cluster))\(place.isEmpty ? "" : ", \(place)")<span class=\"why\">\(reasons)</span>"
    }
    var html: HTML = "<p class=\"section-intro\">A to Z, each with what ties it to this one.\(chosen(answer))</p>\n"
    html += Blocks.list(items, className: "related")
    return (html, answer.entries.count)
  }

  private static func chosen(_ answer: RelatedClusters.Answer) -> String {
    guard answer.more > 0 else { return "" }
    let more = Numbers.grouped(answer.more)
    return
      " \(answer.isOpen ? "At least \(more)" : more) more share something with it; these \(answer.entries.count) have the most "
      + "or the strongest reasons, relations before players, policies and concepts, and those before theme and region; at equal strength the nearer are named."
  }

  /// All relations of the two, in one phrase.
  private static func relations(_ reasons: [RelatedClusters.Reason], _ scope: Scope) -> [String] {
    let ties = reasons.compactMap { reason in if case .relation(let tie) = reason { tie } else { nil } }
    let phrases = ties.prefix(mostNames).map { NetworkWords(scope).phrase($0, seenFrom: scope.sheet?.id.id ?? "") }
    guard !phrases.isEmpty else { return [] }
    let more = ties.count > mostNames ? " and \(ties.count - mostNames) more" : ""
    return [(ties.count == 1 ? "relation: " : "relations: ") + phrases.joined(separator: ", ") + more]
  }

  private static func words(_ reason: RelatedClusters.Reason, _ scope: Scope) -> [String] {
    let site = scope.site
    switch reason {
    case .relation: return []
    case .players(let names): return [(names.count == 1 ? "shared player: " : "shared players: ") + list(names)]
    case .programmes(let numbers):
      let all = numbers.map { site.network.programmes[$0] }
      return [(SharedProgramme.Kind.policy, "same policy: "), (.initiative, "same programme: "), (.label, "same label: ")]
        .compactMap {
          kind, lead in
          let names = all.filter { $0.kind == kind }.map(\.name)
          return names.isEmpty ? nil : lead + list(names)
        }
    case .concepts(let ids): return ["both are examples of " + list(ids.map { site.atlas[$0]?.name.value ?? $0.id })]
    case .field(let theme, let region):
      let name = site.theme(theme)?.theme?.short ?? theme
      return ["same theme and macro-region: \(name), \(site.geography.macroRegion(region)?.name ?? region)"]
    }
  }

  private static func list(_ names: [String]) -> String {
    guard names.count > mostNames else { return names.joined(separator: ", ") }
    return names.prefix(mostNames).joined(separator: ", ") + " and \(names.count - mostNames) more"
  }
}
