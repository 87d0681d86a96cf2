import EcosystemSchema
import Foundation
import FrontMatter
import SheetAnalysis
import SheetModel
import SourceText
import TestSupport

/// The site of the repository's own sheets, made once; with the small base map, which is read faster.
enum RealSite {
  static let project: Task<TestProject, Never> = Task {
    var sources = await Repository.sources()
    if let small = sources.file("Site/data/countries-110m.topo.json") {
      sources.data.removeAll { $0.path.hasSuffix("countries-50m.topo.json") }
      sources.data.append(SourceFile(path: "Site/data/countries-50m.topo.json", bytes: small.bytes))
    }
    return TestProject(sources: sources)
  }

  static let pages: Task<[String: String], Never> = Task { await project.value.site() }

  /// Texts and numbers of a sheet that are neither choices nor references nor ids.
  static func freeValues(of sheet: Sheet, _ analysis: Analysis) -> [(path: String, text: String)] {
    var values: [(String, String)] = []
    func visit(_ node: Node, _ field: Field?, _ path: String) {
      if node.isScalar {
        guard let field, field.values.isEmpty, field.refersTo.isEmpty, !node.isBlank,
          !["id", "lat", "lon", "aim"].contains(field.key)
        else { return }
        values.append((path, node.text))
      } else if node.isSequence {
        for item in node.items { visit(item, field?.items, path) }
      } else {
        for entry in node.entries where !entry.key.text.hasPrefix("x-") {
          visit(entry.value, field?.child(entry.key.text), path + "." + entry.key.text)
        }
      }
    }
    visit(sheet.tree.root, analysis.schemas[sheet.id.kind.rawValue]?.root, "")
    return values.filter {
      ![".gaps.field", ".figures.unit", ".sources.lang", ".sources.copy", ".native_name.lang"].contains($0.0)
    }
  }

  /// Without white space, commas in numbers, and capitals.
  static func squeezed(_ text: String) -> String {
    String(text.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "," })
  }
}

/// What a page says, without its tags.
struct PageText {
  /// The text of `<main>`.
  let main: String
  /// The values of all attributes of the page.
  let attributes: String

  init(_ html: String) {
    let tags = MarkupReader(html)
    let body = tags.events.drop { $0.tag != "main" }
    main = body.filter { $0.tag.isEmpty }.map(\.text).joined(separator: " ")
    attributes = tags.events.flatMap(\.attributes).map(\.value).joined(separator: " ")
  }
}

/// Reads HTML as strictly as the pages are written: quoted attributes, every element closed.
struct MarkupReader {
  struct Event {
    /// Empty for text.
    var tag = ""
    var isEnd = false
    var attributes: [(name: String, value: String)] = []
    var text = ""

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var events: [Event] = []
  /// What is not as it should be.
  private(set) var problems: [String] = []

  /// HTML's own, and SVG's shapes, which the pages write without an end.
  private static let void: Set<String> = ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]

  init(_ html: String) {
    let bytes = Array(html.utf8)
    var open: [String] = []
    var i = 0
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while i < bytes.count {
      guard bytes[i] == 0x3C else {
        let end = bytes[i...].firstIndex(of: 0x3C) ?? bytes.count
        let raw = text(i..<end)
        if raw.contains(">") { problems.append("a bare '>' in '\(raw.prefix(40))'") }
        events.append(Event(text: unescape(raw)))
        i = end
        continue
      }
      guard let end = Self.endOfTag(bytes, i) else {
        problems.append("a tag without end")
        break
      }
      var event = parse(text(i + 1..<end))
      i = end + 1
      guard !event.tag.hasPrefix("!") else { continue }
      let closesItself = event.attributes.last?.name == "/"
      if closesItself { event.attributes.removeLast() }
      if event.isEnd {
        if open.last == event.tag { open.removeLast() } else { problems.append("</\(event.tag)> in \(open.suffix(3))") }
      } else if !Self.void.contains(event.tag), !closesItself {
        open.append(event.tag)
      }
      events.append(event)
    }
    if !open.isEmpty { problems.append("never closed: \(open)") }
  }

  /// The `>` that ends a tag, not one in quotes.
  private static func endOfTag(_ bytes: [UInt8], _ start: Int) -> Int? {
    var quote: UInt8?
    for i in start..<bytes.count {
      if let open = quote {
        if bytes[i] == open { quote = nil }
      } else if bytes[i] == 0x22 {
        quote = bytes[i]
      } else if bytes[i] == 0x3E {
        return i
      }
    }
    return nil
  }

  private mutating func parse(_ inside: String) -> Event {
    var event = Event()
    var rest = inside[...]
    if rest.first == "/" {
      event.isEnd = true
      rest.removeFirst()
    }
    event.tag = String(rest.prefix { !$0.isWhitespace && $0 != "/" })
    rest = rest.dropFirst(event.tag.count)
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard !rest.isEmpty else { break }
      let name = String(rest.prefix { !$0.isWhitespace && $0 != "=" })
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else {
        event.attributes.append((name, ""))
        continue
      }
      rest = rest.dropFirst()
      guard rest.first == "\"", let close = rest.dropFirst().firstIndex(of: "\"") else {
        problems.append("attribute '\(name)' of <\(event.tag)> is not quoted")
        break
      }
      if event[name] != nil { problems.append("attribute '\(name)' of <\(event.tag)> twice") }
      event.attributes.append((name, unescape(String(rest[rest.index(after: rest.startIndex)..<close]))))
      rest = rest[rest.index(after: close)...]
    }
    return event
  }

  /// The named and numbered characters that the pages use; any other `&` is a problem.
  private mutating func unescape(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var out = ""
    var rest = text[...]
    while let amp = rest.firstIndex(of: "&") {
      out += rest[..<amp]
      let end = rest[amp...].firstIndex(of: ";")
      let name = end.map { String(rest[rest.index(after: amp)..<$0]) } ?? ""
      switch name {
      case "amp": out += "&"
      case "lt": out += "<"
      case "gt": out += ">"
      case "quot": out += "\""
      case "#39": out += "'"
      default: problems.append("'&\(name.prefix(12))' is not a character that pages write")
      }
      rest = end.map { rest[rest.index(after: $0)...] } ?? ""
    }
    return out + rest
  }
}

extension String {
  /// As Foundation's, within a range.
  func range(of other: String, in range: Range<String.Index>) -> Range<String.Index>? {
    self.range(of: other, options: [.literal], range: range)
  }
}
