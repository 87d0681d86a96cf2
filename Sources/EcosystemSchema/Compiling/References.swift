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
      if let target = target(of: reference) {
        drafts[reference.schema].inPlace.reference = schema(target.node, in: target.unit)
        referenceLocations[reference.schema] = location(reference.value, in: reference.unit)
      }
    }
  }

  private mutating func target(of reference: Reference) -> (unit: Int, node: Node)? {
    let text = reference.value.text
    let place = location(reference.value, in: reference.unit)
    let hash = text.firstIndex(of: "#") ?? text.endIndex
    let file = String(text[..<hash])
    let fragment = Self.decoded(text[hash...].dropFirst())
    var unit = reference.unit
    if !file.isEmpty {
      let base = units[reference.unit].file.path
      let path = Self.path(file, besides: base)
      guard let found = units.firstIndex(where: { $0.file.path == path }) else {
        let names = units.map { Self.name(of: $0.file.path) }
        diagnostics.append(SchemaReference.report(noFile: file, names: names, rest: String(text[hash...]), at: place))
        return nil
      }
      unit = found
    }
    let root = units[unit].root
    if fragment.isEmpty { return (unit, root) }
    guard fragment.hasPrefix("/") else {
      if let node = units[unit].anchors[fragment] { return (unit, node) }
      let near = units[unit].anchors.keys.sorted().map { "\(file)#\($0)" }
      diagnostics.append(SchemaReference.report(text, candidates: near, at: place))
      return nil
    }
    return walk(fragment, from: root, in: unit, file: file, text: text, at: place).map { (unit, $0) }
  }

  private mutating func walk(
    _ pointer: String, from root: Node, in unit: Int, file: String, text: String, at place: Location
  ) -> Node? {
    var node = root
    var walked = "\(file)#"
    let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (i, step) in steps.enumerated() {
      let key = Self.unescaped(step)
      let next = child(key, of: node, in: unit)
      guard let next else {
        let rest = steps.dropFirst(i + 1).map { "/" + $0 }.joined()
        let near = NearestWords.of(key, among: node.entries.map(\.key.text)).map {
          "\(walked)/\(Node.escapedPointerPart($0))\(rest)"
        }
        diagnostics.append(SchemaReference.report(text, nearest: near, at: place))
        return nil
      }
      walked += "/\(step)"
      node = next
    }
    return node
  }

  private mutating func child(_ key: String, of node: Node, in unit: Int) -> Node? {
    if node.isSequence { return Int(key).flatMap { index in index < 0 ? nil : node.items.dropFirst(index).first { _ in true } } }
    if node.count <= 16 { return node[key] }
    let place = Place(unit: unit, node: node.index)
    if let known = largeMappings[place] { return known[key] }
    let known = Dictionary(node.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
    largeMappings[place] = known
    return known[key]
  }

  /// The path of a file named in another, `..` and `.` worked out.
  static func path(_ relative: String, besides base: String) -> String {
    var parts = base.split(separator: "/").dropLast().map(String.init)
    for part in relative.split(separator: "/") {
      if part == ".." { if !parts.isEmpty { parts.removeLast() } } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
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
