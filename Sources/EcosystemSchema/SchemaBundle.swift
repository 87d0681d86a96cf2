import FrontMatter
import Markup

/// A schema of the project as one JSON document that needs no other file: what other tools can read.
///
/// The files that it refers to are laid under `$defs`, and references into them lead there; everything else stays as it was written, the project's own
/// `x-` keywords too, which other validators pass over as they should.
package enum SchemaBundle {
  /// - Parameter id: the address at which the document will stand; nil gives it none.
  /// - Returns: nil where the project has no schema of the kind.
  package static func json(_ set: SchemaSet, kind: String, id: String? = nil) -> [UInt8]? {
    guard let path = set[kind]?.path, let tree = set.documents[path] else { return nil }
    var bundle = Bundling(set: set, main: path)
    bundle.name(path, taken: Set(tree.root["$defs"]?.entries.map(\.key.text) ?? []))
    var json = JSONWriter()
    json.object { json in
      if let schema = tree.root["$schema"] { json.member("$schema", schema.text) }
      if let id { json.member("$id", id) }
      for entry in tree.root.entries where !["$schema", "$id", "$defs"].contains(entry.key.text) {
        json.lineBreak()
        bundle.member(entry, in: path, into: &json)
      }
      let definitions = tree.root["$defs"]
      guard definitions != nil || bundle.others.count > 0 else { return }
      json.lineBreak()
      json.key("$defs")
      json.object { json in
        for entry in definitions?.entries ?? tree.root.entries.none {
          json.lineBreak()
          json.key(entry.key.text)
          bundle.schema(entry.value, in: path, into: &json)
        }
        for other in bundle.others {
          guard let tree = set.documents[other.path] else { continue }
          json.lineBreak()
          json.key(other.name)
          json.object { json in
            for entry in tree.root.entries where !["$schema", "$id"].contains(entry.key.text) {
              json.lineBreak()
              bundle.member(entry, in: other.path, into: &json)
            }
          }
        }
      }
      json.lineBreak(closing: true)
    }
    return json.take() + [0x0A]
  }
}

/// Copies schemas with their references turned.
private struct Bundling {
  let set: SchemaSet
  let main: String
  /// The other files and the names under which they are laid in.
  private(set) var others: [(path: String, name: String)] = []

  private static let maps: Set<String> = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]
  /// What holds values and no schemas.
  private static let data: Set<String> = [
    "const", "enum", "default", "examples", "required", "dependentRequired", "type", "$vocabulary",
  ]

  init(set: SchemaSet, main: String) {
    self.set = set
    self.main = main
  }

  /// Names every file that can be reached from the first.
  mutating func name(_ path: String, taken: Set<String>) {
    var taken = taken
    var waiting = [path]
    var seen: Set<String> = [path]
    while let next = waiting.popLast() {
      guard let tree = set.documents[next] else { continue }
      var found: [String] = []
      collect(tree.root, in: next, into: &found)
      for file in found where seen.insert(file).inserted {
        waiting.append(file)
        let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? "other"
        var name = stem
        var number = 2
        while !taken.insert(name).inserted {
          name = "\(stem)-\(number)"
          number += 1
        }
        others.append((file, name))
      }
    }
  }

  private func collect(_ node: Node, in path: String, into found: inout [String]) {
    for item in node.items { collect(item, in: path, into: &found) }
    for entry in node.entries {
      if entry.key.textEquals("$ref"), entry.value.isScalar {
        let file = split(entry.value.text, in: path).file
        if set.documents[file] != nil { found.append(file) }
      } else {
        collect(entry.value, in: path, into: &found)
      }
    }
  }

  func schema(_ node: Node, in path: String, into json: inout JSONWriter) {
    if node.isMapping {
      json.object { json in for entry in node.entries { member(entry, in: path, into: &json) } }
    } else if node.isSequence {
      json.array { json in for item in node.items { schema(item, in: path, into: &json) } }
    } else {
      value(node, into: &json)
    }
  }

  func member(_ entry: Entry, in path: String, into json: inout JSONWriter) {
    let keyword = entry.key.text
    json.key(keyword)
    if keyword == "$ref" || keyword == "$dynamicRef", entry.value.isScalar {
      json.value(turned(entry.value.text, in: path))
    } else if Bundling.maps.contains(keyword) {
      json.object { json in
        for inner in entry.value.entries {
          json.key(inner.key.text)
          schema(inner.value, in: path, into: &json)
        }
      }
    } else if Bundling.data.contains(keyword) || keyword.hasPrefix("x-") {
      value(entry.value, into: &json)
    } else {
      schema(entry.value, in: path, into: &json)
    }
  }

  private func value(_ node: Node, into json: inout JSONWriter) {
    if node.isMapping {
      json.object { json in
        for entry in node.entries {
          json.key(entry.key.text)
          value(entry.value, into: &json)
        }
      }
    } else if node.isSequence {
      json.array { json in for item in node.items { value(item, into: &json) } }
    } else {
      switch node.core {
      case .null: json.null()
      case .bool(let value): json.value(value)
      case .number(_, let integer?): json.value(integer)
      case .number(let value, _): json.value(value)
      case .string: json.value(node.text)
      }
    }
  }

  /// A reference as it leads in the one document.
  private func turned(_ reference: String, in path: String) -> String {
    let (file, fragment) = split(reference, in: path)
    if file == main { return "#" + fragment }
    guard let name = others.first(where: { $0.path == file })?.name else { return reference }
    // An anchor means the same anywhere in one document.
    guard fragment.isEmpty || fragment.hasPrefix("/") else { return "#" + fragment }
    return "#/$defs/" + Node.escapedPointerPart(name) + fragment
  }

  private func split(_ reference: String, in path: String) -> (file: String, fragment: String) {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].isEmpty ? path : SchemaAddress.resolve(parts[0], against: path)
    return (file, parts.count > 1 ? String(parts[1]) : "")
  }
}
