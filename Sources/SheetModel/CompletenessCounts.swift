import EcosystemSchema
import FrontMatter
import SourceText

/// What a sheet has of one component.
package struct ComponentCount: Sendable, Equatable {
  package let items: Int
  /// Items that name a source.
  package let sourced: Int
  /// The reason that `gaps` gives, where there are no items.
  package let gap: String?

  package init(items: Int, sourced: Int, gap: String?) {
    self.items = items
    self.sourced = sourced
    self.gap = gap
  }
}

/// The facts of a sheet and how many of them have a source.
///
/// A fact is a filled field that the schema marks with `x-fact`; of a list each item is one. Its source is its own, or evidence for the field or for
/// what the field lies in.
package struct FactCount: Sendable {
  package private(set) var total = 0
  /// The facts without a source, in the order of the schema: the field's path and where the value stands.
  package private(set) var unsourced: [Located<String>] = []

  package var sourced: Int { total - unsourced.count }

  package init(_ sheet: Sheet, _ scheme: CompletenessScheme) {
    let book = AnswerBook(sheet)
    visit(sheet.tree.root, scheme.root, path: "", book)
  }

  private mutating func visit(_ node: Node, _ field: Field, path: String, _ book: AnswerBook) {
    for child in field.children {
      guard let value = node[child.key], AnswerBook.isFilled(value, child) else { continue }
      let name = path.isEmpty ? child.key : "\(path).\(child.key)"
      if child.isFact {
        count(value, name, book)
      } else if value.isMapping {
        visit(value, child, path: name, book)
      } else if let items = child.items {
        for item in value.items where item.isMapping { visit(item, items, path: name, book) }
      }
    }
  }

  private mutating func count(_ value: Node, _ path: String, _ book: AnswerBook) {
    let hasEvidence = book.hasEvidence(path)
    for fact in value.isSequence ? Array(value.items) : [value] where AnswerBook.isFilled(fact, nil) {
      total += 1
      if !hasEvidence, !AnswerBook.namesSources(fact) { unsourced.append(Located(path, fact.span)) }
    }
  }
}

extension CompletenessScheme {
  /// What a sheet has of each component, in the order of `components`.
  package func counts(_ sheet: Sheet) -> [ComponentCount] {
    let book = AnswerBook(sheet)
    return components.map { component in
      let list = sheet.tree.root.at(component.path)
      let items = list?.count ?? 0
      return ComponentCount(
        items: items, sourced: list?.items.count(where: AnswerBook.namesSources) ?? 0,
        gap: items > 0 ? nil : book.gap(component.path))
    }
  }
}
