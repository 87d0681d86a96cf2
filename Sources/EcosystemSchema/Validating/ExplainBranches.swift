import FrontMatter

/// Schemas that judge the same value: references, branches and conditions.
extension Explainer {
  func judge(_ schemas: InPlace, _ place: Place, _ instance: Instance, _ message: String?, _ failures: inout [Failure]) {
    func fail(_ kind: Failure.Kind) { failures.append(Failure(kind: kind, place: place, message: message)) }
    if schemas.reference >= 0 { judge(schemas.reference, place, instance, inherited: message, isReference: true, &failures) }
    for schema in schemas.allOf { judge(schema, place, instance, inherited: message, &failures) }
    if !schemas.anyOf.isEmpty, !schemas.anyOf.contains(where: { accepts($0, instance) }) {
      explain(schemas.anyOf, place, instance, message, &failures)
    }
    if !schemas.oneOf.isEmpty {
      switch schemas.oneOf.count(where: { accepts($0, instance) }) {
      case 0: explain(schemas.oneOf, place, instance, message, &failures)
      case 1: break
      default: fail(.ambiguous)
      }
    }
    if schemas.not >= 0, accepts(schemas.not, instance) {
      fail(program.nodes[schemas.not].verdict == true ? .forbidden : .excluded(schemas.not))
    }
    if schemas.condition >= 0, !restsOnMistake(schemas.condition, place) {
      let branch = accepts(schemas.condition, instance) ? schemas.then : schemas.otherwise
      if branch >= 0 { judge(branch, place, instance, inherited: message, &failures) }
    }
  }

  /// Whether a condition asks for a key whose value is wrong already: what would follow from the right value is not known.
  private func restsOnMistake(_ condition: Int, _ place: Place) -> Bool {
    guard place.node.isMapping else { return false }
    return program.knownKeys(condition).contains { key in
      guard let value = place.node[key] else { return false }
      return program.certain(place.schema).contains { index in
        program.nodes[index].object?.schema(of: key).map { !acceptor.accepts($0, value) } ?? false
      }
    }
  }

  func accepts(_ schema: Int, _ instance: Instance) -> Bool {
    var none = Evaluated(isTracking: false)
    return acceptor.accepts(schema, same: instance, &none)
  }

  /// None of the branches fits: reports on the one that was meant.
  private func explain(
    _ branches: [Int], _ place: Place, _ instance: Instance, _ message: String?, _ failures: inout [Failure]
  ) {
    func fail(_ kind: Failure.Kind) { failures.append(Failure(kind: kind, place: place, message: message)) }
    let fitting = branches.filter { !program.types[$0].isDisjoint(with: instance.type) }
    if fitting.isEmpty {
      // The types of the values in a list say nothing to an author who wrote another value of another type: the list does.
      if branches.allSatisfy({ listsValues($0) }), TypeSet.scalars.contains(instance.type) { return fail(.value(branches)) }
      return fail(.type(branches.reduce(into: TypeSet()) { $0.formUnion(program.types[$1]) }))
    }
    if instance.type != .object, instance.type != .array, fitting.allSatisfy({ listsValues($0) }) { return fail(.value(fitting)) }
    if fitting.count == 1 { return judge(fitting[0], place, instance, inherited: message, &failures) }
    if instance.type == .object, let discriminator = discriminator(of: fitting) {
      guard let entry = place.node.entries.first(where: { $0.key.textEquals(discriminator.key) }) else {
        return fail(.missingKey(discriminator.key))
      }
      let picked = zip(fitting, discriminator.schemas).filter { acceptor.accepts($0.1, entry.value) }
      if picked.isEmpty {
        let inner = Place(entry.value, schema: discriminator.schemas[0], key: entry.key, parent: place)
        failures.append(Failure(kind: .value(discriminator.schemas), place: inner, message: nil))
        return
      }
      return nearest(picked.map(\.0), place, instance, message, &failures)
    }
    nearest(fitting, place, instance, message, &failures)
  }

  /// The branch with the fewest things wrong; of those the first.
  private func nearest(_ branches: [Int], _ place: Place, _ instance: Instance, _ message: String?, _ failures: inout [Failure]) {
    var best: (branch: Int, weight: Int)?
    var shallow = self
    shallow.isShallow = true
    for branch in branches {
      var found: [Failure] = []
      shallow.judge(branch, place, instance, inherited: message, &found)
      let weight = weight(found)
      if !found.isEmpty, best.map({ weight < $0.weight }) ?? true { best = (branch, weight) }
    }
    if let best { judge(best.branch, place, instance, inherited: message, &failures) }
  }

  /// An unknown or missing key tells branches apart; a wrong value within one tells little.
  private func weight(_ failures: [Failure]) -> Int {
    failures.reduce(0) { sum, failure in
      switch failure.kind {
      case .unknownKey, .missingKey, .forbidden, .excluded: sum + 3
      case .type: sum + 2
      default: sum + 1
      }
    }
  }

  private func listsValues(_ index: Int) -> Bool { program.certain(index).contains { program.nodes[$0].values != nil } }

  /// A key that has one fixed value in each branch, and the schema of the key in each.
  private func discriminator(of branches: [Int]) -> (key: String, schemas: [Int])? {
    for (key, _) in program.fixedKeys(branches[0]) {
      let schemas = branches.compactMap { branch in program.fixedKeys(branch).first { $0.key == key }?.schema }
      if schemas.count == branches.count { return (key, schemas) }
    }
    return nil
  }
}

extension Program {
  /// The keys for which a mapping schema allows a single value, or a short list that names the branch.
  fileprivate func fixedKeys(_ index: Int) -> [(key: String, schema: Int)] {
    certain(index).flatMap { nodes[$0].object?.properties ?? [] }.filter { _, schema in
      certain(schema).contains { nodes[$0].values.map { $0.nodes.count == 1 } ?? false }
    }
  }
}

extension Acceptor {
  /// What the keywords beside `unevaluated…` have looked at; nil where they do not accept the value.
  func judgedByOthers(_ index: Int, _ instance: Instance) -> Evaluated? {
    var evaluated = Evaluated(isTracking: true)
    return acceptsBeforeRest(program.nodes[index], instance, &evaluated) ? evaluated : nil
  }
}
