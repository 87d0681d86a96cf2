import Markup
import SheetModel

/// What it takes to cite a sheet: the same parts in words, in BibTeX and in CSL-JSON. No day of the build stands in it.
struct SheetCitation {
  let title: String
  let atlas: String
  /// Who answers for the atlas; nil where site.yaml does not say.
  let publisher: String?
  /// The day of the last review: the version that is cited.
  let version: CalendarDate?
  /// The sheet's address in the world; nil without base_url.
  let url: String?
  /// The kind and the id: `cluster “medicon-valley”`.
  let kind: SheetKind
  let id: String
  let key: String
  let language: String

  init(_ sheet: Sheet, _ site: SiteContext) {
    let configuration = site.configuration
    title = sheet.name.value
    atlas = configuration.title + (configuration.subtitle.map { ": " + $0 } ?? "")
    publisher = configuration.publisher
    version = sheet.reviewed
    url = configuration.baseURL.flatMap { base in site.plan.addresses[sheet.id].map { Sitemap.canonical($0, base: base) } }
    kind = sheet.id.kind
    id = sheet.id.id
    let slug = SheetID.slug(of: configuration.title)
    key = "\(slug.isEmpty ? "atlas" : slug)-\(sheet.id.kind.rawValue)-\(sheet.id.id)"
    language = configuration.language
  }

  /// `Medicon Valley. In: Global Clusters: An atlas … . The maintainers, 2026. Cluster sheet “medicon-valley”, version of 2026-11-22. https://…`
  var html: HTML {
    var html: HTML = "\(closed(title)) In: <cite>\(atlas)</cite>."
    let imprint = [publisher, version.map { String($0.year) }].compactMap { $0 }.joined(separator: ", ")
    if !imprint.isEmpty { html += " \(closed(imprint))" }
    html += " \(sheetWords)\(version.map { ", version of \($0.text)" } ?? "")."
    if let url { html += " \(url)" }
    return html
  }

  /// `Cluster sheet “medicon-valley”`.
  var sheetWords: String { "\(kind.title) sheet “\(id)”" }

  /// With a full stop at its end, unless there is one.
  private func closed(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
  }
}

/// CSL-JSON, which reference managers read: one item in a list.
enum CitationJSON {
  static func bytes(_ sheet: Sheet, _ site: SiteContext) -> [UInt8] {
    let citation = SheetCitation(sheet, site)
    var json = JSONWriter()
    json.array {
      $0.object { json in
        json.member("id", citation.key)
        json.member("type", "webpage")
        json.member("title", citation.title)
        json.member("container-title", citation.atlas)
        if let publisher = citation.publisher {
          json.key("author")
          json.array { $0.object { $0.member("literal", publisher) } }
          json.member("publisher", publisher)
        }
        if let day = citation.version {
          json.key("issued")
          json.object {
            $0.key("date-parts")
            $0.array { $0.array { for part in [day.year, day.month, day.day] { $0.value(part) } } }
          }
          json.member("version", day.text)
        }
        json.member("genre", citation.sheetWords)
        json.member("language", citation.language)
        if let url = citation.url { json.member("URL", url) }
      }
    }
    return json.take() + [0x0A]
  }
}
