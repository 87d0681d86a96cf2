import FrontMatter
import SourceText

/// A schema while its keywords are being read.
struct SchemaDraft {
  var origin: Location
  var verdict: Bool?
  var types: TypeSet?
  var values: [Node]?
  var constant: Node?
  var number = NumberChecks()
  var string = StringChecks()
  var array = ArrayChecks()
  var inPlace = InPlace()
  var notes = Annotations()

  var properties: [(key: String, schema: Int)] = []
  var patternProperties: [(pattern: Pattern, schema: Int)] = []
  var additionalProperties = -1
  var unevaluatedProperties = -1
  var propertyNames = -1
  var required: [String] = []
  var dependentRequired: [(key: String, needs: [String])] = []
  var dependentSchemas: [(key: String, schema: Int)] = []
  var minProperties: Int?
  var maxProperties: Int?

  init(origin: Location) { self.origin = origin }
}
