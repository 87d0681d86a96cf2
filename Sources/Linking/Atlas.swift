import EcosystemSchema
import FrontMatter
import MarkdownBody
import SheetModel
import SourceText

/// All sheets together: who is who, where, and who speaks of whom. Built once, then only read.
package struct Atlas: Sendable {
  /// Every sheet that could be read, drafts too, by kind and id.
  package let sheets: [Sheet]
  package let geography: Geography
  /// Sheets whose file is there but could not be read: references to them are no second mistake.
  package let unreadable: Set<SheetID>
  /// Kinds whose folder could not be read: nobody knows which sheets there are.
  package let unreadableKinds: Set<SheetKind>
  /// Other words for the themes.
  package let synonyms: ThemeSynonyms

  private let index: [SheetID: Int]
  private let kindsByID: [String: [SheetKind]]
  private let resolver: Resolver
  /// Who names a sheet, in the order of the sheets that do.
  private let incoming: [SheetID: [Backlink]]

  package init(
    sheets: [Sheet], unreadable: Set<SheetID>, unreadableKinds: Set<SheetKind> = [], geography: Geography
  ) {
    // Two ids can be equal as text and differ in their bytes; the paths then decide.
    let synonyms = ThemeSynonyms(sheets.filter { $0.id.kind == .theme })
    self.synonyms = synonyms
    self.sheets = sheets.sorted { $0.id == $1.id ? $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) : $0.id < $1.id }
      .map { $0.namingThemes(synonyms) }
    self.geography = geography
    self.unreadable = unreadable
    self.unreadableKinds = unreadableKinds
    index = Dictionary(self.sheets.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var kinds: [String: [SheetKind]] = [:]
    for id in Set(self.sheets.map(\.id)).union(unreadable).sorted() { kinds[id.id, default: []].append(id.kind) }
    kindsByID = kinds
    let resolver = Resolver(kindsByID: kinds, synonyms: synonyms, unreadableKinds: unreadableKinds)
    self.resolver = resolver
    var incoming: [SheetID: [Backlink]] = [:]
    for sheet in self.sheets {
      for reference in sheet.references {
        if case .sheet(let target) = resolver.resolve(reference), target != sheet.id {
          incoming[target, default: []].append(Backlink(from: sheet.id, field: reference.field, node: reference.node))
        }
      }
      for reference in sheet.body.references {
        if case .sheet(let target) = resolver.resolve(reference), target != sheet.id {
          incoming[target, default: []].append(Backlink(from: sheet.id, field: nil, node: nil))
        }
      }
    }
    self.incoming = incoming
  }

  package subscript(id: SheetID) -> Sheet? { index[id].map { sheets[$0] } }

  /// The sheets of a kind, by id.
  package func sheets(of kind: SheetKind) -> [Sheet] { sheets.filter { $0.id.kind == kind } }

  /// Who refers to a sheet, in the order of the referring sheets; once per place.
  package func backlinks(to id: SheetID) -> [Backlink] { incoming[id] ?? [] }

  /// Where a reference of the front matter leads.
  package func resolve(_ reference: Reference) -> Resolution {
    resolver.resolve(reference)
  }

  /// Where `[[id]]` leads.
  package func resolve(_ reference: CrossReference) -> Resolution {
    resolver.resolve(reference)
  }

  /// The ids of some kinds, for suggestions.
  package func ids(of kinds: [SheetKind]) -> [String] {
    kindsByID.filter { $0.value.contains(where: kinds.contains) }.keys.sorted()
  }

  /// The kinds of the sheets that have an id.
  package func kinds(of id: String) -> [SheetKind] { kindsByID[id] ?? [] }
}

/// A place that refers to a sheet.
package struct Backlink: Sendable {
  package let from: SheetID
  /// The dotted path of the field; nil where it is in the text.
  package let field: String?
  /// The node of the reference in the referring sheet's tree.
  package let node: Int?
}

/// Where a reference leads.
package enum Resolution: Sendable, Equatable {
  case sheet(SheetID)
  /// A country or a subdivision: no sheet is meant. Or a sheet in a folder that could not be read.
  case place
  /// Several kinds have the id.
  case ambiguous([SheetKind])
  case unknown
}

/// Finds the sheet that a reference names.
struct Resolver {
  let kindsByID: [String: [SheetKind]]
  let synonyms: ThemeSynonyms
  let unreadableKinds: Set<SheetKind>

  func resolve(_ reference: Reference) -> Resolution {
    let kinds = reference.kinds.compactMap(SheetKind.init(rawValue:))
    guard !kinds.isEmpty else { return .place }
    let found = (kindsByID[reference.id] ?? []).filter(kinds.contains)
    // Where a field may name two kinds, the order of the schema decides.
    guard let kind = kinds.first(where: found.contains) else {
      return synonyms.theme(of: reference).map { .sheet(SheetID(.theme, $0)) }
        ?? (unreadableKinds.isDisjoint(with: kinds) ? .unknown : .place)
    }
    return .sheet(SheetID(kind, reference.id))
  }

  func resolve(_ reference: CrossReference) -> Resolution {
    let found = kindsByID[reference.id] ?? []
    if let kind = reference.kind {
      guard let kind = SheetKind(rawValue: kind) else { return .unknown }
      return found.contains(kind)
        ? .sheet(SheetID(kind, reference.id)) : unreadableKinds.contains(kind) ? .place : .unknown
    }
    if found.count > 1 { return .ambiguous(found) }
    return found.first.map { .sheet(SheetID($0, reference.id)) } ?? (unreadableKinds.isEmpty ? .unknown : .place)
  }
}
