import Diagnostics
import EcosystemSchema
import FrontMatter
import MarkdownBody
import SheetModel
import SourceText

/// What one file gave: a sheet where it could be read, and everything that is wrong with it alone.
struct SheetReading: Sendable {
  let id: SheetID
  let sheet: Sheet?
  let diagnostics: [Diagnostic]
  /// Where the schema found something wrong.
  var refused: Set<Location> = []
}

/// Reads one file into a sheet: head, body, schema, model, the rules about one sheet. Pure, so that files can be read side by side.
struct SheetReader: Sendable {
  let schemas: SchemaSet
  let geography: Geography
  let today: CalendarDate
  let limits: SiteConfiguration.Limits

  /// nil where no sheet can lie at the file's path.
  func read(_ file: SourceFile) -> SheetReading? {
    guard let kind = SheetKind(path: file.path) else { return nil }
    let id = SheetID(kind, file.stem)
    let head = SheetHead.read(file, maximumSize: limits.fileBytes)
    var diagnostics = head.diagnostics
    let body = BodyReader.read(file, span: head.body)
    diagnostics += body.diagnostics
    guard let tree = head.tree, let schema = schemas[kind.rawValue] else {
      return SheetReading(id: id, sheet: nil, diagnostics: named(diagnostics, id))
    }
    let invalid = schema.validate(tree, path: file.path, sheet: id.id)
    let sheet = Sheet(id: id, path: file.path, tree: tree, body: body.body, field: schema.root)
    let context = SheetContext(
      field: schema.root, geography: geography, today: today, limits: limits, file: file,
      lacksFields: invalid.contains { $0.rule == MissingField.rule.id })
    // What the schema refuses need not also be wrong in another way.
    let refused = Set(invalid.map(\.location))
    let found = SheetRules.all.flatMap { $0.check(sheet, context) }.filter {
      Causes.isCause($0) || !refused.contains($0.location)
    }
    diagnostics += Causes.silencing(invalid, by: head.diagnostics + found) + PointerFinder.fill(found, tree)
    return SheetReading(id: id, sheet: sheet, diagnostics: named(diagnostics, id), refused: refused)
  }

  /// The readers of text do not know which sheet a file is.
  private func named(_ diagnostics: [Diagnostic], _ id: SheetID) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard diagnostic.sheet == nil else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.sheet = id.id
      return diagnostic
    }
  }
}
