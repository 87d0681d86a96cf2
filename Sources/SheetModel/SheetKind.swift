/// The kinds of sheet; the folder of a file says which it is.
package enum SheetKind: String, CaseIterable, Comparable, Sendable {
  case cluster, policy, initiative, concept, region
  case caseStudy = "case-study"
  case theme

  /// Where the sheets of a kind lie, without a slash at the end.
  package var folder: String { self == .theme ? "Themes" : "Sheets/\(collection)" }

  /// The name of the collection in folders and addresses: `case-studies`.
  package var collection: String {
    switch self {
    case .policy: "policies"
    case .caseStudy: "case-studies"
    default: rawValue + "s"
    }
  }

  /// `Case study`.
  package var title: String { self == .caseStudy ? "Case study" : rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// `Case studies`.
  package var pluralTitle: String {
    self == .caseStudy ? "Case studies" : collection.prefix(1).uppercased() + collection.dropFirst()
  }

  /// As it stands in a sentence: `case study`.
  package var noun: String { title.lowercased() }

  /// `a cluster`, `an initiative`.
  package var nounWithArticle: String { (self == .initiative ? "an " : "a ") + noun }

  /// The kind of the file at a path, or nil where no sheet lies.
  package init?(path: String) {
    let parts = path.split(separator: "/")
    guard path.hasSuffix(".md") else { return nil }
    if parts.count == 2, parts[0] == "Themes" {
      self = .theme
    } else if parts.count == 3, parts[0] == "Sheets",
      let kind = SheetKind.allCases.first(where: { $0.collection == parts[1] && $0 != .theme })
    {
      self = kind
    } else {
      return nil
    }
  }

  package static func < (a: SheetKind, b: SheetKind) -> Bool { a.order < b.order }
  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A sheet's name in the whole atlas: ids are unique within a kind.
package struct SheetID: Hashable, Comparable, Sendable {
  package let kind: SheetKind
  package let id: String

  package init(_ kind: SheetKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  package static func < (a: SheetID, b: SheetID) -> Bool { (a.kind, a.id) < (b.kind, b.id) }

  /// Whether a text has the form of an id: `^[a-z0-9]+(-[a-z0-9]+)*$`.
  package static func isSlug(_ text: String) -> Bool {
    var previous: UInt8 = 0x2D
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case 0x2D where previous != 0x2D: break
      default: return false
      }
      previous = byte
    }
    return previous != 0x2D
  }

  /// A text made into the form of an id: lower case, Latin letters without their marks, hyphens for the rest.
  package static func slug(of text: String) -> String {
    var out = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": out.unicodeScalars.append(scalar)
      default:
        if let folded = DiacriticFolding.base(of: scalar) {
          out += folded
        } else if !scalar.properties.isDiacritic, out.last != "-", !out.isEmpty {
          out += "-"
        }
      }
    }
    while out.last == "-" { out.removeLast() }
    return out
  }
}
