import Diagnostics
import FrontMatter
import SourceText

/// Leads each failure to the rule that has the words for it.
extension Explainer {
  func diagnostic(_ failure: Failure) -> Diagnostic {
    let place = failure.place
    let subject = subject(place, message: failure.message)
    if place.node.isScalar, place.node.isBlank, failure.concernsValue {
      return EmptyField.report(subject, wanted: program.types[place.schema])
    }
    switch failure.kind {
    case .type(let wanted): return WrongType.report(subject, wanted: wanted, takesAsItem: takesAsItem(place))
    case .value(let schemas): return value(subject, schemas)
    case .below(let limit, let isExclusive): return OutOfRange.report(subject, below: limit, isExclusive: isExclusive)
    case .above(let limit, let isExclusive): return OutOfRange.report(subject, above: limit, isExclusive: isExclusive)
    case .step(let limit): return OutOfRange.report(subject, step: limit)
    case .short(let by, let least): return TooShort.report(subject, by: by, least: least)
    case .long(let by, let most): return TooLong.report(subject, by: by, most: most)
    case .pattern(let pattern): return BadPattern.report(subject, pattern)
    case .format(let format): return BadFormat.report(subject, format)
    case .fewItems(let least): return TooFewItems.report(subject, least: least)
    case .manyItems(let most): return TooManyItems.report(subject, most: most)
    case .fewKeys(let least): return TooFewItems.report(subject, leastKeys: least)
    case .manyKeys(let most): return TooManyItems.report(subject, mostKeys: most)
    case .fewFitting(let least): return TooFewItems.report(subject, leastFitting: least)
    case .manyFitting(let most): return TooManyItems.report(subject, mostFitting: most)
    case .twin(let item, let position, let first):
      return DuplicateItem.report(subject, item: item, position: position, first: first)
    case .unknownKey(let key): return unknownKey(key, subject, place)
    case .badKey(let key): return UnknownKey.report(badName: key, subject)
    case .missingKey(let key): return MissingField.report(key, subject, field: field(key, in: place))
    case .missingCompanion(let key, let trigger):
      return MissingCompanion.report(key, beside: trigger, subject, field: field(key, in: place))
    case .forbidden: return NotAllowed.report(subject)
    case .excluded(let schema): return excluded(schema, subject, place)
    case .ambiguous: return NotAllowed.report(ambiguous: subject)
    case .swappedCoordinates(let latitude, let longitude):
      return CoordinatesSwapped.report(subject, latitude: latitude, longitude: longitude)
    }
  }

  private func subject(_ place: Place, message: String?) -> Subject {
    Subject(
      node: place.node, sign: place.sign, title: title(place), dotted: place.dotted,
      description: program.note(place.schema, \.description), question: program.note(place.schema, \.question), message: message,
      path: path, pointer: place.pointer, sheet: sheet)
  }

  private func title(_ place: Place) -> String {
    if let title = program.note(place.schema, \.title) { return title }
    if let key = place.key { return Field.words(key.text) }
    guard let parent = place.parent else { return "The file" }
    return "Item \(place.position + 1) of \(title(parent))"
  }

  /// Whether a list of this one value would do at its place.
  private func takesAsItem(_ place: Place) -> Bool {
    guard place.node.isScalar, program.types[place.schema].contains(.array) else { return false }
    let items = program.closure(place.schema).compactMap { program.nodes[$0].array?.value.items }.filter { $0 >= 0 }
    return !items.isEmpty && items.allSatisfy { acceptor.accepts($0, place.node) }
  }

  private func value(_ subject: Subject, _ schemas: [Int]) -> Diagnostic {
    var table = KeyTable()
    for schema in schemas { for choice in program.choices(schema) { table.add(choice.value) } }
    let synonyms = (schemas.flatMap { program.closure($0) }).flatMap { program.nodes[$0].notes.synonyms }
    let word = Subject.folded(subject.node.text)
    if subject.node.isScalar, let synonym = synonyms.first(where: { Subject.folded($0.word) == word }),
      table.find(synonym.preferred) != nil,
      !table.names.contains(where: { Subject.areSpellings($0, subject.node.text) })
    {
      return Synonym.report(subject, preferred: synonym.preferred)
    }
    return UnknownValue.report(subject, values: table.names)
  }

  private func unknownKey(_ key: Node, _ subject: Subject, _ place: Place) -> Diagnostic {
    let known = program.knownKeys(place.schema)
    let present = KeyTable(place.node.entries.map(\.key.text))
    let free = known.filter { present.find($0) == nil }
    let word = Subject.folded(key.text)
    let synonym = program.closure(place.schema).lazy.flatMap { program.nodes[$0].notes.synonyms }
      .first { Subject.folded($0.word) == word && free.contains($0.preferred) }
    let homes = free.filter { child in
      program.child(place.schema, child).map { program.knownKeys($0).contains(key.text) } ?? false
    }
    return UnknownKey.report(
      key, subject, near: synonym.map { [$0.preferred] } ?? NearestWords.of(key.text, among: free), isSynonym: synonym != nil,
      allowed: free, home: homes.count == 1 ? homes[0] : nil)
  }

  private func field(_ key: String, in place: Place) -> (title: String?, description: String?, question: String?) {
    guard let schema = program.child(place.schema, key) else { return (nil, nil, nil) }
    return (program.note(schema, \.title), program.note(schema, \.description), program.note(schema, \.question))
  }

  /// `not: {required: [x]}` is about the key.
  private func excluded(_ schema: Int, _ subject: Subject, _ place: Place) -> Diagnostic {
    let required = program.nodes[schema].object?.required ?? []
    if required.count == 1, let name = program.nodes[schema].object?.keys.names[required[0]],
      let entry = place.node.entries.first(where: { $0.key.textEquals(name) })
    {
      return NotAllowed.report(key: entry.key, subject)
    }
    return NotAllowed.report(subject, what: program.note(schema, \.description) ?? program.note(schema, \.title))
  }
}

extension Failure {
  /// Whether it is about what the value says, so that "nothing is written" explains it.
  fileprivate var concernsValue: Bool {
    switch kind {
    case .type, .value, .below, .above, .step, .short, .pattern, .format: true
    default: false
    }
  }
}
