import Markup
import Mustache

/// The templates as the library has compiled them. This file alone knows the library.
///
/// Two things are done here that the library would do otherwise. Text is escaped before it gets it: it escapes by `Character`, so that
/// a quotation mark with an accent after it would pass and end an attribute. And values answer for themselves, so that it never looks
/// into one by reflection.
struct MustacheEngine: Sendable {
  /// A text that our scanner took and the library does not.
  struct Refusal: Error {
    /// From 1.
    let line: Int
  }

  private var library = MustacheLibrary()
  private var slots: [String: [String: Slot]]

  init(layouts: [Layout]) {
    slots = Dictionary(layouts.map { ($0.name, Self.byName($0.slots)) }) { first, _ in first }
  }

  mutating func add(_ text: String, named name: String) throws(Refusal) {
    do {
      try library.register("{{%CONTENT_TYPE:TEXT}}\n" + text, named: name)
    } catch let error as MustacheTemplate.ParserError {
      throw Refusal(line: max(1, error.context.lineNumber - 1))
    } catch {
      throw Refusal(line: 1)
    }
  }

  /// A page; empty where there is no such template.
  func render(_ name: String, _ values: [String: SlotValue]) -> [UInt8] {
    var text = library.render(Row(values: values, slots: slots[name] ?? [:]), withTemplate: name) ?? ""
    return text.withUTF8 { Array($0) }
  }

  fileprivate static func byName(_ slots: [Slot]) -> [String: Slot] {
    Dictionary(slots.map { ($0.name, $0) }) { first, _ in first }
  }
}

/// The page, or one row of a list.
private struct Row: MustacheParent {
  let values: [String: SlotValue]
  let slots: [String: Slot]

  /// nil sends the library on to the row around this one: an empty slot must not borrow its namesake's value there.
  func child(named name: String) -> Any? {
    guard let slot = slots[name] else { return nil }
    switch values[name] {
    case .text(let text): return Ready(renderText: HTML.escaping(text).string)
    case .html(let html): return Ready(renderText: html.string)
    case .flag(let flag): return flag
    case .list(let rows):
      guard case .list(let inner) = slot.kind else { return false }
      let slots = MustacheEngine.byName(inner)
      return Rows(rows: rows.map { Row(values: $0, slots: slots) })
    case nil: return Ready(renderText: "")
    }
  }
}

/// Markup that is ready to be put in. Where it is empty, a section for it is left out.
private struct Ready: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }

  func child(named: String) -> Any? { nil }
}

private struct Rows: MustacheSequence, MustacheParent {
  let rows: [Row]

  func makeIterator() -> IndexingIterator<[Row]> { rows.makeIterator() }
  func child(named: String) -> Any? { nil }
}
