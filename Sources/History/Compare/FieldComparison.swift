import EcosystemSchema

/// Finds what differs between two states of a front matter: nested fields one by one, items of lists by their names.
struct FieldComparison {
  private(set) var changes: [FieldChange] = []

  /// - Parameters:
  ///   - before: the mapping as it was.
  ///   - field: the schema of today; `formerField` that of then, for fields that are gone from it.
  static func compare(_ before: DataValue, _ after: DataValue, field: Field?, formerField: Field?) -> [FieldChange] {
    var comparison = FieldComparison()
    comparison.compareMaps(before, after, Place(field: field, former: formerField, path: "", titles: [], topic: .field))
    return comparison.changes
  }

  /// Where the comparison stands.
  fileprivate struct Place {
    let field: Field?
    let former: Field?
    let path: String
    let titles: [String]
    let topic: FieldChange.Topic

    func child(_ key: String) -> Place {
      let field = self.field?.child(key) ?? self.field?.anyChild
      let former = self.former?.child(key) ?? self.former?.anyChild
      let title = (field?.key == key ? field?.title : nil) ?? (former?.key == key ? former?.title : nil) ?? Field.words(key)
      let topic: FieldChange.Topic =
        path.isEmpty ? ["aim": .aim, "figures": .figure, "relations": .relation, "sources": .source][key] ?? .field : topic
      return Place(
        field: field, former: former, path: path.isEmpty ? key : path + "." + key, titles: titles + [title], topic: topic)
    }

    func item(_ name: String) -> Place {
      Place(field: field?.items, former: former?.items, path: "\(path)[\(name)]", titles: titles + [name], topic: topic)
    }

    /// Whether it is an item of `figures`, not something inside one.
    var isFigure: Bool { topic == .figure && titles.count == 2 && path.hasSuffix("]") }

    /// A list of ids of the sheet's own sources or figures, whose order means nothing.
    var isCitation: Bool { !Set((field ?? former)?.items?.refersTo ?? []).isDisjoint(with: ["source", "figure"]) }

    /// A list that stands for one value, such as the two ends of a range.
    var isOneValue: Bool {
      guard let types = (field ?? former)?.types else { return false }
      return types.contains(.array) && !types.isDisjoint(with: [.string, .number, .integer, .boolean])
    }
  }

  private mutating func compare(_ before: DataValue?, _ after: DataValue?, _ place: Place) {
    let old = before.flatMap { $0.isBlank ? nil : $0 }
    let new = after.flatMap { $0.isBlank ? nil : $0 }
    guard old != new else { return }
    switch (old, new) {
    case (.map?, .map?): compareMaps(old ?? .null, new ?? .null, place)
    case (.list(let a)?, .list(let b)?) where !place.isOneValue: compareLists(a, b, place)
    case (.list(let a)?, nil) where a.contains(where: \.isMap): compareLists(a, [], place)
    case (nil, .list(let b)?) where b.contains(where: \.isMap): compareLists([], b, place)
    // A mapping that is new as a whole is told field by field, unless it is an item of a list.
    case (nil, .map?) where !place.path.hasSuffix("]"): compareMaps(.map([]), new ?? .null, place)
    case (.map?, nil) where !place.path.hasSuffix("]"): compareMaps(old ?? .null, .map([]), place)
    default: report(old, new, place)
    }
  }

  private mutating func compareMaps(_ before: DataValue, _ after: DataValue, _ place: Place) {
    guard case .map(let old) = before, case .map(let new) = after else { return }
    var left = Dictionary(old.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let values = Dictionary(new.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let isFigure = place.isFigure
    if isFigure { compareFigureValue(before, after, place) }
    func isTold(_ key: String) -> Bool { isFigure && Self.figureKeys.contains(key) }
    for key in keys(old, new, place) {
      let was = left.removeValue(forKey: key)
      if !isTold(key) { compare(was, values[key], place.child(key)) }
    }
  }

  /// All keys of both, in the schema's order, then in that of the files.
  private func keys(_ old: [DataMember], _ new: [DataMember], _ place: Place) -> [String] {
    var seen: Set<String> = []
    let written = (new + old).map(\.key).filter { seen.insert($0).inserted }
    let known = (place.field?.children ?? []).map(\.key).filter(seen.contains)
    let isKnown = Set(known)
    return known + written.filter { !isKnown.contains($0) }
  }

  private mutating func compareLists(_ before: [DataValue], _ after: [DataValue], _ place: Place) {
    let count = changes.count
    var seen: [String: Int] = [:]
    for pair in ItemIdentity.pairs(before, after) {
      let name = pair.name.map { $0.count > 80 ? String($0.prefix(79)) + "…" : $0 } ?? "\(pair.position + 1)"
      seen[name, default: 0] += 1
      let number = seen[name] ?? 1
      compareItem(pair, place.item(number == 1 ? name : "\(name) (\(number))"), list: place)
    }
    // The order of plain values can mean something: of several countries the first is the seat's.
    if changes.count == count, before != after, !place.isCitation, after.allSatisfy({ $0.scalar != nil }) {
      report(.list(before), .list(after), place)
    }
  }

  /// An item that came or went is told with its list as the title, as its name is its value.
  private mutating func compareItem(_ pair: ItemIdentity.Pair, _ item: Place, list: Place) {
    if pair.before != nil, pair.after != nil { return compare(pair.before, pair.after, item) }
    let value = pair.before ?? pair.after
    let place =
      value?.scalar != nil
      ? Place(field: item.field, former: item.former, path: item.path, titles: list.titles, topic: list.topic) : item
    report(pair.before, pair.after, place)
  }

  /// Value, year and unit of a figure belong together: `40,000 persons, 2021` became `41,000 persons, 2022`.
  private static let figureKeys: Set<String> = ["value", "scale", "qualifier", "unit", "currency", "year"]

  private mutating func compareFigureValue(_ before: DataValue, _ after: DataValue, _ place: Place) {
    func part(_ figure: DataValue) -> DataValue {
      guard case .map(let members) = figure else { return .null }
      return .map(members.filter { Self.figureKeys.contains($0.key) && !$0.value.isBlank })
    }
    let (old, new) = (part(before), part(after))
    guard old != new else { return }
    changes.append(
      FieldChange(
        topic: .figure, path: place.path, titles: place.titles, before: old, after: new,
        beforeText: before.figure(place.former ?? place.field) ?? "no value",
        afterText: after.figure(place.field) ?? "no value"))
  }

  private mutating func report(_ before: DataValue?, _ after: DataValue?, _ place: Place) {
    func text(_ value: DataValue, _ field: Field?) -> String {
      // Of two states of one item both are told whole: the reader looks for what is not the same.
      if before != nil, after != nil { return value.summary }
      guard place.isFigure, let figure = value.figure(field) else { return place.text(of: value) }
      let subject = [value["indicator"], value["of"], value["label"]].compactMap { $0?.summary }.joined(separator: ", ")
      return subject.isEmpty ? figure : "\(subject): \(figure)"
    }
    changes.append(
      FieldChange(
        topic: place.topic, path: place.path, titles: place.titles, before: before, after: after,
        beforeText: before.map { text($0, place.former ?? place.field) }, afterText: after.map { text($0, place.field) }))
  }
}

extension FieldComparison.Place {
  /// The value as people read it; of an item whose name is its title already, only the rest.
  fileprivate func text(of value: DataValue) -> String {
    guard case .map(let members) = value, let key = ItemIdentity.key(of: value), value[key]?.summary == titles.last else {
      return value.summary
    }
    if topic == .source, let title = value["title"] {
      return ([title.summary] + [value["publisher"], value["year"]].compactMap { $0?.summary }).joined(separator: ", ")
    }
    let rest = DataValue.map(members.filter { $0.key != key })
    return rest.isBlank ? value.summary : rest.summary
  }
}

extension DataValue {
  fileprivate var isMap: Bool { if case .map = self { true } else { false } }
}
