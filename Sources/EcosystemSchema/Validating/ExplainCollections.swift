import FrontMatter

/// Mappings and lists.
extension Explainer {
  func judge(_ checks: ObjectChecks, _ place: Place, _ instance: Instance, _ message: String?, _ failures: inout [Failure]) {
    let node = place.node
    func fail(_ kind: Failure.Kind) { failures.append(Failure(kind: kind, place: place, message: message)) }
    var present: [Int: Node] = [:]
    for entry in node.entries {
      let known = entry.key.withText { checks.keys.find($0) }
      if known >= 0 { present[known] = entry.key }
      let judges =
        known >= 0 ? Array(checks.judges(known)) : checks.patterns.filter { entry.key.withText($0.pattern.matches) }.map(\.schema)
      for judge in judges { descend(judge, entry, place, &failures) }
      if judges.isEmpty, checks.additional >= 0 {
        if program.nodes[checks.additional].verdict == false {
          fail(.unknownKey(entry.key))
        } else {
          descend(checks.additional, entry, place, &failures)
        }
      }
      if checks.names >= 0, !acceptor.acceptsName(checks.names, entry.key) {
        failures.append(
          Failure(kind: .badKey(entry.key), place: place, message: program.note(checks.names, \.message) ?? message))
      }
    }
    for key in checks.required where present[key] == nil { fail(.missingKey(checks.keys.names[key])) }
    for (key, needs) in checks.dependents {
      guard let trigger = present[key] else { continue }
      for need in needs where present[need] == nil { fail(.missingCompanion(checks.keys.names[need], beside: trigger)) }
    }
    if node.count < checks.minCount, !checks.required.contains(where: { present[$0] == nil }) { fail(.fewKeys(checks.minCount)) }
    if node.count > checks.maxCount { fail(.manyKeys(checks.maxCount)) }
    for (key, schema) in checks.dependentSchemas where present[key] != nil {
      judge(schema, place, instance, inherited: message, &failures)
    }
  }

  private func descend(_ schema: Int, _ entry: Entry, _ place: Place, _ failures: inout [Failure]) {
    // Most of what lies in a wrong mapping is right.
    if !acceptor.accepts(schema, entry.value) {
      explain(Place(entry.value, schema: schema, key: entry.key, parent: place), &failures)
    }
  }

  /// A part of a value that is known to be wrong.
  private func explain(_ place: Place, _ failures: inout [Failure]) {
    if isShallow {
      failures.append(Failure(kind: .below, place: place, message: nil))
    } else {
      judge(place, &failures)
    }
  }

  func judge(_ checks: ArrayChecks, _ place: Place, _ message: String?, _ failures: inout [Failure]) {
    let node = place.node
    func fail(_ kind: Failure.Kind) { failures.append(Failure(kind: kind, place: place, message: message)) }
    if let least = checks.minItems, node.count < least { fail(.fewItems(least)) }
    if let most = checks.maxItems, node.count > most { fail(.manyItems(most)) }
    var fitting = 0
    for (position, item) in node.items.enumerated() {
      let schema = position < checks.prefix.count ? checks.prefix[position] : checks.items
      if schema >= 0, !acceptor.accepts(schema, item) {
        explain(Place(item, schema: schema, position: position, parent: place), &failures)
      }
      if checks.contains >= 0, acceptor.accepts(checks.contains, item) { fitting += 1 }
    }
    if checks.contains >= 0 {
      let least = checks.minContains ?? 1
      if fitting < least { fail(.fewFitting(least)) }
      if let most = checks.maxContains, fitting > most { fail(.manyFitting(most)) }
    }
    guard checks.uniqueItems else { return }
    for twin in Equality.duplicates(in: node, asString: program.countsItemsAsText(checks)) {
      fail(.twin(twin))
    }
  }

  /// `unevaluatedProperties` and `unevaluatedItems`. While other things are wrong nobody can say what has been looked at, so that only keys
  /// which no schema names are reported.
  func judgeRest(_ index: Int, _ place: Place, _ instance: Instance, _ message: String?, _ failures: inout [Failure]) {
    let schema = program.nodes[index]
    let judged = acceptor.judgedByOthers(index, instance)
    if instance.type == .object, let rest = schema.object?.unevaluated, rest >= 0 {
      for (position, entry) in place.node.entries.enumerated() {
        if let judged { if judged.contains(position) { continue } } else if isNamed(entry.key, index) { continue }
        if program.nodes[rest].verdict == false {
          failures.append(Failure(kind: .unknownKey(entry.key), place: place, message: message))
        } else {
          descend(rest, entry, place, &failures)
        }
      }
    }
    if instance.type == .array, let rest = schema.array?.value.unevaluated, rest >= 0, let judged {
      for (position, item) in place.node.items.enumerated() where !judged.contains(position) && !acceptor.accepts(rest, item) {
        explain(Place(item, schema: rest, position: position, parent: place), &failures)
      }
    }
  }

  private func isNamed(_ key: Node, _ index: Int) -> Bool {
    program.closure(index).contains { other in
      guard let checks = program.nodes[other].object else { return false }
      if checks.additional >= 0 { return true }
      let known = key.withText { checks.keys.find($0) }
      return known >= 0 ? !checks.judges(known).isEmpty : checks.patterns.contains { key.withText($0.pattern.matches) }
    }
  }
}
