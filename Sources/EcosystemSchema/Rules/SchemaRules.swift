import Diagnostics

/// The rules about what a schema asks of the values of a sheet, and about the schemas themselves.
package enum SchemaRules {
  package static let all: [Rule] = [
    UnknownKey.rule, MissingField.rule, EmptyField.rule, WrongType.rule, UnknownValue.rule, Synonym.rule, OutOfRange.rule,
    BadFormat.rule,
    BadPattern.rule, TooLong.rule, TooShort.rule, TooFewItems.rule, TooManyItems.rule, DuplicateItem.rule, MissingCompanion.rule,
    NotAllowed.rule, DeprecatedField.rule, CoordinatesSwapped.rule, SchemaKeyword.rule, SchemaValue.rule, SchemaReference.rule,
    SchemaRecursion.rule,
    SchemaPattern.rule,
  ]
}
