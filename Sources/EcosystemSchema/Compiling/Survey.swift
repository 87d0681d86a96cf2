import Diagnostics
import FrontMatter
import SourceText

/// Finds out which resources and anchors a file holds before anything refers to them.
extension SchemaCompiler {
  /// Reads a file. Its resources are known afterwards by their addresses.
  ///
  /// - Parameters:
  ///   - address: by which the file was asked for; `$id` is relative to it.
  ///   - draft: the edition that it is of where it names none.
  /// - Returns: the resource at the top of the file, or nil where it cannot be read.
  mutating func read(_ file: SourceFile, address: String, draft: Draft) -> Int? {
    let read = file.path.hasSuffix(".json") || file.path.contains("://") ? JSONReader.read(file) : YAMLReader.read(file)
    diagnostics += read.diagnostics
    guard let tree = read.tree else { return nil }
    documents.append(Document(file: file, tree: tree))
    let document = documents.count - 1
    let unit = addUnit(at: tree.root, in: document, base: address, vocabularies: .standard, draft: draft)
    addresses[address] = addresses[address] ?? unit
    survey(tree.root, in: unit)
    return unit
  }

  /// A schema with an address of its own, given by `$id` or by the file.
  private mutating func addUnit(at node: Node, in document: Int, base: String, vocabularies: Vocabularies, draft: Draft) -> Int {
    var address = base
    var draft = draft
    // In a project `$schema` has one right value, which is checked with the other keywords.
    if !options.isStrict, let own = node["$schema"], own.isScalar { draft = Draft(address: own.text) ?? draft }
    let id = self.id(of: node, draft)
    if let id {
      let own = id.text.prefix { $0 != "#" }
      if draft.refStandsAlone ? !own.isEmpty : !id.text.dropLast().contains("#") {
        address = SchemaAddress.resolve(own, against: base)
      }
    }
    let unit = units.count
    units.append(Unit(document: document, root: node, address: address, vocabularies: vocabularies, draft: draft))
    unitsByRoot[NodePlace(document: document, node: node.index)] = unit
    if let other = addresses[address] {
      if let id, units[other].document != document || units[other].root.index != node.index {
        diagnostics.append(
          SchemaValue.report(addressTwice: address, at: Location(path: documents[document].file.path, span: id.span)))
      }
    } else {
      addresses[address] = unit
    }
    if let schema = node["$schema"], schema.isScalar { units[unit].vocabularies = dialect(schema, in: unit) }
    if units[unit].draft == .draft2019, node["$recursiveAnchor"]?.core == .bool(true) {
      units[unit].dynamicAnchors[Self.recursiveAnchor] = node
    }
    return unit
  }

  /// `$recursiveAnchor` as a `$dynamicAnchor`: with a name that no anchor has.
  static let recursiveAnchor = ""

  /// What gives a schema an address or, before anchors had a keyword of their own, a name.
  private func id(of node: Node, _ draft: Draft) -> Node? {
    guard let id = node[draft.idKeyword], id.isScalar, id.form != .plain || id.core == .string else { return nil }
    return draft.refStandsAlone && node["$ref"]?.isScalar == true ? nil : id
  }

  private mutating func survey(_ node: Node, in unit: Int) {
    guard node.isMapping else { return }
    var unit = unit
    let draft = units[unit].draft
    let id = id(of: node, draft)
    if node.index != units[unit].root.index, let id, !id.text.hasPrefix("#") {
      unit = addUnit(
        at: node, in: units[unit].document, base: units[unit].address, vocabularies: units[unit].vocabularies, draft: draft)
    }
    if draft.refStandsAlone, let id, let hash = id.text.firstIndex(of: "#"), id.text[hash...].count > 1 {
      addAnchor(String(id.text[hash...].dropFirst()), id, at: node, in: unit, isDynamic: false)
    }
    for entry in node.entries {
      guard let keyword = Keyword(rawValue: entry.key.text), keyword.isKnown(in: draft) else { continue }
      switch keyword {
      case .items where entry.value.isSequence: for item in entry.value.items { survey(item, in: unit) }
      case .anchor, .dynamicAnchor:
        addAnchor(entry.value.text, entry.value, at: node, in: unit, isDynamic: keyword == .dynamicAnchor)
      case .properties, .patternProperties, .defs, .definitions, .dependentSchemas, .dependencies:
        for inner in entry.value.entries { survey(inner.value, in: unit) }
      case .allOf, .anyOf, .oneOf, .prefixItems: for item in entry.value.items { survey(item, in: unit) }
      case .additionalProperties, .unevaluatedProperties, .propertyNames, .items, .additionalItems, .unevaluatedItems, .contains,
        .not,
        .condition, .then, .otherwise, .contentSchema:
        survey(entry.value, in: unit)
      default: break
      }
    }
  }

  private mutating func addAnchor(_ text: String, _ name: Node, at node: Node, in unit: Int, isDynamic: Bool) {
    guard name.isScalar else { return }
    if let other = units[unit].anchors[text], other.index != node.index {
      let path = documents[units[unit].document].file.path
      diagnostics.append(SchemaValue.report(anchorTwice: text, at: Location(path: path, span: name.span)))
      return
    }
    units[unit].anchors[text] = node
    if isDynamic { units[unit].dynamicAnchors[text] = node }
  }

  /// What `$schema` says about the keywords.
  private mutating func dialect(_ node: Node, in unit: Int) -> Vocabularies {
    let before = units[unit].vocabularies
    // In a project `$schema` has one right value, which is checked with the other keywords.
    guard !options.isStrict else { return before }
    let text = node.text.hasSuffix("#") ? String(node.text.dropLast()) : node.text
    if Draft(address: text) != nil { return .standard }
    let place = Location(path: documents[units[unit].document].file.path, span: node.span)
    let address = SchemaAddress.resolve(text, against: units[unit].address)
    guard let found = find(address, from: unit) else {
      diagnostics.append(SchemaValue.report(otherDraft: node.text, at: place))
      return .standard
    }
    units[unit].draft = units[found].draft
    guard let list = units[found].root["$vocabulary"] else { return .standard }
    var vocabularies: Vocabularies = .core
    for entry in list.entries {
      if let known = Vocabularies(address: entry.key.text) {
        vocabularies.formUnion(known)
      } else if case .bool(true) = entry.value.core {
        diagnostics.append(SchemaValue.report(unknownVocabulary: entry.key.text, at: place))
      }
    }
    return vocabularies
  }
}
