/// Turns compiled schemas into the fields that people see.
struct FieldBuilder {
  private let program: Program
  /// The schemas on the way from the root, so that one that contains itself is entered once.
  private var open: [Int] = []
  private var made = 0
  private var depth = 0

  /// A schema may branch without end; nobody reads more than this.
  private static let limit = 50_000
  /// No sheet is nested deeper.
  private static let depthLimit = 64

  static func field(for index: Int, in program: Program) -> Field {
    var builder = FieldBuilder(program: program)
    return builder.field([index], key: "", isRequired: false, group: nil)
  }

  private init(program: Program) { self.program = program }

  /// - Parameter schemas: all that judge the value at this place, the most particular first.
  private mutating func field(_ schemas: [Int], key: String, isRequired: Bool, group: String?) -> Field {
    made += 1
    var seen = Set<Int>()
    var certain: [Int] = []
    for schema in schemas {
      certain += program.certain(schema).filter { seen.insert($0).inserted }
    }
    var all = certain
    for schema in schemas { all += program.closure(schema).filter { seen.insert($0).inserted } }
    let isRepeated = made > Self.limit || depth > Self.depthLimit || all.contains { program.isRecursive[$0] && open.contains($0) }
    open += all
    depth += 1
    defer {
      open.removeLast(all.count)
      depth -= 1
    }

    func first<Value>(_ read: (Annotations) -> Value?) -> Value? {
      for index in certain { if let value = read(program.nodes[index].notes) { return value } }
      return nil
    }
    let group = first(\.group) ?? group
    var refersTo = KeyTable()
    var units: [String: String] = [:]
    var synonyms: [String: String] = [:]
    var format: String?
    for index in all {
      let node = program.nodes[index]
      for kind in node.notes.refersTo { refersTo.add(kind) }
      units.merge(node.notes.units) { first, _ in first }
      synonyms.merge(node.notes.synonyms.map { ($0.word, $0.preferred) }) { first, _ in first }
      format = format ?? node.string?.value.format?.rawValue
    }
    let types = schemas.reduce(TypeSet.all) { $0.intersection(program.types[$1]) }
    let values = choices(schemas)
    return Field(
      key: key, title: first(\.title) ?? Field.words(key), description: first(\.description) ?? "",
      types: Set(types.types), format: format, tier: first(\.tier), group: group, isFact: first(\.isFact) ?? false,
      question: first(\.question), display: first(\.display), refersTo: refersTo.names, unit: first(\.unit), units: units,
      isRequired: isRequired, values: values, synonyms: synonyms,
      example: first(\.example) ?? first(\.fallback), children: isRepeated ? [] : children(all, certain: certain, group: group),
      items: isRepeated ? nil : items(all, group: group), anyChild: isRepeated ? nil : anyChild(all, group: group))
  }

  private func choices(_ schemas: [Int]) -> [Choice] {
    for schema in schemas {
      let found = program.choices(schema)
      if !found.isEmpty { return found }
    }
    return []
  }

  private mutating func children(_ all: [Int], certain: [Int], group: String?) -> [Field] {
    var order = KeyTable()
    var schemas: [[Int]] = []
    // What a schema builds on usually stands above what it adds, so its keys come first.
    for index in self.order(of: all) {
      for (key, schema) in program.nodes[index].object?.properties ?? [] {
        let place = order.add(key)
        if place == schemas.count { schemas.append([]) }
        schemas[place].append(schema)
      }
    }
    var required = KeyTable()
    for index in certain {
      guard let checks = program.nodes[index].object else { continue }
      for place in checks.required { required.add(checks.keys.names[place]) }
    }
    return order.names.enumerated().map { place, key in
      // The most particular description of a key is the one that was added last.
      let particular = all.compactMap { program.nodes[$0].object?.schema(of: key) }
      let judges = particular.isEmpty ? schemas[place] : particular
      return field(judges, key: key, isRequired: required.find(key) != nil, group: group)
    }
  }

  /// The same schemas, those reached by `$ref` before those that refer.
  private func order(of all: [Int]) -> [Int] {
    var ordered: [Int] = []
    for index in all {
      guard let place = ordered.firstIndex(where: { program.nodes[$0].inPlace?.value.reference == index }) else {
        ordered.append(index)
        continue
      }
      ordered.insert(index, at: place)
    }
    return ordered
  }

  /// What stands under keys that no property names. A schema that allows everything, as for keys that begin with x-, describes nothing.
  private mutating func anyChild(_ all: [Int], group: String?) -> Field? {
    var schemas: [Int] = []
    for index in all {
      guard let checks = program.nodes[index].object else { continue }
      schemas += checks.patterns.map(\.schema) + (checks.additional >= 0 ? [checks.additional] : [])
    }
    schemas.removeAll { program.nodes[$0].verdict != nil }
    return schemas.isEmpty ? nil : field(schemas, key: "", isRequired: false, group: group)
  }

  private mutating func items(_ all: [Int], group: String?) -> Field? {
    var schemas: [Int] = []
    for index in all {
      guard let checks = program.nodes[index].array?.value else { continue }
      schemas += (checks.items >= 0 ? [checks.items] : []) + checks.prefix
    }
    schemas.removeAll { program.nodes[$0].verdict != nil }
    return schemas.isEmpty ? nil : field(schemas, key: "", isRequired: false, group: group)
  }
}
