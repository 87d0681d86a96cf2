import Markup
import SheetModel

/// What pages are in the words of schema.org, as JSON-LD.
enum StructuredData {
  static let context = "https://schema.org"

  /// The home page: the atlas is a data set, with its files.
  static func home(_ site: SiteContext) -> [UInt8] {
    let configuration = site.configuration
    var json = JSONWriter(forMarkup: true)
    json.object { json in
      json.member("@context", context)
      json.member("@type", "Dataset")
      json.member("name", configuration.title)
      json.member("description", description(site))
      about(site, into: &json)
      json.member("isAccessibleForFree", true)
      json.member("keywords", ["industrial clusters", "innovation clusters"] + site.themes.map(\.name.value))
      if let day = DataPackage.newest(site) { json.member("dateModified", day.text) }
      guard let base = configuration.baseURL else { return }
      json.member("url", base)
      json.key("distribution")
      json.array { json in
        for document in DataDocuments.all where document.file != .page {
          json.object {
            $0.member("@type", "DataDownload")
            $0.member("name", document.title)
            $0.member("encodingFormat", document.mediaType)
            $0.member("contentUrl", base + document.file.address)
          }
        }
      }
    }
    return json.take()
  }

  private static func description(_ site: SiteContext) -> String {
    let lead = site.configuration.subtitle.map { $0 + ". " } ?? ""
    return lead
      + "Datasheets of \(Numbers.plural(site.clusters.count, "cluster")) with their players, resources and figures, each statement with its source."
  }

  /// Language, licence and publisher, which a page and a data set have alike.
  static func about(_ site: SiteContext, into json: inout JSONWriter) {
    let configuration = site.configuration
    json.member("inLanguage", configuration.language)
    if let licence = configuration.licence { json.member("license", Licence(licence)?.url ?? licence) }
    if let publisher = configuration.publisher {
      json.key("publisher")
      json.object {
        $0.member("@type", "Organization")
        $0.member("name", publisher)
      }
    }
  }
}
