import ArgumentParser
import Diagnostics
import History
import Linking
import SheetAnalysis
import SheetModel
import SourceText

/// `--changed-since REV`: all sheets are read, and those are reported on that somebody has changed, or that a change touches.
struct ChangedScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report only on files that differ from this git revision, and on sheets that refer to an id that came or went.",
      valueName: "rev"))
  var changedSince: String?

  /// The diagnostics that are in scope; all of them without the option.
  func narrow(_ session: Session, _ diagnostics: [Diagnostic]) throws -> [Diagnostic] {
    guard let changedSince else { return diagnostics }
    let changed: ChangedFiles
    do throws(GitError) {
      let repository = try GitRepository(project: session.project.root)
      changed = try repository.changedFiles(since: repository.revision(changedSince))
    } catch {
      Console.log("error: \(error.description)")
      throw Exit(status: .setup)
    }
    let scope = ChangedScope(changed, session.analysis)
    if !scope.widening.isEmpty {
      Console.log(
        "\(Wording.list(scope.widening)) changed since \(changedSince), so every sheet that depends on it is reported on.")
    }
    return diagnostics.filter(scope.contains)
  }
}

/// The part of a project that a change touches.
package struct ChangedScope: Sendable {
  private let paths: Set<String>
  /// Schemas and code lists that have changed, sorted: what they say holds for sheets that nobody touched.
  package let widening: [String]

  package init(_ changed: ChangedFiles, _ analysis: Analysis) {
    var paths = Set(changed.paths).union(changed.gone)
    var kinds: Set<SheetKind> = []
    var widening: [String] = []
    for path in changed.paths + changed.gone {
      let touched = Self.kinds(dependingOn: path)
      if !touched.isEmpty { widening.append(path) }
      kinds.formUnion(touched)
    }
    self.widening = widening.sorted()
    let moved = (changed.gone + changed.new).compactMap { path in
      SheetKind(path: path).map { SheetID($0, SourceFile(path: path, bytes: []).stem) }
    }
    let ids = Dictionary(grouping: moved, by: \.id)
    for sheet in analysis.atlas.sheets where kinds.contains(sheet.id.kind) || Self.refers(sheet, to: ids) {
      paths.insert(sheet.path)
    }
    for id in analysis.atlas.unreadable where kinds.contains(id.kind) { paths.insert("\(id.kind.folder)/\(id.id).md") }
    self.paths = paths
  }

  /// Whether a diagnostic stands in a touched file, or one of its notes does: of two sheets with one name, either may be the new one.
  package func contains(_ diagnostic: Diagnostic) -> Bool {
    paths.contains(diagnostic.location.path) || Self.isAboutDebts(diagnostic)
      || diagnostic.notes.contains { paths.contains($0.location.path) }
  }

  /// A change can pay a debt, which leaves an entry behind in a file that the change does not touch.
  private static func isAboutDebts(_ diagnostic: Diagnostic) -> Bool { BaselineRules.all.contains { $0.id == diagnostic.rule } }

  private static func refers(_ sheet: Sheet, to ids: [String: [SheetID]]) -> Bool {
    guard !ids.isEmpty else { return false }
    return sheet.references.contains { reference in
      ids[reference.id]?.contains { reference.kinds.contains($0.kind.rawValue) } ?? false
    }
      || sheet.body.references.contains { reference in
        ids[reference.id]?.contains { reference.kind == nil || reference.kind == $0.kind.rawValue } ?? false
      }
  }

  /// The kinds of sheet that a schema or a code list is about.
  private static func kinds(dependingOn path: String) -> [SheetKind] {
    if path == "Site/data/countries.csv" || path == "Site/data/subdivisions.csv" { return SheetKind.allCases }
    guard path.hasPrefix("Sheets/schemas/"), path.hasSuffix(".schema.yaml") else { return [] }
    let name = String(path.dropFirst("Sheets/schemas/".count).dropLast(".schema.yaml".count))
    return SheetKind(rawValue: name).map { [$0] } ?? SheetKind.allCases
  }
}
