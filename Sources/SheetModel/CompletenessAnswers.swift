import EcosystemSchema
import FrontMatter

/// What a sheet says to a field that is asked for.
package enum Answer: Sendable, Equatable {
  /// Filled and, where it is a fact, with a source.
  case filled
  /// A fact without a source.
  case unsourced
  /// Not filled, and `gaps` says why.
  case gap
  /// `gaps` says that the field has no meaning for this sheet.
  case notApplicable
  case silent
}

/// Looks up what a sheet says: values, gaps and evidence.
struct AnswerBook {
  private let root: Node
  private let evidence: Node?
  private let gaps: [String: String]

  init(_ sheet: Sheet) {
    root = sheet.tree.root
    evidence = root["evidence"]
    gaps = Dictionary(sheet.gaps.map { ($0.field.value, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  func answer(_ path: String, _ field: Field) -> Answer {
    if let value = root.at(path), AnswerBook.isFilled(value, field) {
      guard field.isFact, !isSourced(value, path) else { return .filled }
      return gap(path, field) == nil ? .unsourced : .gap
    }
    guard let reason = gap(path, field) else { return .silent }
    return reason == "not-applicable" ? .notApplicable : .gap
  }

  /// Why a field is empty: a gap for it, for what it lies in, or for the value that decides it (`size.class` for `size`).
  func gap(_ path: String, _ field: Field? = nil) -> String? {
    guard !gaps.isEmpty else { return nil }
    if let reason = gaps[path] { return reason }
    for ancestor in AnswerBook.ancestors(of: path) {
      if let reason = gaps[ancestor] { return reason }
    }
    for child in field?.children ?? [] where child.isRequired {
      if let reason = gaps["\(path).\(child.key)"] { return reason }
    }
    return nil
  }

  /// Whether a value has a source: its own, that of one of its items, or evidence for it or for what it lies in.
  func isSourced(_ value: Node, _ path: String) -> Bool {
    if AnswerBook.namesSources(value) || value.items.contains(where: AnswerBook.namesSources) { return true }
    return hasEvidence(path)
  }

  func hasEvidence(_ path: String) -> Bool {
    guard let evidence else { return false }
    return ([path] + AnswerBook.ancestors(of: path)).contains { (evidence[$0]?.count ?? 0) > 0 }
  }

  static func namesSources(_ value: Node) -> Bool { (value["sources"]?.count ?? 0) > 0 }

  /// Whether a value says something: `unknown`, `[]` and `""` do not, nor does a mapping whose required value is `unknown`.
  static func isFilled(_ value: Node, _ field: Field?) -> Bool {
    if value.isScalar { return !value.isBlank && !value.textEquals("unknown") }
    if value.isSequence { return value.items.contains { isFilled($0, field?.items) } }
    let required = field?.children.filter(\.isRequired) ?? []
    guard !required.contains(where: { value[$0.key]?.textEquals("unknown") ?? false }) else { return false }
    return value.entries.contains { isFilled($0.value, field?.child($0.key.text)) }
  }

  /// `a.b.c` gives `a.b` and `a`.
  private static func ancestors(of path: String) -> [String] {
    var found: [String] = []
    var rest = Substring(path)
    while let dot = rest.lastIndex(of: ".") {
      rest = rest[..<dot]
      found.append(String(rest))
    }
    return found
  }
}
