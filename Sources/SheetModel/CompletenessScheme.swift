import EcosystemSchema

/// What counts towards the completeness of a kind's sheets, read off the schema: which fields, in which group, and which components.
package struct CompletenessScheme: Sendable {
  /// A field that counts.
  package struct Asked: Sendable {
    /// The dotted path: `location.seat`.
    package let path: String
    /// `Location: seat`.
    package let title: String
    /// `x-group`; empty where the schema of the kind has no groups at all.
    package let group: String
    package let field: Field
  }

  /// A component of the ecosystem: a kind of player or of resource.
  package struct Component: Sendable {
    /// The field that holds it: `players`.
    package let part: String
    package let path: String
    package let title: String
    package let tier: Tier?
  }

  /// In the schema's order.
  package let asked: [Asked]
  /// In the schema's order.
  package let components: [Component]
  let root: Field

  /// - Parameter root: the schema of a kind. A group's fields are the tiered children of its properties where there are any, else the property
  ///   itself. A schema without any `x-group` has one nameless group: all its tiered fields.
  package init(_ root: Field) {
    self.root = root
    var all: [Asked] = []
    for child in root.children { Self.leaves(child, path: child.key, title: child.title, into: &all) }
    let grouped = all.filter { $0.field.group != nil }
    asked = grouped.isEmpty ? all.filter { $0.field.tier.map { $0 > .draft } ?? false && $0.path != "aim" } : grouped
    components = Self.components(of: root)
  }

  private static func leaves(_ field: Field, path: String, title: String, into all: inout [Asked]) {
    let tiered = field.children.filter { $0.tier != nil }
    guard tiered.isEmpty else {
      for child in tiered {
        leaves(child, path: "\(path).\(child.key)", title: "\(title): \(child.title.loweringFirst)", into: &all)
      }
      return
    }
    all.append(Asked(path: path, title: title, group: field.group ?? "", field: field))
  }

  /// The components: the children of those fields that hold nothing but lists of named things.
  package static func components(of root: Field) -> [Component] {
    root.children.flatMap { part -> [Component] in
      guard !part.children.isEmpty, part.children.allSatisfy({ $0.items?.child("name") != nil }) else { return [] }
      return part.children.map { Component(part: part.key, path: "\(part.key).\($0.key)", title: $0.title, tier: $0.tier) }
    }
  }
}

extension String {
  /// `Type of territory` within a line: `type of territory`; an acronym keeps its capitals.
  fileprivate var loweringFirst: String { self == uppercased() ? self : prefix(1).lowercased() + dropFirst() }
}
