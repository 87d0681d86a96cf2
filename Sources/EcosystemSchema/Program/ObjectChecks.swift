/// What a schema asks of the keys of a mapping.
final class ObjectChecks: Sendable {
  /// Every key that the schema names, whether as a property or as a demand.
  let keys: KeyTable
  /// By place in `keys`: the schema under `properties`, or -1.
  let property: [Int]
  /// The schemas that judge the value under each key, from `properties` and from the patterns that fit, one key behind the other.
  let judgeList: [Int]
  /// By place in `keys`: where its schemas begin in `judgeList`; one more at the end.
  let judgeStarts: [Int]
  let patterns: [(pattern: Pattern, schema: Int)]
  let additional: Int
  let unevaluated: Int
  let names: Int
  /// Places in `keys`.
  let required: [Int]
  let requiredSet: BitSet
  let dependents: [(key: Int, needs: [Int])]
  let dependentSchemas: [(key: Int, schema: Int)]
  let minCount: Int
  let maxCount: Int

  init(_ draft: SchemaDraft) {
    var keys = KeyTable()
    for (key, _) in draft.properties { keys.add(key) }
    required = draft.required.map { keys.add($0) }
    dependents = draft.dependentRequired.map { entry in (keys.add(entry.key), entry.needs.map { keys.add($0) }) }
    dependentSchemas = draft.dependentSchemas.map { (keys.add($0.key), $0.schema) }
    var property = [Int](repeating: -1, count: keys.count)
    for (key, schema) in draft.properties { if let place = keys.find(key) { property[place] = schema } }
    var judgeList: [Int] = []
    var judgeStarts = [0]
    for (place, name) in keys.names.enumerated() {
      if property[place] >= 0 { judgeList.append(property[place]) }
      judgeList += draft.patternProperties.filter { $0.pattern.matches(name) }.map(\.schema)
      judgeStarts.append(judgeList.count)
    }
    self.judgeList = judgeList
    self.judgeStarts = judgeStarts
    self.keys = keys
    self.property = property
    patterns = draft.patternProperties
    additional = draft.additionalProperties
    unevaluated = draft.unevaluatedProperties
    names = draft.propertyNames
    requiredSet = required.reduce(into: BitSet()) { $0.insert($1) }
    minCount = draft.minProperties ?? 0
    maxCount = draft.maxProperties ?? .max
  }

  /// The keys under `properties` with their schemas, in the schema's order.
  var properties: [(key: String, schema: Int)] {
    keys.names.enumerated().compactMap { place, key in property[place] >= 0 ? (key, property[place]) : nil }
  }

  /// The place of a key in `keys`, or -1.
  func find(_ key: UnsafeBufferPointer<UInt8>) -> Int { keys.find(key) }

  /// Whether all required keys are among these places.
  func isSatisfied(by present: BitSet) -> Bool { present.isSuperset(of: requiredSet) }

  /// The schemas that judge the value under a key that the schema names.
  func judges(_ place: Int) -> ArraySlice<Int> { judgeList[judgeStarts[place]..<judgeStarts[place + 1]] }

  func schema(of key: String) -> Int? {
    keys.find(key).flatMap { property[$0] >= 0 ? property[$0] : nil }
  }
}

extension SchemaDraft {
  var hasObjectChecks: Bool {
    !properties.isEmpty || !patternProperties.isEmpty || additionalProperties >= 0 || unevaluatedProperties >= 0
      || propertyNames >= 0
      || !required.isEmpty || !dependentRequired.isEmpty || !dependentSchemas.isEmpty || minProperties != nil
      || maxProperties != nil
  }
}
