import Diagnostics
import SourceText

package enum ImageAlt {
  package static let rule = Rule(
    id: "image-alt", severity: .error,
    title: "Pictures say in words what they show",
    why: """
      The words between the brackets of `![…](file)` are read to people who do not see the picture, and stand in its place where it cannot be \
      loaded. Write what the picture shows and why it is here, in a sentence; not "picture" or the name of the file. A caption for everybody stands \
      in quotes behind the file: `![…](file "caption")`.
      """,
    bad: Example(files: [
      ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\n![](example/plan.svg)\n"), picture,
    ]),
    good: Example(files: [
      ("Sheets/concepts/example.md", "---\naim: draft\nname: Example\n---\n\n![Plan of the district](example/plan.svg)\n"),
      picture,
    ]))

  static func report(at location: Location) -> Diagnostic {
    Diagnostic(rule, at: location, "Picture has no alternative text", label: "expected '![what it shows](file)'")
  }

  private static let picture = (
    path: "Sheets/concepts/example/plan.svg", text: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n"
  )
}
