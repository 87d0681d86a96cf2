import Diagnostics
import FrontMatter
import SourceText

/// Leads each failure to the rule that has the words for it.
extension Explainer {
  func diagnostic(_ failure: Failure) -> Diagnostic {
    let place = failure.place
    let subject = subject(place, message: failure.message)
    if place.node.isScalar, place.node.isBlank, failure.concernsValue {
      return EmptyField.report(subject, wanted: program.types[place.schema], isRequired: isRequired(place))
    }
    switch failure.kind {
    case .type(let wanted):
      return WrongType.report(subject, wanted: wanted, takesAsItem: takesAsItem(place), onlyItem: onlyItem(place))
    case .value(let schemas): return value(subject, schemas)
    case .tooLow(let limit, let isExclusive): return OutOfRange.report(subject, below: limit, isExclusive: isExclusive)
    case .tooHigh(let limit, let isExclusive): return OutOfRange.report(subject, above: limit, isExclusive: isExclusive)
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
    case .twin(let twin): return DuplicateItem.report(subject, twin)
    case .unknownKey(let key): return unknownKey(key, subject, place)
    case .badKey(let key): return UnknownKey.report(badName: key, subject)
    case .missingKey(let key): return MissingField.report(key, subject, field: field(key, in: place))
    case .missingCompanion(let key, let trigger):
      return MissingCompanion.report(key, beside: trigger, subject, field: field(key, in: place))
    case .forbidden, .below: return NotAllowed.report(subject)
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

  /// The one item of a list in brackets that would be right without them.
  private func onlyItem(_ place: Place) -> Node? {
    guard place.node.form == .flowSequence, place.node.count == 1 else { return nil }
    return place.node.items.first { acceptor.accepts(place.schema, $0) }
  }

  private func value(_ subject: Subject, _ schemas: [Int]) -> Diagnostic {
    var table = KeyTable()
    for schema in schemas { for choice in program.choices(schema) { table.add(choice.value) } }
    if table.count == 0 {
      // Lists and mappings among the values have no label; they are shown as they are written.
      for schema in schemas.flatMap({ program.certain($0) }) {
        for node in program.nodes[schema].values?.nodes.prefix(12) ?? [] { table.add(String(node.asFlowText.prefix(80))) }
      }
    }
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
    UnknownKey.report(key, subject, guess: guess(key, in: place), allowed: guesses.keys(of: place, in: program).free)
  }

  /// Whether the mapping around a value asks for its key.
  private func isRequired(_ place: Place) -> Bool {
    guard let key = place.key, let parent = place.parent else { return false }
    return program.certain(parent.schema).contains { index in
      guard let checks = program.nodes[index].object, let known = checks.keys.find(key.text) else { return false }
      return checks.required.contains(known)
    }
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
    case .type, .value, .tooLow, .tooHigh, .step, .short, .pattern, .format: true
    default: false
    }
  }
}
