import Diagnostics
import FrontMatter

/// Finds the fields in use that a schema wants no longer used: `deprecated: true` on a schema that accepts them.
struct Deprecations {
  private let program: Program
  private let acceptor: Acceptor
  private let path: String
  private let sheet: String?
  private var found: [Diagnostic] = []

  static func find(_ program: Program, path: String, sheet: String?, from entry: Int, _ root: Node) -> [Diagnostic] {
    var search = Deprecations(program: program, acceptor: Acceptor(program), path: path, sheet: sheet)
    search.visit([entry], Place(root, schema: entry))
    return search.found
  }

  private init(program: Program, acceptor: Acceptor, path: String, sheet: String?) {
    self.program = program
    self.acceptor = acceptor
    self.path = path
    self.sheet = sheet
  }

  /// - Parameter schemas: those that the mapping or list around the value has for it.
  private mutating func visit(_ schemas: [Int], _ place: Place) {
    var all: [Int] = []
    for schema in schemas { collect(schema, Instance(place.node, reading: program.asString[schema]), &all) }
    if let first = all.first(where: { program.nodes[$0].notes.isDeprecated }) {
      let title = program.note(place.schema, \.title) ?? place.key.map { Field.words($0.text) } ?? "This"
      let what = program.note(first, \.description) ?? program.note(place.schema, \.description)
      found.append(DeprecatedField.report(place, title: title, what: what, path: path, sheet: sheet))
      return
    }
    if place.node.isMapping {
      let objects = all.compactMap { program.nodes[$0].object }
      guard !objects.isEmpty else { return }
      for entry in place.node.entries {
        let judges = objects.flatMap { $0.judging(entry.key) }
        if let first = judges.first { visit(judges, Place(entry.value, schema: first, key: entry.key, parent: place)) }
      }
    } else if place.node.isSequence {
      let arrays = all.compactMap { program.nodes[$0].array?.value }
      guard !arrays.isEmpty else { return }
      for (position, item) in place.node.items.enumerated() {
        let judges = arrays.compactMap { array in
          let schema = position < array.prefix.count ? array.prefix[position] : array.items
          return schema >= 0 ? schema : nil
        }
        if let first = judges.first { visit(judges, Place(item, schema: first, position: position, parent: place)) }
      }
    }
  }

  /// A schema and those that it builds on, as far as they apply to the value.
  private func collect(_ index: Int, _ instance: Instance, _ all: inout [Int]) {
    if all.contains(index) { return }
    all.append(index)
    guard let inPlace = program.nodes[index].inPlace?.value else { return }
    for other in inPlace.certain { collect(other, instance, &all) }
    for branch in inPlace.anyOf + inPlace.oneOf where accepts(branch, instance) { collect(branch, instance, &all) }
    if inPlace.condition >= 0 {
      let branch = accepts(inPlace.condition, instance) ? inPlace.then : inPlace.otherwise
      if branch >= 0 { collect(branch, instance, &all) }
    }
  }

  private func accepts(_ schema: Int, _ instance: Instance) -> Bool {
    var none = Evaluated(isTracking: false)
    return acceptor.accepts(schema, same: instance, &none)
  }
}

extension ObjectChecks {
  /// The schemas that judge the value under a key.
  fileprivate func judging(_ key: Node) -> [Int] {
    let known = key.withText { keys.find($0) }
    let judges = known >= 0 ? Array(judges(known)) : patterns.filter { key.withText($0.pattern.matches) }.map(\.schema)
    return judges.isEmpty && additional >= 0 ? [additional] : judges
  }
}
