import Diagnostics
import FrontMatter
import SourceText

/// What `Site/site.yaml` says.
package struct SiteConfiguration: Sendable {
  package var title = "Clusters"
  package var subtitle: String?
  /// Where the site will stand, with a slash at the end; only 404.html, the sitemap and canonical addresses use it.
  package var baseURL: String?
  package var language = "en"
  /// The address under which a source file is read: `https://…/blob/main/`.
  package var repository: String?
  package var publisher: String?
  package var licence: String?
  package var contact: String?
  /// Whether the site has pages for its reviewers.
  package var review = true
  /// Whether the site has a print edition.
  package var print = true
  /// Severities that differ from the rules' own; nil switches a rule off.
  package var severities: [String: Severity?] = [:]
  package var limits = Limits()
  /// The pages named in the head of every page.
  package var navigation: [NavigationItem] = []

  package struct Limits: Sendable {
    package var fileBytes = 1 << 20
    /// A review older than this is stale.
    package var reviewMonths = 24
  }

  package struct NavigationItem: Sendable {
    package let label: String
    /// An address within the site, such as `themes/index.html`.
    package let page: Located<String>
  }

  package init() {}

  /// Reads `Site/site.yaml`. Everything wrong in it is a diagnostic of severity error; the run ends with status 2.
  package static func read(_ file: SourceFile, rules: [Rule]) -> (configuration: SiteConfiguration, diagnostics: [Diagnostic]) {
    if let bad = file.firstInvalidUTF8 {
      return (SiteConfiguration(), [InvalidUTF8.report(at: Location(path: file.path, span: Span(bad, bad + 1)))])
    }
    let (tree, diagnostics) = YAMLReader.read(file)
    guard let tree else { return (SiteConfiguration(), diagnostics) }
    var reading = SiteConfigurationReading(path: file.path, rules: rules, diagnostics: diagnostics)
    reading.read(tree.root)
    return (reading.configuration, reading.diagnostics)
  }
}
