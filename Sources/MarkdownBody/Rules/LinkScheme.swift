import Diagnostics
import SourceText

package enum LinkScheme {
  package static let rule = Rule(
    id: "link-scheme", severity: .error,
    title: "Links lead to http, https or mailto addresses, to files of the project or to a place on the page",
    why: """
      Other kinds of address run code (`javascript:`), open programs or lead to a file on one person's machine. An address without a scheme is \
      relative to the sheet: `plan.pdf`, `../clusters/medicon-valley.md`, or `#history` for a heading of the same sheet. It does not begin with `/`, \
      because a site may lie in a folder of its server. Pictures are files of the project: pages load nothing from other sites.
      """,
    bad: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee the [register](ftp://example.org/register).\n"),
    good: Example(
      "Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\nSee the [register](https://example.org/register).\n"))

  static func report(_ problem: LinkTarget.Problem, _ target: String, at location: Location) -> Diagnostic {
    let shown = Wording.quoted(target)
    switch problem {
    case .scheme("javascript"), .scheme("vbscript"), .scheme("data"):
      return Diagnostic(rule, at: location, "Address \(shown) holds code or data, not a place to go to")
    case .scheme("file"):
      return Diagnostic(rule, at: location, "Address \(shown) leads to a file on one machine", explanation: relative)
    case .scheme(let scheme) where scheme.utf8.count == 1:
      return Diagnostic(rule, at: location, "Address \(shown) leads to a file on one machine", explanation: relative)
    case .scheme("mailto"):
      return Diagnostic(rule, at: location, "Address \(shown) is no picture")
    case .scheme(let scheme):
      let near = NearestWords.of(scheme, among: ["http", "https", "mailto"])
      return Diagnostic(
        rule, at: location, "Address \(shown) has the scheme '\(scheme)', which is not allowed",
        label: Wording.didYouMean(near.map { $0 + ":" }) ?? "allowed are http, https and mailto")
    case .control:
      return Diagnostic(
        rule, at: location, "Address \(shown) holds a control character",
        explanation: "Write the address again, without copying it.")
    case .protocolRelative:
      return Diagnostic(
        rule, at: location, "Address \(shown) lacks its scheme", label: "write 'https:' in front",
        explanation: "It would take the scheme of the page, and lead nowhere when the site is read from a folder.")
    case .absolutePath:
      return Diagnostic(
        rule, at: location, "Address \(shown) begins at the root of the server",
        explanation: "The site may lie in a folder there. " + relative)
    case .missingHost(let scheme):
      return Diagnostic(rule, at: location, "Address \(shown) has no host", label: "expected '\(scheme)://' and a name")
    case .remoteImage:
      return Diagnostic(
        rule, at: location, "Picture \(shown) lies on another site",
        explanation:
          "Pages load nothing from elsewhere. Put the file into the folder beside the sheet, with its credit and licence, and name it here."
      )
    }
  }

  private static let relative =
    "Write an address relative to the sheet, such as 'plan.pdf', or put the file into the folder beside the sheet."
}
