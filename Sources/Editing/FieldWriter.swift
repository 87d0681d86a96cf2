import EcosystemSchema
import SheetModel

/// Writes the fields of a new sheet one by one, in the order of the schema.
struct FieldWriter {
  private(set) var out = ""
  /// The name that the id suggests.
  let name: String
  let country: String?
  let today: CalendarDate
  /// Keys of facts that have no place for their own sources: what `evidence` is for.
  let facts: [String]

  private static let width = 110

  init(name: String, country: String?, today: CalendarDate, facts: [String]) {
    self.name = name
    self.country = country
    self.today = today
    self.facts = facts
  }

  /// Whether an author is shown a field: not those that only redirects need, but `evidence`, whose keys are fields, and what no sheet can do without.
  static func isShown(_ field: Field) -> Bool {
    field.display != .hidden || field.isRequired || field.anyChild != nil || field.key == "aim"
  }

  mutating func line(_ text: String) { out += text + "\n" }

  /// Help: lines that begin with `# `.
  mutating func prose(_ text: String, indent: String = "") {
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, indent.count + 3 + line.count + word.count > Self.width {
        self.line("\(indent)# \(line)")
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { self.line("\(indent)# \(line)") }
  }

  /// A field of the sheet's top level, with what it asks.
  mutating func write(_ field: Field) {
    line("")
    let tier = field.tier.flatMap { $0 > .draft && !field.isRequired ? " [\($0.rawValue)]" : nil } ?? ""
    prose(Self.asks(field) + tier)
    switch field.key {
    case "aim": line("aim: draft" + Self.hint(field))
    case "name": line("name: \(name)")
    case "countries" where country != nil, "location" where country != nil && field.child("countries") != nil: placed(field)
    case "review": review(field)
    default:
      if field.isRequired {
        line("\(field.key): \(filled(field))")
      } else {
        waiting(field)
      }
    }
  }

  private mutating func waiting(_ field: Field) {
    var lines = Self.lines(field)
    if field.anyChild != nil, field.children.isEmpty {
      lines = ["\(field.key): {\(facts.map { "\($0): [s1]" }.joined(separator: ", "))}"]
    }
    // Many long values stand better above the key.
    if lines.count == 1, lines[0].utf8.count > Self.width, !field.values.isEmpty {
      prose(field.values.map(\.value).joined(separator: " | "))
      lines = ["\(field.key):"]
    }
    for text in lines { line("#" + text) }
  }

  /// A field that holds the country, which stands ready; the keys beside it wait.
  private mutating func placed(_ field: Field) {
    let countries = "countries: [\(country ?? "")]"
    guard field.key == "location" else { return line(countries) }
    line("location:\n  \(countries)")
    for child in field.children where child.key != "countries" && Self.isShown(child) {
      for text in Self.lines(child) { line("  #" + text) }
    }
  }

  private mutating func review(_ field: Field) {
    line("review:")
    for child in field.children {
      switch child.key {
      case "author": line("  author: editor")
      case "drafted": line("  drafted: \(today.text)")
      default: line("  #\(child.key):\(Self.hint(child))")
      }
    }
  }

  /// A value for a field that even a draft must have.
  private func filled(_ field: Field) -> String {
    if let first = field.values.first?.value { return first + Self.hint(field) }
    if field.types == [.integer] || field.types == [.number] { return field.example ?? "1" }
    return field.types.contains(.string) ? name : "[]"
  }
}

extension FieldWriter {
  /// What a field asks, in a sentence or two: the question where there are values to choose from, else the description.
  private static func asks(_ field: Field) -> String {
    if !field.values.isEmpty, let question = field.question { return question }
    var text = field.description.isEmpty ? field.title : field.description
    if text.count > 240, let end = text.firstRange(of: ". ") { text = String(text[..<end.lowerBound]) }
    return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
  }

  /// The YAML of a field: one line for a value, a first item for a list, all keys for a mapping.
  private static func lines(_ field: Field) -> [String] {
    if !field.children.isEmpty, field.types.contains(.object), !field.types.contains(.string) { return mapping(field) }
    if let items = field.items, !items.children.isEmpty, items.types.contains(.object), !items.types.contains(.string) {
      return ["\(field.key):"] + item(items)
    }
    if field.types == [.array] { return ["\(field.key): []\(hint(field.items ?? field))"] }
    return ["\(field.key):\(field.display == .prose ? " >-  # text on the next lines, two spaces in" : hint(field))"]
  }

  /// The keys of a mapping; what all its lists have in common is said once.
  private static func mapping(_ field: Field) -> [String] {
    var lines = ["\(field.key):"]
    var known = ""
    for child in field.children where isShown(child) && child.key != "note" {
      guard let items = child.items, !items.children.isEmpty, items.types == [.object] else {
        lines += child.key == "sources" ? ["  sources: [s1]"] : self.lines(child).map { "  " + $0 }
        continue
      }
      lines.append("  \(child.key):  # \(firstSentence(child.description))")
      let more = further(items)
      lines += item(items, saysMore: more != known).map { "  " + $0 }
      known = more
    }
    return lines
  }

  /// The first item of a list of mappings: the keys that each needs, its sources, and the names of the others.
  private static func item(_ items: Field, saysMore: Bool = true) -> [String] {
    let shown = items.children.filter(isMain)
    var lines = shown.enumerated().flatMap { place, child -> [String] in
      let text =
        child.key == "sources"
        ? ["sources: [s1]"] : isPlain(child) ? ["\(child.key):\(hint(child, givesExample: saysMore))"] : self.lines(child)
      return text.enumerated().map { (place == 0 && $0 == 0 ? "  - " : "    ") + $1 }
    }
    let more = further(items)
    if saysMore, !more.isEmpty { lines.append("    # and where known: \(more)") }
    return lines
  }

  private static func further(_ items: Field) -> String {
    items.children.filter { !isMain($0) && isShown($0) && $0.key != "note" }.map(\.key).joined(separator: ", ")
  }

  /// Whether a key of an item stands in it from the start.
  private static func isMain(_ field: Field) -> Bool {
    field.isRequired || field.key == "sources" || (!field.values.isEmpty && field.key == "kind")
      || field.items.map { $0.refersTo == ["figure"] } ?? false
  }

  /// Whether one value will do, though there may be other forms.
  private static func isPlain(_ field: Field) -> Bool {
    !field.types.isDisjoint(with: [.string, .number, .integer]) && field.display != .prose
  }

  /// The choice, the form or an example, as a comment behind the key.
  private static func hint(_ field: Field, givesExample: Bool = true) -> String {
    if !field.values.isEmpty {
      // A long list is no help on one line.
      let shown = field.values.map(\.value)
      return "  # " + shown.prefix(9).joined(separator: " | ") + (shown.count > 9 ? " | …" : "")
    }
    if let kind = field.refersTo.first {
      let kinds = field.refersTo.joined(separator: " or ")
      return kind == "country" || kind == "subdivision"
        ? example(field) : "  # the id of \(kind == "initiative" ? "an" : "a") \(kinds)"
    }
    if field.format == "date" { return "  # year-month-day" }
    return givesExample ? example(field) : ""
  }

  private static func example(_ field: Field) -> String {
    guard let example = field.example, example.utf8.count < 60, !example.contains("\n") else { return "" }
    return "  # such as \(example)"
  }

  private static func firstSentence(_ text: String) -> String {
    let ends = [". ", "; "].compactMap { text.firstRange(of: $0)?.lowerBound }
    return ends.min().map { String(text[..<$0]) + "." } ?? text
  }
}
