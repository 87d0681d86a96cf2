import EcosystemSchema
import FrontMatter
import SheetModel
import SourceText
import TestSupport

/// One slip of the keyboard.
enum Typo {
  /// The word with a letter inserted, dropped, swapped with its neighbour or replaced by another; never the word itself.
  static func random(in word: String, _ random: inout SeededGenerator) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    for _ in 0..<20 {
      var text = Array(word)
      guard let place = text.indices.randomElement(using: &random), let letter = letters.randomElement(using: &random) else {
        break
      }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.insert(letter, at: place)
      case 1 where text.count > 1: text.remove(at: place)
      case 2 where place + 1 < text.count: text.swapAt(place, place + 1)
      default: text[place] = letter
      }
      if String(text) != word { return String(text) }
    }
    return word + "x"
  }
}

/// A value of a list of choices, or the name of something, of five letters or more: where a slip can be told.
struct Slip {
  enum Kind: String { case choice, reference }

  let kind: Kind
  let word: String
  let span: Span

  static func places(of sheet: Sheet, _ field: Field) -> [Slip] {
    var found: [Slip] = []
    visit(sheet.tree.root, field, &found)
    found += sheet.body.citations.map { Slip(kind: .reference, word: $0.source, span: $0.idSpan) }
    // With its kind before it an id has two words, and either may be misspelt.
    found += sheet.body.references.filter { $0.kind == nil }.map { Slip(kind: .reference, word: $0.id, span: $0.idSpan) }
    return found.filter { $0.word.count { $0.isLetter } >= 5 && $0.span.length == $0.word.utf8.count }
  }

  private static func visit(_ node: Node, _ field: Field, _ found: inout [Slip]) {
    if node.isScalar, node.form == .plain {
      if !field.refersTo.isEmpty {
        found.append(Slip(kind: .reference, word: node.text, span: node.span))
      } else if field.values.contains(where: { node.textEquals($0.value) }) {
        found.append(Slip(kind: .choice, word: node.text, span: node.span))
      }
    }
    for item in node.items { if let items = field.items { visit(item, items, &found) } }
    for entry in node.entries {
      if let child = field.child(entry.key.text) ?? field.anyChild { visit(entry.value, child, &found) }
    }
  }
}

/// A sheet that can be broken.
struct Specimen {
  let sheet: Sheet
  let file: SourceFile
  let places: [Slip]
}
