import Diagnostics
import SourceText

package enum TemplateInlineCode {
  package static let rule = Rule(
    id: "template-inline-code", severity: .warning,
    title: "Scripts and styles lie in files of their own",
    why: """
      The site's content security policy lets a browser run only scripts and styles that come as files, so that nothing that found its way into a \
      page can run. A script or style inside a template, a `style` attribute or an `on…` attribute does nothing on the published site. Put \
      it into Site/scripts/ or Site/styles/. Data (`type="application/ld+json"`) may stand in the page.
      """,
    bad: Example("Site/templates/_note.mustache", "<p style=\"color: red\">{{title}}</p>\n"),
    good: Example("Site/templates/_note.mustache", "<p class=\"note\">{{title}}</p>\n"))

  static func check(_ file: SourceFile) -> [Diagnostic] {
    MarkupScanner(file.bytes).tags.flatMap { tag -> [Diagnostic] in
      let report = { (span: Span, message: String) in
        Diagnostic(rule, at: Location(path: file.path, span: span), message, label: "the browser will ignore it")
      }
      var found: [Diagnostic] = []
      if tag.name == "style" { found.append(report(tag.span, "Style sheet inside a template")) }
      let isData = tag.attributes.contains {
        $0.name == "type" && ["application/ld+json", "application/json"].contains($0.value.lowercased())
      }
      if tag.name == "script", !isData, !tag.attributes.contains(where: { $0.name == "src" }) {
        found.append(report(tag.span, "Script inside a template"))
      }
      for attribute in tag.attributes {
        if attribute.name == "style" { found.append(report(attribute.span, "Style attribute in a template")) }
        if attribute.name.hasPrefix("on"), attribute.name.utf8.count > 2 {
          found.append(report(attribute.span, "Script attribute '\(attribute.name)' in a template"))
        }
      }
      return found
    }
  }
}
