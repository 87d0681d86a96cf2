import Diagnostics

package enum SiteConfigurationRule {
  package static let rule = Rule(
    id: "site-configuration", severity: .error,
    title: "Site/site.yaml holds only what the program knows",
    why: """
      A key that is misspelt would otherwise do nothing, and nobody would notice. The keys are title, subtitle, base_url, language, repository, \
      publisher, licence, contact, review, severities, limits and navigation. A mistake here ends the run with status 2, because no page could be trusted.
      """,
    bad: Example("Site/site.yaml", "title: Example\nbaseurl: https://example.org/\n"),
    good: Example("Site/site.yaml", "title: Example\nbase_url: https://example.org/\n"))
}
