import Diagnostics
import SheetModel

/// What checking has to say about one file.
struct FileFindings: Sendable {
  let path: String
  /// nil for pages, templates and other files that are no sheet.
  let sheet: SheetID?
  /// The sheet's name, else the path.
  let title: String
  /// In report order; as many as a page shows.
  let shown: [Diagnostic]
  let total: Int

  /// The id of its section, unique among all pages of the review.
  var anchor: String { sheet.map { "sheet-\($0.kind.rawValue)-\($0.id)" } ?? "file-\(SheetID.slug(of: path))" }

  func anchor(of place: Int) -> String { place < shown.count ? "\(anchor)-\(place + 1)" : anchor }

  /// The findings by file: sheets by kind and name, then the other files by path.
  static func collect(_ diagnostics: [Diagnostic], _ site: SiteContext, records: [SheetRecord]) -> [FileFindings] {
    let byPath = Dictionary(grouping: diagnostics) { $0.location.path }
    var rest = Set(byPath.keys)
    func findings(_ path: String, _ sheet: SheetID?, _ title: String) -> FileFindings? {
      guard rest.remove(path) != nil, let all = byPath[path]?.sorted(by: Diagnostic.inReportOrder) else { return nil }
      return FileFindings(
        path: path, sheet: sheet, title: title, shown: Array(all.prefix(ReviewLimits.findingsPerFile)), total: all.count)
    }
    let sheets = records.compactMap { findings($0.sheet.path, $0.sheet.id, $0.sheet.name.value) }
    return sheets + rest.sorted().compactMap { findings($0, nil, $0) }
  }
}
