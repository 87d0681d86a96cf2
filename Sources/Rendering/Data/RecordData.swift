import Linking
import Markup
import SheetModel

/// The whole record of a sheet as JSON: its front matter, and what the atlas derives from all sheets.
enum RecordData {
  /// `data/sheets.jsonl`: every record on a line of its own.
  static func writeLines(_ site: SiteContext, to emit: ([UInt8]) throws -> Void) throws {
    for sheet in SheetRows.sheets(site) { try emit(json(sheet, site) + [0x0A]) }
  }

  /// On one line.
  static func json(_ sheet: Sheet, _ site: SiteContext) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version", DataCatalogue.version)
      json.member("kind", sheet.id.kind.rawValue)
      json.member("id", sheet.id.id)
      if let page = site.plan.addresses[sheet.id] { json.member("page", page) }
      json.member("source", DataFile.markdown(sheet.id))
      json.member("schema", DataFile.schema(sheet.id.kind).address)
      if let licence = site.configuration.licence { json.member("licence", licence) }
      if let day = sheet.reviewed { json.member("reviewed", day.text) }
      if let day = sheet.updated { json.member("updated", day.text) }
      json.key("sheet")
      TreeJSON.write(sheet.tree.root, site.field(of: sheet.id.kind), into: &json)
      json.key("derived")
      json.object { derived(sheet, site, into: &$0) }
    }
    return json.take()
  }

  private static func derived(_ sheet: Sheet, _ site: SiteContext, into json: inout JSONWriter) {
    if let code = sheet.cluster?.countries.first?.value, let region = site.geography.macroRegion(ofCountry: code) {
      json.key("macro_region")
      json.object {
        $0.member("id", region.id)
        $0.member("code", region.code)
        $0.member("name", region.name)
      }
    }
    if let visibility = site.atlas.visibility(of: sheet) {
      json.member("band", visibility.band.rawValue)
      json.member("methods", visibility.methods)
      json.member("identified_by", visibility.initiatives)
    }
    json.key("referred_to_by")
    json.array { json in
      for place in references(to: sheet, site) {
        json.object {
          $0.member("kind", place.from.kind.rawValue)
          $0.member("id", place.from.id)
          $0.member("in", place.place)
        }
      }
    }
  }

  /// The published sheets that name this one, each with the field in which it does; `text` where it is in its text.
  private static func references(to sheet: Sheet, _ site: SiteContext) -> [(from: SheetID, place: String)] {
    var seen: Set<String> = []
    return site.atlas.backlinks(to: sheet.id).filter { site.isPublished($0.from) }.map { ($0.from, $0.field ?? "text") }
      .filter { seen.insert("\($0.0.kind.rawValue) \($0.0.id) \($0.1)").inserted }
      .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
  }
}
