import FrontMatter

/// Decides whether a value is allowed and stops at the first thing that is not.
struct Acceptor {
  let program: Program
  /// Of one tree: an acceptor that judges another one needs its own.
  private let memory = Memory()

  init(_ program: Program) { self.program = program }

  /// Judges a value at a place of its own.
  func accepts(_ index: Int, _ node: Node) -> Bool {
    let schema = program.nodes[index]
    if let verdict = schema.verdict { return verdict }
    let isRemembered = program.isRecursive[index]
    if isRemembered, let verdict = memory[index, node.index] { return verdict }
    let instance = Instance(node, reading: program.asString[index])
    var evaluated = Evaluated(isTracking: false)
    let verdict = accepts(schema, instance, &evaluated)
    if isRemembered { memory[index, node.index] = verdict }
    return verdict
  }

  /// Judges the same value by another schema, and takes over what that one has looked at.
  func accepts(_ index: Int, same instance: Instance, _ evaluated: inout Evaluated) -> Bool {
    let schema = program.nodes[index]
    if let verdict = schema.verdict { return verdict }
    guard evaluated.isTracking else { return accepts(schema, instance, &evaluated) }
    var own = Evaluated(isTracking: true)
    guard accepts(schema, instance, &own) else { return false }
    evaluated.formUnion(own)
    return true
  }

  private func accepts(_ schema: SchemaNode, _ instance: Instance, _ evaluated: inout Evaluated) -> Bool {
    if !evaluated.isTracking, schema.tracks {
      var own = Evaluated(isTracking: true)
      return accepts(schema, instance, &own)
    }
    guard acceptsBeforeRest(schema, instance, &evaluated) else { return false }
    return !schema.tracks || acceptsRest(schema, instance, &evaluated)
  }

  /// All keywords but `unevaluated…`.
  func acceptsBeforeRest(_ schema: SchemaNode, _ instance: Instance, _ evaluated: inout Evaluated) -> Bool {
    if let types = schema.types, types.isDisjoint(with: instance.type) { return false }
    if let values = schema.values, !values.contains(instance) { return false }
    switch instance.type {
    case .string: if let checks = schema.string, !checks.accept(instance.node) { return false }
    case .integer, .fraction: if let checks = schema.number, !checks.value.accept(instance) { return false }
    case .object: if let checks = schema.object, !accepts(checks, instance, &evaluated) { return false }
    case .array: if let checks = schema.array, !accepts(checks, instance, &evaluated) { return false }
    default: break
    }
    if let inPlace = schema.inPlace { return accepts(inPlace, instance, &evaluated) }
    return true
  }

  private func accepts(_ checks: ObjectChecks, _ instance: Instance, _ evaluated: inout Evaluated) -> Bool {
    let node = instance.node
    if node.count < checks.minCount || node.count > checks.maxCount { return false }
    var present = BitSet()
    var position = 0
    for entry in node.entries {
      let place = entry.key.withText { checks.find($0) }
      var isJudged = false
      if place >= 0 {
        present.insert(place)
        for place in checks.judgeStarts[place]..<checks.judgeStarts[place + 1] {
          isJudged = true
          if !accepts(checks.judgeList[place], entry.value) { return false }
        }
      } else {
        for (pattern, judge) in checks.patterns where entry.key.withText(pattern.matches) {
          isJudged = true
          if !accepts(judge, entry.value) { return false }
        }
      }
      if !isJudged, checks.additional >= 0 {
        isJudged = true
        if !accepts(checks.additional, entry.value) { return false }
      }
      if isJudged, evaluated.isTracking { evaluated.insert(position) }
      if checks.names >= 0, !acceptsName(checks.names, entry.key) { return false }
      position += 1
    }
    if !checks.isSatisfied(by: present) { return false }
    for (key, needs) in checks.dependents where present.contains(key) {
      for need in needs where !present.contains(need) { return false }
    }
    for (key, schema) in checks.dependentSchemas where present.contains(key) {
      if !accepts(schema, same: instance, &evaluated) { return false }
    }
    return true
  }

  /// Judges a key; keys are texts, whatever they look like.
  func acceptsName(_ index: Int, _ key: Node) -> Bool {
    var none = Evaluated(isTracking: false)
    return accepts(index, same: Instance(key, reading: .always), &none)
  }

  private func accepts(_ box: Boxed<ArrayChecks>, _ instance: Instance, _ evaluated: inout Evaluated) -> Bool {
    let node = instance.node
    if let least = box.value.minItems, node.count < least { return false }
    if let most = box.value.maxItems, node.count > most { return false }
    if box.value.items >= 0 || !box.value.prefix.isEmpty {
      var position = 0
      for item in node.items {
        if position < box.value.prefix.count {
          if !accepts(box.value.prefix[position], item) { return false }
          if evaluated.isTracking { evaluated.insert(position) }
        } else if box.value.items >= 0 {
          if !accepts(box.value.items, item) { return false }
          if evaluated.isTracking { evaluated.insert(position) }
        } else {
          break
        }
        position += 1
      }
    }
    if box.value.contains >= 0 {
      var found = 0
      for (position, item) in node.items.enumerated() where accepts(box.value.contains, item) {
        found += 1
        if evaluated.isTracking, box.value.containsEvaluates { evaluated.insert(position) }
      }
      if found < box.value.minContains ?? 1 || found > box.value.maxContains ?? .max { return false }
    }
    return !box.value.uniqueItems || Equality.areAllDifferent(node, asString: program.countsItemsAsText(box.value))
  }

  private func accepts(_ box: Boxed<InPlace>, _ instance: Instance, _ evaluated: inout Evaluated) -> Bool {
    if box.value.reference >= 0, !accepts(box.value.reference, same: instance, &evaluated) { return false }
    for schema in box.value.allOf where !accepts(schema, same: instance, &evaluated) { return false }
    if !box.value.anyOf.isEmpty {
      var isAccepted = false
      for schema in box.value.anyOf where accepts(schema, same: instance, &evaluated) {
        isAccepted = true
        if !evaluated.isTracking { break }
      }
      if !isAccepted { return false }
    }
    if !box.value.oneOf.isEmpty {
      var count = 0
      for schema in box.value.oneOf where accepts(schema, same: instance, &evaluated) { count += 1 }
      if count != 1 { return false }
    }
    if box.value.not >= 0 {
      var none = Evaluated(isTracking: false)
      if accepts(box.value.not, same: instance, &none) { return false }
    }
    if box.value.condition >= 0 {
      let branch = accepts(box.value.condition, same: instance, &evaluated) ? box.value.then : box.value.otherwise
      if branch >= 0, !accepts(branch, same: instance, &evaluated) { return false }
    }
    return true
  }

  /// `unevaluatedProperties` and `unevaluatedItems`: what nobody has looked at.
  private func acceptsRest(_ schema: SchemaNode, _ instance: Instance, _ evaluated: inout Evaluated) -> Bool {
    if instance.type == .object, let rest = schema.object?.unevaluated, rest >= 0 {
      for (position, entry) in instance.node.entries.enumerated() where !evaluated.contains(position) {
        if !accepts(rest, entry.value) { return false }
        evaluated.insert(position)
      }
    }
    if instance.type == .array, let rest = schema.array?.value.unevaluated, rest >= 0 {
      for (position, item) in instance.node.items.enumerated() where !evaluated.contains(position) {
        if !accepts(rest, item) { return false }
        evaluated.insert(position)
      }
    }
    return true
  }
}

/// Which entries of a mapping or items of a list a schema has looked at.
struct Evaluated {
  let isTracking: Bool
  private var marks = BitSet()

  init(isTracking: Bool) { self.isTracking = isTracking }

  mutating func insert(_ position: Int) { marks.insert(position) }
  func contains(_ position: Int) -> Bool { marks.contains(position) }
  mutating func formUnion(_ other: Evaluated) { marks.formUnion(other.marks) }
}

extension Program {
  /// Whether equal items are found by their text: `[1.10, 1.1]` are two versions.
  func countsItemsAsText(_ checks: ArrayChecks) -> Bool { checks.items >= 0 && asString[checks.items] == .always }
}
