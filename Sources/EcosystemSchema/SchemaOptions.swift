import SourceText

/// How schemas are taken, and the files that they judge.
package struct SchemaOptions: Sendable {
  package var reading: ScalarReading
  /// The project's own schemas: a keyword that is not known is an error, and the keywords that begin with `x-` have their meaning. Elsewhere an
  /// unknown keyword is a warning, as the standard lets it stand.
  package var isStrict: Bool
  /// Whether `format` judges, or only says what is meant (unless the schema's own dialect asserts it).
  package var assertsFormat: Bool
  /// Gives the file behind the address of a schema that is not among those compiled, or nil. The address is absolute, or relative to the same
  /// folder as the paths of the files. Never asked for the metaschemas of JSON Schema, which are built in.
  package var load: @Sendable (_ address: String) -> SourceFile?
  /// The edition of a schema that names none.
  var draft = Draft.draft2020

  package init(
    reading: ScalarReading, isStrict: Bool, assertsFormat: Bool,
    load: @escaping @Sendable (_ address: String) -> SourceFile? = { _ in nil }
  ) {
    self.reading = reading
    self.isStrict = isStrict
    self.assertsFormat = assertsFormat
    self.load = load
  }

  /// As for the schemas of a project.
  package static func project(_ reading: ScalarReading = .asSheet) -> SchemaOptions {
    SchemaOptions(reading: reading, isStrict: true, assertsFormat: true)
  }
}
