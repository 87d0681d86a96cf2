import EcosystemSchema
import SheetModel
import SourceText
import Workspace

/// What has changed in the data of a project between two states.
package struct Difference: Sendable {
  /// How people name the two states: `main (3f2a9c1)`, `working folder`.
  package let before: String
  package let after: String
  /// By kind and id.
  package let sheets: [SheetChange]
  /// Schemas, configuration and whatever else a project holds, by path; told as files.
  package let files: [FileChange]

  package var isEmpty: Bool { sheets.isEmpty && files.isEmpty }

  package func count(_ kind: ChangeKind) -> Int { sheets.count { $0.kind == kind } }
}

package enum ChangeKind: String, Sendable, CaseIterable {
  case added, removed, renamed, changed
}

/// What happened to one sheet.
package struct SheetChange: Sendable {
  package let kind: ChangeKind
  /// Of today; of a sheet that was removed, as it was.
  package let id: SheetID
  package let name: String
  package let path: String
  package let theme: String?
  package let countries: [String]
  /// Set where the sheet was renamed.
  package let formerID: SheetID?
  package let formerPath: String?
  /// How a renamed sheet was recognised: `same content`, `former_ids`, `same name, theme and country`.
  package let evidence: String?
  package let fields: [FieldChange]
  package let body: BodyChange?
  /// What is wrong with a file that cannot be read, then or now: its fields cannot be compared.
  package let problemBefore: String?
  package let problemAfter: String?

  package func count(_ topic: FieldChange.Topic) -> Int { fields.count { $0.topic == topic } }
}

/// A file that is no sheet.
package struct FileChange: Sendable, Equatable {
  package enum Sort: String, Sendable, CaseIterable {
    case schema, configuration, template, page, style, script, data, picture
  }

  package let sort: Sort
  package let path: String
  /// `added`, `removed` or `changed`.
  package let kind: ChangeKind
}

extension Difference {
  /// Compares two states of a project.
  ///
  /// - Parameter changedAssets: pictures and other copied files whose content differs; their bytes are in no source set.
  package static func between(
    _ old: SourceSet, _ new: SourceSet, before: String, after: String, changedAssets: Set<String> = []
  ) -> Difference {
    let (formerSchemas, schemas) = (SchemaSet.compile(old.schemas).set, SchemaSet.compile(new.schemas).set)
    let sheets = sheetChanges(old.sheets, new.sheets) { kind in (schemas[kind.rawValue]?.root, formerSchemas[kind.rawValue]?.root)
    }
    return Difference(before: before, after: after, sheets: sheets, files: fileChanges(old, new, changedAssets))
  }

  private static func sheetChanges(
    _ old: [SourceFile], _ new: [SourceFile], schemas: (SheetKind) -> (field: Field?, former: Field?)
  ) -> [SheetChange] {
    let before = Dictionary(old.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    func state(_ file: SourceFile, isFormer: Bool) -> SheetState? {
      guard let kind = SheetKind(path: file.path) else { return nil }
      let (field, former) = schemas(kind)
      return SheetState(file, kind: kind, field: isFormer ? former ?? field : field ?? former)
    }
    let matching = SheetMatching(
      removed: old.filter { after[$0.path] == nil }.compactMap { state($0, isFormer: true) }.sorted { $0.id < $1.id },
      added: new.filter { before[$0.path] == nil }.compactMap { state($0, isFormer: false) }.sorted { $0.id < $1.id })
    var changes = matching.removed.map { SheetChange($0, .removed) } + matching.added.map { SheetChange($0, .added) }
    for match in matching.matches {
      let schema = schemas(match.after.id.kind)
      changes.append(SheetChange(from: match.before, to: match.after, schema, evidence: match.evidence))
    }
    for file in new {
      guard let former = before[file.path], former.bytes != file.bytes, let old = state(former, isFormer: true),
        let new = state(file, isFormer: false)
      else { continue }
      let change = SheetChange(from: old, to: new, schemas(new.id.kind), evidence: nil)
      if !change.isEmpty { changes.append(change) }
    }
    return changes.sorted { ($0.id, $0.path) < ($1.id, $1.path) }
  }

  private static func fileChanges(_ old: SourceSet, _ new: SourceSet, _ changedAssets: Set<String>) -> [FileChange] {
    var changes: [FileChange] = []
    func compare<Item>(
      _ sort: FileChange.Sort, _ before: [Item], _ after: [Item], path: (Item) -> String, same: (Item, Item) -> Bool
    ) {
      var left = Dictionary(before.map { (path($0), $0) }, uniquingKeysWith: { first, _ in first })
      for item in after {
        guard let former = left.removeValue(forKey: path(item)) else {
          changes.append(FileChange(sort: sort, path: path(item), kind: .added))
          continue
        }
        if !same(former, item) { changes.append(FileChange(sort: sort, path: path(item), kind: .changed)) }
      }
      changes += left.keys.map { FileChange(sort: sort, path: $0, kind: .removed) }
    }
    func files(_ sort: FileChange.Sort, _ before: [SourceFile], _ after: [SourceFile]) {
      compare(sort, before, after, path: \.path) { $0.bytes == $1.bytes }
    }
    files(.schema, old.schemas, new.schemas)
    files(.configuration, [old.site], [new.site])
    files(.template, old.templates, new.templates)
    files(.page, old.pages, new.pages)
    files(.style, old.styles, new.styles)
    files(.script, old.scripts, new.scripts)
    files(.data, old.data, new.data)
    compare(.picture, old.assets, new.assets, path: \.path) { $0.size == $1.size && !changedAssets.contains($1.path) }
    return changes.sorted { $0.path < $1.path }
  }
}

extension SheetChange {
  /// Whether the files differ in nothing but their style: comments, quotes, order of keys, line breaks.
  var isEmpty: Bool { kind == .changed && fields.isEmpty && body == nil && problemBefore == nil && problemAfter == nil }

  fileprivate init(_ state: SheetState, _ kind: ChangeKind) {
    self.init(
      kind: kind, id: state.id, name: state.name, path: state.path, theme: state.theme, countries: state.countries, formerID: nil,
      formerPath: nil,
      evidence: nil, fields: [], body: nil, problemBefore: kind == .removed ? state.problem : nil,
      problemAfter: kind == .added ? state.problem : nil)
  }

  fileprivate init(
    from before: SheetState, to after: SheetState, _ schema: (field: Field?, former: Field?), evidence: SheetMatching.Evidence?
  ) {
    var fields: [FieldChange] = []
    var body: BodyChange?
    // A file that cannot be read now still has the name that people know it by.
    let known = after.data == nil && before.data != nil ? before : after
    if let old = before.data, let new = after.data {
      fields = FieldComparison.compare(old, new, field: schema.field, formerField: schema.former)
      body = BodyChange.between(before, after)
    }
    self.init(
      kind: evidence == nil ? .changed : .renamed, id: after.id, name: known.name, path: after.path, theme: known.theme,
      countries: known.countries,
      formerID: evidence == nil ? nil : before.id, formerPath: evidence == nil ? nil : before.path, evidence: evidence?.rawValue,
      fields: fields,
      body: body, problemBefore: before.problem, problemAfter: after.problem)
  }
}
