import Diagnostics

package enum TextPageRule {
  package static let rule = Rule(
    id: "text-page", severity: .error,
    title: "A page of Site/pages/ has a title, and its file name is an id",
    why: """
      The pages of the site itself (method, legal, …) have a short front matter: `title`, and if wanted `summary` and `order`. They cite no sources \
      by id, since they have no list of them; they link.
      """,
    bad: Example("Site/pages/example.md", "---\ntitel: Example\n---\n\nA text.\n"),
    good: Example("Site/pages/example.md", "---\ntitle: Example\n---\n\nA text.\n"))
}
