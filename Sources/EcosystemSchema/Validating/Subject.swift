import Diagnostics
import FrontMatter
import SourceText

/// The value that a sentence is about, in the words of the schema.
struct Subject {
  let node: Node
  /// Stands for the value where that has nothing to point at.
  let sign: Node
  /// The title of the field, or its key as words: the beginning of most headlines.
  let title: String
  /// As people write the place: `sources[2].year`; empty for the root.
  let dotted: String
  let description: String?
  let question: String?
  /// `x-message`: what is said instead of the general headline.
  let message: String?
  let path: String
  let pointer: String
  let sheet: String?

  func location(_ node: Node) -> Location { Location(path: path, span: node.span) }

  /// The value as a headline shows it.
  var shown: String { Wording.quoted(node.text) }

  /// ` in 'sources[2]'`, or nothing at the root.
  var inPlace: String { dotted.isEmpty ? "" : " in '\(dotted)'" }

  func report(
    _ rule: Rule, at place: Node? = nil, _ headline: String, label: String? = nil, explanation: String? = nil, notes: [Note] = [],
    fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location(place ?? node), message ?? headline, label: label, explanation: explanation, sheet: sheet,
      pointer: pointer,
      notes: notes, fixes: fixes)
  }

  /// As `report`, with the headline even where the schema has a message, which then explains.
  func reportAlways(
    _ rule: Rule, at place: Node, _ headline: String, label: String? = nil, explanation: String? = nil, fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location(place), headline, label: label, explanation: explanation ?? message, sheet: sheet, pointer: pointer,
      fixes: fixes)
  }

  /// A fix that writes another text in place of this one, or of a key. Double quotes stay, which JSON needs.
  func replacing(_ place: Node, with text: String, _ applicability: Fix.Applicability) -> Fix {
    Fix(
      "Replace with '\(text)'", applicability,
      [TextEdit(location(place), place.form == .doubleQuoted ? YAMLText.quoted(text) : YAMLText.scalar(text))])
  }

  /// A fix that writes a number or a switch in place of this value.
  func replacing(with bare: String, _ applicability: Fix.Applicability) -> Fix {
    Fix("Replace with '\(bare)'", applicability, [TextEdit(location(node), bare)])
  }
}

extension Subject {
  /// Whether two words differ only in what people often write differently: capitals, hyphens, spaces.
  static func areSpellings(_ a: String, _ b: String) -> Bool { folded(a) == folded(b) }

  /// A word without what people write differently: capitals, marks on letters, hyphens and spaces.
  static func folded(_ word: String) -> [UInt8] {
    var out: [UInt8] = []
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x2D, 0x5F, 0x20: break
      case 0x41...0x5A: out.append(UInt8(scalar.value) + 0x20)
      case ..<0x80: out.append(UInt8(scalar.value))
      case _ where PlainLetters.isMark(scalar): break
      default: out += Array(PlainLetters.plain(scalar).utf8)
      }
    }
    return out
  }

  /// Whether a near word may be put in unseen: the only one near, and either another spelling or long enough for a slip to be certain.
  static func isCertain(_ near: [String], for word: String) -> Bool {
    guard near.count == 1 || near.first.map({ areSpellings($0, word) }) ?? false else { return false }
    return areSpellings(near[0], word) || word.utf8.count >= 5
  }
}
