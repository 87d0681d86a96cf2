import EcosystemSchema
import FrontMatter

/// Something that a sheet's aim asks for and the sheet neither has nor explains.
package struct Lack: Sendable, Equatable {
  /// The dotted path of the field, or nil where it is a rule over several.
  package let path: String?
  /// As it stands in a sentence: `life_cycle`, `3 figures (has 1)`.
  package let what: String
}

/// What a sheet lacks for a tier; the rules are those of the method page ("What a sheet needs").
package enum Lacks {
  /// - Parameter above: fields that this tier or a lower one asks for are left out: the schema has asked for them.
  package static func of(_ sheet: Sheet, for tier: Tier, above: Tier = .draft, field: Field) -> [Lack] {
    let book = AnswerBook(sheet)
    var lacks: [Lack] = []
    collect(sheet.tree.root, field, path: "", asks: above < tier ? above...tier : tier...tier, book, into: &lacks)
    guard tier >= .publishable, sheet.id.kind == .cluster else { return lacks }
    lacks += items(sheet, tier, field, book)
    // One cause, one lack: where the list itself is missing nobody is told how many are wanted.
    let missing = Set(lacks.compactMap(\.path))
    lacks += counts(sheet, tier, field).filter { $0.path.map { !missing.contains($0) } ?? true }
    return lacks + sourcing(sheet, tier)
  }

  /// Fields of the schema that the tier asks for; below a missing field, and below one that is a gap, nothing more is asked.
  private static func collect(
    _ node: Node, _ field: Field, path: String, asks: ClosedRange<Tier>, _ book: AnswerBook, into lacks: inout [Lack]
  ) {
    for child in field.children {
      let name = path.isEmpty ? child.key : path + "." + child.key
      // A sheet without an aim is judged as what its kind is by default.
      guard name != "aim" else { continue }
      let value = node[child.key]
      let isFilled = value.map { AnswerBook.isFilled($0, child) } ?? false
      if !isFilled {
        if let asked = child.tier, asked <= asks.upperBound, asked > asks.lowerBound, book.gap(name, child) == nil {
          lacks.append(Lack(path: name, what: name))
        }
      } else if let value, value.isMapping {
        collect(value, child, path: name, asks: asks, book, into: &lacks)
      }
    }
  }

  /// In each component that the tier asks for, an item with a source or a gap; one that is missing altogether is said already.
  private static func items(_ sheet: Sheet, _ tier: Tier, _ field: Field, _ book: AnswerBook) -> [Lack] {
    CompletenessScheme.components(of: field).compactMap { component in
      guard let asked = component.tier, asked <= tier, let list = sheet.tree.root.at(component.path), list.count > 0,
        !book.isSourced(list, component.path), book.gap(component.path) == nil
      else { return nil }
      return Lack(path: component.path, what: "an item with a source in \(component.path)")
    }
  }

  /// Three figures; for full eight over three kinds of resource, and three dated events. A gap is no answer here.
  private static func counts(_ sheet: Sheet, _ tier: Tier, _ field: Field) -> [Lack] {
    func atLeast(_ wanted: Int, _ path: String, _ what: String) -> [Lack] {
      let has = sheet.tree.root.at(path)?.count ?? 0
      return has >= wanted ? [] : [Lack(path: path, what: "\(wanted) \(what) (has \(has))")]
    }
    guard tier >= .full else { return atLeast(3, "figures", "figures") }
    let kinds = CompletenessScheme.components(of: field).count { component in
      component.part == "resources"
        && sheet.tree.root.at(component.path)?.items.contains { ($0["figures"]?.count ?? 0) > 0 } ?? false
    }
    return atLeast(8, "figures", "figures")
      + (kinds < 3 ? [Lack(path: nil, what: "figures over 3 kinds of resource (has \(kinds))")] : [])
      + atLeast(3, "timeline", "dated events")
  }

  /// Sources from two publishers, at most half of them of reliability C; for full five, one of them of reliability A. Only what is cited counts.
  private static func sourcing(_ sheet: Sheet, _ tier: Tier) -> [Lack] {
    // A sheet without any source has been told so.
    guard !sheet.sources.isEmpty else { return [] }
    let cited = sheet.citations
    let sources = sheet.sources.filter { cited[$0.id.value] != nil }
    var lacks: [Lack] = []
    let publishers = Set(sources.compactMap { $0.publisher?.lowercased() }.filter { !$0.isEmpty })
    if publishers.count < 2 { lacks.append(Lack(path: nil, what: "sources from two publishers (has \(publishers.count))")) }
    let weak = sources.count { $0.reliability == "C" }
    if weak * 2 > sources.count {
      lacks.append(Lack(path: nil, what: "more sources of reliability A or B (\(weak) of \(sources.count) are C)"))
    }
    guard tier >= .full else { return lacks }
    if sources.count < 5 { lacks.append(Lack(path: nil, what: "5 sources (has \(sources.count))")) }
    if !sources.contains(where: { $0.reliability == "A" }) { lacks.append(Lack(path: nil, what: "a source of reliability A")) }
    return lacks
  }
}

extension Sheet {
  /// How often each source of the sheet is cited, in its front matter and in its text; a source that is never cited is not there.
  package var citations: [String: Int] {
    var counts: [String: Int] = [:]
    for reference in localReferences where reference.kinds == ["source"] { counts[reference.id, default: 0] += 1 }
    for citation in body.citations { counts[citation.source, default: 0] += 1 }
    return counts
  }
}
