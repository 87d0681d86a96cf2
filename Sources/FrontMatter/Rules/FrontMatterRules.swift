import Diagnostics

/// The rules about files, their YAML and their JSON, in the order in which a reader meets them.
package enum FrontMatterRules {
  package static let all: [Rule] = [
    EmptyFile.rule, FileTooLarge.rule, InvalidUTF8.rule, ByteOrderMark.rule, CarriageReturn.rule, MissingFrontMatter.rule,
    UnclosedFrontMatter.rule, YAMLSyntax.rule, TabIndentation.rule, UnclosedQuote.rule, UnclosedBracket.rule,
    ControlCharacter.rule,
    DuplicateKey.rule, MergeKey.rule, ComplexKey.rule, ExplicitTag.rule, MultipleDocuments.rule, UnknownAlias.rule,
    AliasLimit.rule,
    TooDeep.rule,
    TooManyNodes.rule, JSONSyntax.rule, JSONDuplicateKey.rule,
  ]
}
