import Diagnostics
import FrontMatter
import SourceText

/// Finds out which resources and anchors a file holds before anything refers to them.
extension SchemaCompiler {
  /// Reads a file. Its resources are known afterwards by their addresses.
  ///
  /// - Parameter address: by which the file was asked for; `$id` is relative to it.
  /// - Returns: the resource at the top of the file, or nil where it cannot be read.
  mutating func read(_ file: SourceFile, address: String) -> Int? {
    let read = file.path.hasSuffix(".json") || file.path.contains("://") ? JSONReader.read(file) : YAMLReader.read(file)
    diagnostics += read.diagnostics
    guard let tree = read.tree else { return nil }
    documents.append(Document(file: file, tree: tree))
    let document = documents.count - 1
    let unit = addUnit(at: tree.root, in: document, base: address, vocabularies: .standard)
    addresses[address] = addresses[address] ?? unit
    survey(tree.root, in: unit)
    return unit
  }

  /// A schema with an address of its own, given by `$id` or by the file.
  private mutating func addUnit(at node: Node, in document: Int, base: String, vocabularies: Vocabularies) -> Int {
    var address = base
    if let id = node["$id"], id.isScalar {
      let text = id.text
      let own = text.hasSuffix("#") ? text.dropLast() : text[...]
      if !own.contains("#") { address = SchemaAddress.resolve(own, against: base) }
    }
    let unit = units.count
    units.append(Unit(document: document, root: node, address: address, vocabularies: vocabularies))
    unitsByRoot[NodePlace(document: document, node: node.index)] = unit
    if let other = addresses[address] {
      if let id = node["$id"], units[other].document != document || units[other].root.index != node.index {
        diagnostics.append(
          SchemaValue.report(addressTwice: address, at: Location(path: documents[document].file.path, span: id.span)))
      }
    } else {
      addresses[address] = unit
    }
    if let schema = node["$schema"], schema.isScalar { units[unit].vocabularies = dialect(schema, in: unit) }
    return unit
  }

  private mutating func survey(_ node: Node, in unit: Int) {
    guard node.isMapping else { return }
    var unit = unit
    if node.index != units[unit].root.index, let id = node["$id"], id.isScalar, id.form != .plain || id.core == .string,
      !id.text.hasPrefix("#")
    {
      unit = addUnit(at: node, in: units[unit].document, base: units[unit].address, vocabularies: units[unit].vocabularies)
    }
    for entry in node.entries {
      guard let keyword = Keyword(rawValue: entry.key.text) else { continue }
      switch keyword {
      case .anchor, .dynamicAnchor: addAnchor(entry.value, at: node, in: unit, isDynamic: keyword == .dynamicAnchor)
      case .properties, .patternProperties, .defs, .definitions, .dependentSchemas, .dependencies:
        for inner in entry.value.entries { survey(inner.value, in: unit) }
      case .allOf, .anyOf, .oneOf, .prefixItems: for item in entry.value.items { survey(item, in: unit) }
      case .additionalProperties, .unevaluatedProperties, .propertyNames, .items, .unevaluatedItems, .contains, .not, .condition,
        .then,
        .otherwise, .contentSchema:
        survey(entry.value, in: unit)
      default: break
      }
    }
  }

  private mutating func addAnchor(_ name: Node, at node: Node, in unit: Int, isDynamic: Bool) {
    guard name.isScalar else { return }
    let text = name.text
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
    if text == Metaschemas.schema { return .standard }
    let place = Location(path: documents[units[unit].document].file.path, span: node.span)
    let address = SchemaAddress.resolve(text, against: units[unit].address)
    guard let found = find(address, from: unit) else {
      diagnostics.append(SchemaValue.report(otherDraft: node.text, at: place))
      return .standard
    }
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
