import EcosystemSchema
import FrontMatter

/// Something that a sheet's aim asks for and the sheet neither has nor explains.
package struct Lack: Sendable {
  /// The dotted path of the field, or nil where it is a rule over several.
  package let path: String?
  /// As it stands in a sentence: `life_cycle`, `3 figures (has 1)`.
  package let what: String
}

/// What a sheet lacks for a tier; the rules are those of the method page ("What a sheet needs").
package enum Lacks {
  /// - Parameter above: fields that this tier or a lower one asks for are left out.
  package static func of(_ sheet: Sheet, for tier: Tier, above: Tier = .draft, field: Field) -> [Lack] {
    let gaps = Set(sheet.gaps.map(\.field.value))
    var lacks: [Lack] = []
    collect(sheet.tree.root, field, path: "", tier: tier, above: above, gaps: gaps, into: &lacks)
    if tier >= .publishable { lacks += sourcing(sheet, tier) }
    if tier >= .publishable, sheet.id.kind == .cluster { lacks += items(sheet, gaps) + counts(sheet, tier, gaps) }
    return lacks
  }

  /// Fields of the schema that the tier asks for; below a missing field nothing more is asked.
  private static func collect(
    _ node: Node, _ field: Field, path: String, tier: Tier, above: Tier, gaps: Set<String>, into lacks: inout [Lack]
  ) {
    for child in field.children {
      let name = path.isEmpty ? child.key : path + "." + child.key
      // A sheet without an aim is judged as what its kind is by default.
      guard name != "aim", !gaps.contains(name) else { continue }
      let value = node[child.key]
      if let asked = child.tier, asked <= tier, asked > .draft, !(value.map(isFilled) ?? false) {
        if asked > above { lacks.append(Lack(path: name, what: name)) }
      } else if let value, value.isMapping {
        collect(value, child, path: name, tier: tier, above: above, gaps: gaps, into: &lacks)
      }
    }
  }

  /// Whether a value says something: `unknown`, `[]` and `""` do not.
  package static func isFilled(_ value: Node) -> Bool { !value.isBlank && !value.textEquals("unknown") && !saysUnknown(value) }

  /// `{class: unknown}`, `{stage: unknown}`, `{type: unknown}`: a mapping whose deciding value is not known.
  private static func saysUnknown(_ node: Node) -> Bool {
    ["class", "stage", "type"].contains { node[$0]?.textEquals("unknown") ?? false }
  }

  private static func sourcing(_ sheet: Sheet, _ tier: Tier) -> [Lack] {
    guard sheet.id.kind == .cluster, !sheet.sources.isEmpty else { return [] }
    var lacks: [Lack] = []
    let publishers = Set(sheet.sources.compactMap { $0.publisher?.lowercased() })
    if publishers.count < 2 { lacks.append(Lack(path: nil, what: "sources from two publishers (has \(publishers.count))")) }
    let weak = sheet.sources.count { $0.reliability == "C" }
    if weak * 2 > sheet.sources.count {
      lacks.append(Lack(path: nil, what: "more sources of reliability A or B (\(weak) of \(sheet.sources.count) are C)"))
    }
    if tier >= .full {
      if sheet.sources.count < 5 { lacks.append(Lack(path: nil, what: "5 sources (has \(sheet.sources.count))")) }
      if !sheet.sources.contains(where: { $0.reliability == "A" }) {
        lacks.append(Lack(path: nil, what: "a source of reliability A"))
      }
    }
    return lacks
  }

  private static let askedComponents = [
    "players.businesses", "players.research", "players.training", "resources.human", "resources.regional", "resources.financial",
    "resources.collective",
  ]

  /// In each of the components that are asked for, an item with a source.
  private static func items(_ sheet: Sheet, _ gaps: Set<String>) -> [Lack] {
    askedComponents.compactMap { path in
      guard !gaps.contains(path), let items = sheet.tree.root.at(path), items.count > 0 else { return nil }
      let isSourced = items.items.contains { !($0["sources"]?.isBlank ?? true) }
      return isSourced ? nil : Lack(path: path, what: "an item with a source in \(path)")
    }
  }

  private static func counts(_ sheet: Sheet, _ tier: Tier, _ gaps: Set<String>) -> [Lack] {
    func atLeast(_ wanted: Int, _ path: String, _ what: String) -> [Lack] {
      let has = sheet.tree.root.at(path)?.count ?? 0
      // An empty list is missing as a field.
      return has >= wanted || has == 0 || gaps.contains(path) ? [] : [Lack(path: path, what: "\(wanted) \(what) (has \(has))")]
    }
    if tier < .full { return atLeast(3, "figures", "figures") }
    let kinds = (sheet.tree.root["resources"]?.entries ?? sheet.tree.root.entries.none).count { entry in
      entry.value.items.contains { ($0["figures"]?.count ?? 0) > 0 }
    }
    return atLeast(8, "figures", "figures") + atLeast(3, "timeline", "dated events")
      + (kinds < 3 && !gaps.contains("figures") && !gaps.contains("resources")
        ? [Lack(path: nil, what: "figures over 3 kinds of resource (has \(kinds))")] : [])
  }
}
