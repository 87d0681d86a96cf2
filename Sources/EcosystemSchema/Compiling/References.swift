import Diagnostics
import FrontMatter
import SourceText

extension SchemaCompiler {
  /// Leads every `$ref` to its schema. Compiling what one leads to may bring new ones, which wait in the same list.
  mutating func resolveReferences() {
    var next = 0
    while next < references.count {
      let reference = references[next]
      next += 1
      guard let (unit, node) = target(of: reference) else { continue }
      let target = schema(node, in: scope(of: unit, from: scopes[reference.scope].context))
      referenceLocations[reference.schema] = location(reference.value, in: reference.scope)
      if drafts[reference.schema].inPlace.reference < 0 {
        drafts[reference.schema].inPlace.reference = target
      } else {
        drafts[reference.schema].inPlace.allOf.append(target)
      }
    }
  }

  private mutating func target(of reference: Reference) -> (unit: Int, node: Node)? {
    let text = reference.value.text
    let place = location(reference.value, in: reference.scope)
    let hash = text.firstIndex(of: "#") ?? text.endIndex
    let file = String(text[..<hash])
    let fragment = Self.decoded(text[hash...].dropFirst())
    let scope = scopes[reference.scope]
    var unit = scope.unit
    if !file.isEmpty {
      let address = SchemaAddress.resolve(file, against: units[unit].address)
      guard let found = find(address, from: unit) else {
        report(missing: file, address: address, rest: String(text[hash...]), at: place)
        return nil
      }
      unit = found
    }
    if fragment.isEmpty {
      if reference.isDynamic, let outermost = outermost(SchemaCompiler.recursiveAnchor, in: unit, scope) { return outermost }
      return (unit, units[unit].root)
    }
    guard fragment.hasPrefix("/") else {
      guard let node = units[unit].anchors[fragment] else {
        let near = units[unit].anchors.keys.sorted().map { "\(file)#\($0)" }
        diagnostics.append(SchemaReference.report(text, candidates: near, at: place))
        return nil
      }
      // Only a reference to a dynamic anchor looks who else on the way here has one of that name.
      if reference.isDynamic, let outermost = outermost(fragment, in: unit, scope) { return outermost }
      return (unit, node)
    }
    return walk(fragment, in: unit, file: file, text: text, at: place)
  }

  /// Where a dynamic anchor of a resource lies in the outermost resource on the way that has one of its name; nil where the resource has none.
  private func outermost(_ anchor: String, in unit: Int, _ scope: Scope) -> (unit: Int, node: Node)? {
    guard units[unit].dynamicAnchors[anchor] != nil, let found = contexts[scope.context][anchor] else { return nil }
    return (found.unit, Node(tree: documents[units[found.unit].document].tree, index: found.node))
  }

  /// The resource with an address: among those that are known, built in, or to be had.
  ///
  /// Where a schema says that its address is on the web but lies here as a file, its neighbours on the web are sought among its neighbours here.
  mutating func find(_ address: String, from unit: Int) -> Int? {
    if let known = addresses[address] { return known }
    if missing.contains(address) { return nil }
    let draft = units[unit].draft
    if let text = Metaschemas.text(of: address) {
      return read(SourceFile(path: address, text: text), address: address, draft: draft)
    }
    if let file = options.load(address), let found = read(file, address: address, draft: draft) { return found }
    let file = documents[units[unit].document].file
    let folder = SchemaAddress.folder(of: units[unit].address)
    if units[unit].address != file.path, !folder.isEmpty, address.hasPrefix(folder) {
      let beside = SchemaAddress.folder(of: file.path) + address.dropFirst(folder.count)
      if let known = addresses[String(beside)] { return known }
      if let file = options.load(String(beside)), let found = read(file, address: address, draft: draft) { return found }
    }
    missing.insert(address)
    return nil
  }

  private mutating func report(missing file: String, address: String, rest: String, at place: Location) {
    if SchemaAddress.isRemote(address) {
      diagnostics.append(SchemaReference.report(remote: address, at: place))
    } else {
      let names = documents.map(\.file.path).filter { !SchemaAddress.isRemote($0) }.map(Self.name)
      diagnostics.append(SchemaReference.report(noFile: file, names: names, rest: rest, at: place))
    }
  }

  private mutating func walk(_ pointer: String, in unit: Int, file: String, text: String, at place: Location) -> (
    unit: Int, node: Node
  )? {
    var node = units[unit].root
    var unit = unit
    var walked = "\(file)#"
    let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (i, step) in steps.enumerated() {
      let key = Self.unescaped(step)
      guard let next = child(key, of: node, in: unit) else {
        let rest = steps.dropFirst(i + 1).map { "/" + $0 }.joined()
        let near = NearestWords.of(key, among: node.entries.map(\.key.text)).map {
          "\(walked)/\(Node.escapedPointerPart($0))\(rest)"
        }
        diagnostics.append(SchemaReference.report(text, nearest: near, at: place))
        return nil
      }
      walked += "/\(step)"
      node = next
      unit = unitsByRoot[NodePlace(document: units[unit].document, node: node.index)] ?? unit
    }
    return (unit, node)
  }

  private mutating func child(_ key: String, of node: Node, in unit: Int) -> Node? {
    if node.isSequence { return Int(key).flatMap { index in index < 0 ? nil : node.items.dropFirst(index).first { _ in true } } }
    if node.count <= 16 { return node[key] }
    let place = NodePlace(document: units[unit].document, node: node.index)
    if let known = largeMappings[place] { return known[key] }
    let known = Dictionary(node.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
    largeMappings[place] = known
    return known[key]
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private static func unescaped(_ step: Substring) -> String {
    var text = ""
    var iterator = step.makeIterator()
    while let character = iterator.next() {
      if character == "~" { text.append(iterator.next() == "1" ? "/" : "~") } else { text.append(character) }
    }
    return text
  }

  /// Percent escapes as the bytes that they stand for.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(0x25) else { return String(text) }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x25, i + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        i += 3
      } else {
        decoded.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
