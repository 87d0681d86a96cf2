import Diagnostics

/// The rules about the text of a sheet.
package enum MarkdownRules {
  package static let all: [Rule] = [
    MarkdownLimit.rule, InvisibleCharacter.rule, HeadingLevel.rule, RawHTML.rule, LinkScheme.rule, EmptyLink.rule, ImageAlt.rule,
    MalformedReference.rule, UnmatchedFootnote.rule,
  ]
}
