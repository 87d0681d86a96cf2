import Diagnostics
import FrontMatter
import SourceText

/// Says what is wrong with a tree. Runs only where something is.
struct Explainer {
  let program: Program
  let acceptor: Acceptor
  let path: String
  let sheet: String?
  let guesses = KeyGuesses()
  /// Whether only the value itself is judged: what is wrong further down counts as one failure. So branches are compared.
  var isShallow = false

  init(_ program: Program, path: String, sheet: String?) {
    self.program = program
    acceptor = Acceptor(program)
    self.path = path
    self.sheet = sheet
  }

  func explain(_ entry: Int, _ root: Node) -> [Diagnostic] {
    var failures: [Failure] = []
    judge(Place(root, schema: entry), &failures)
    return relevant(failures).map(diagnostic).sorted(by: Diagnostic.inReportOrder)
  }

  /// Judges a value at a place of its own.
  func judge(_ place: Place, _ failures: inout [Failure]) {
    let instance = Instance(place.node, reading: program.asString[place.schema])
    judge(place.schema, place, instance, inherited: nil, &failures)
  }

  /// Judges the value by one of the schemas that describe its place.
  ///
  /// - Parameter inherited: the `x-message` of the schema that led here.
  func judge(
    _ index: Int, _ place: Place, _ instance: Instance, inherited: String?, isReference: Bool = false, _ failures: inout [Failure]
  ) {
    let schema = program.nodes[index]
    let own = schema.notes.message
    // Words beside a `$ref` take the place of those it leads to.
    let message = isReference ? inherited ?? own : own ?? inherited
    func fail(_ kind: Failure.Kind) { failures.append(Failure(kind: kind, place: place, message: message)) }

    if let verdict = schema.verdict {
      if !verdict { fail(.forbidden) }
      return
    }
    if let types = schema.types, types.isDisjoint(with: instance.type) { return fail(.type(program.types[index])) }
    if let values = schema.values, !values.contains(instance) { return fail(.value([index])) }
    switch instance.type {
    case .string: if let checks = schema.string?.value { judge(checks, instance, fail) }
    case .integer, .fraction: if let checks = schema.number?.value { judge(checks, instance, fail) }
    case .object: if let checks = schema.object { judge(checks, place, instance, message, &failures) }
    case .array: if let checks = schema.array?.value { judge(checks, place, message, &failures) }
    default: break
    }
    if let inPlace = schema.inPlace?.value { judge(inPlace, place, instance, message, &failures) }
    if schema.tracks { judgeRest(index, place, instance, message, &failures) }
  }

  private func judge(_ checks: StringChecks, _ instance: Instance, _ fail: (Failure.Kind) -> Void) {
    let length = instance.node.withText(StringChecks.length)
    if let least = checks.minLength, length < least { fail(.short(by: least - length, least: least)) }
    if let most = checks.maxLength, length > most { fail(.long(by: length - most, most: most)) }
    if let format = checks.format, !instance.node.withText(format.accepts) { fail(.format(format)) }
    if let pattern = checks.pattern, !instance.node.withText(pattern.matches) { fail(.pattern(pattern)) }
  }

  private func judge(_ checks: NumberChecks, _ instance: Instance, _ fail: (Failure.Kind) -> Void) {
    if let limit = checks.minimum, !limit.isBelow(instance), !limit.equals(instance) { fail(.tooLow(limit, isExclusive: false)) }
    if let limit = checks.maximum, !limit.isAbove(instance), !limit.equals(instance) { fail(.tooHigh(limit, isExclusive: false)) }
    if let limit = checks.exclusiveMinimum, !limit.isBelow(instance) { fail(.tooLow(limit, isExclusive: true)) }
    if let limit = checks.exclusiveMaximum, !limit.isAbove(instance) { fail(.tooHigh(limit, isExclusive: true)) }
    if let limit = checks.multipleOf, !limit.divides(instance) { fail(.step(limit)) }
  }
}
