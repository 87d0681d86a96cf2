import Diagnostics
import SourceText

package enum TemplateSyntax {
  package static let rule = Rule(
    id: "template-syntax", severity: .error,
    title: "The tags of a template can be read",
    why: """
      A template is HTML with tags in double braces: `{{title}}` for text, `{{{main}}}` for markup, `{{#players}}…{{/players}}` for what is \
      repeated or left out, `{{^players}}…{{/players}}` for what stands there instead, `{{> _head}}` for another file, `{{! … }}` for a \
      remark. Each section is closed by its own name. Other things that Mustache knows (other delimiters, pragmas, inheritance, lambdas, \
      dotted names) are not supported here.
      """,
    bad: Example("Site/templates/_note.mustache", "{{#title}}<p>{{title}}</p>\n"),
    good: Example("Site/templates/_note.mustache", "{{#title}}<p>{{title}}</p>{{/title}}\n"))

  enum Problem {
    case unclosedTag
    case bracesDiffer(before: Int, behind: Int)
    case combiningMark
    case emptyTag
    case spaceBeforeSigil(UInt8)
    case badName(String)
    case unsupported(String)
    case unclosedSection(String)
    case closesNothing(String)
    case tooDeep(Int)
    case includesItself([String])
    case tooManyPartials(Int)
    case notUTF8
    case tooLarge(bytes: Int, braces: Int)
    case unreadable
  }

  static func report(_ problem: Problem, at location: Location) -> Diagnostic {
    let (message, label, explanation) = words(problem)
    var fixes: [Fix] = []
    if case .spaceBeforeSigil = problem { fixes = [Fix("Remove the space", .safe, [TextEdit(location, "")])] }
    return Diagnostic(rule, at: location, message, label: label, explanation: explanation, fixes: fixes)
  }

  static func report(closing tag: Tag, opening: Tag, path: String) -> Diagnostic {
    let location = Location(path: path, span: tag.nameSpan)
    return Diagnostic(
      rule, at: location, "Section \(Wording.quoted(opening.name)) is closed by another name",
      label: Wording.didYouMean([opening.name]),
      notes: [Note(at: Location(path: path, span: opening.span), "opened here")],
      fixes: [.replace(location, with: opening.name, .needsReview)])
  }

  private static func words(_ problem: Problem) -> (message: String, label: String?, explanation: String?) {
    switch problem {
    case .unclosedTag: ("Tag is not closed", "its closing braces are missing", nil)
    case .bracesDiffer(let before, let behind):
      (
        "Tag has \(before) braces before and \(behind) behind", nil,
        "Text stands in two braces, `{{title}}`; markup in three, `{{{main}}}`. If a brace of the page's own was meant, put a space before it."
      )
    case .combiningMark:
      ("Character behind the braces joins with them", "an accent or a joiner stands here", "Put a space before it, or delete it.")
    case .emptyTag: ("Tag has no name", nil, nil)
    case .spaceBeforeSigil(let sigil):
      ("Space before '\(Character(UnicodeScalar(sigil)))'", "the sign stands directly behind the braces", nil)
    case .badName(let name):
      (
        "Name \(Wording.quoted(name)) holds something else than letters, digits, '-' and '_'", nil,
        "Slots and templates have plain names; what a page computes is computed before it comes here."
      )
    case .unsupported(let what):
      ("\(what) is not supported here", nil, "`clusterbook explain template-syntax` lists what a template can say.")
    case .unclosedSection(let name): ("Section \(Wording.quoted(name)) is not closed", "its {{/\(name)}} is missing", nil)
    case .closesNothing(let name): ("Closing tag \(Wording.quoted(name)) has no section to close", nil, nil)
    case .tooDeep(let limit): ("Sections or partials are nested more than \(limit) deep", nil, nil)
    case .includesItself(let round):
      (
        "Partial \(Wording.quoted(round.last ?? "")) includes itself", nil,
        "A page with it would never end: \(round.joined(separator: " → "))."
      )
    case .tooManyPartials(let limit): ("Partials would put more than \(Wording.grouped(limit)) files on one page", nil, nil)
    case .notUTF8: ("Template is not UTF-8 text", nil, "Save the file with the encoding UTF-8.")
    case .tooLarge(let bytes, let braces):
      (
        "Template is too large: \(Wording.count(bytes, "byte")) with \(Wording.count(braces, "opening brace"))", nil,
        "A template is the frame of a page, some 10 KB. Styles lie in Site/styles/, scripts in Site/scripts/; long templates are split into partials."
      )
    case .unreadable: ("Tag cannot be read on this line or the one before", nil, nil)
    }
  }
}
