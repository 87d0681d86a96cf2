import EcosystemSchema
import SheetModel

/// The text of a new sheet, made from the schema of its kind: what is asked for stands ready to be filled, all else as comments.
package enum NewSheet {
  /// - Parameters:
  ///   - country: an ISO 3166-1 code that is written where the schema has countries.
  ///   - today: the day of `review.drafted`.
  package static func text(id: SheetID, schema: Schema, country: String?, today: CalendarDate) -> String {
    var writer = Writer(country: country, today: today)
    writer.out += "---\n"
    writer.comment(
      "A new \(id.kind.title.lowercased()). Lines that begin with # are comments: take the # away and fill in what you know; delete what you do not need. "
        + "`clusterbook check` says what is missing.", indent: 0)
    for field in schema.root.children { writer.write(field, id: id, indent: 0) }
    writer.out += "---\n"
    writer.out += headings(of: id.kind).map { "\n## \($0)\n" }.joined()
    return writer.out
  }

  /// The headings that a text of this kind may have; an author keeps those under which there is something true to say.
  private static func headings(of kind: SheetKind) -> [String] {
    switch kind {
    case .cluster: ["Profile", "History", "Regional anchorage", "Governance and policy", "Positioning", "Challenges", "Outlook"]
    case .theme, .concept: []
    default: ["Profile"]
    }
  }
}

/// Writes fields one by one, in the order of the schema.
private struct Writer {
  var out = ""
  let country: String?
  let today: CalendarDate

  private static let width = 110

  mutating func comment(_ text: String, indent: Int, lead: String = "# ") {
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, indent + lead.count + line.count + 1 + word.count > Self.width {
        out += pad(indent) + lead + line + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { out += pad(indent) + lead + line + "\n" }
  }

  /// A field of the sheet's top level: with its description, active where the sheet cannot do without it.
  mutating func write(_ field: Field, id: SheetID, indent: Int) {
    guard field.display != .hidden || field.isRequired else { return }
    out += "\n"
    comment(describe(field), indent: indent)
    switch field.key {
    case "aim": out += "aim: draft\n"
    case "name": out += "name: \(Field.words(id.id))\n"
    case "review": review(field)
    default: body(field, active: isAsked(field), indent: indent)
    }
  }

  private func isAsked(_ field: Field) -> Bool {
    field.isRequired || (field.key == "location" && country != nil)
  }

  /// Tier, title, description, values and the question that decides between them.
  private func describe(_ field: Field) -> String {
    var text = field.title + ". " + field.description
    if !text.hasSuffix(".") { text += "." }
    if let question = field.question { text += " " + question }
    if let tier = field.tier, tier > .draft { text += " (Asked for from tier \(tier.rawValue) on.)" }
    return text
  }

  /// The field with everything in it; commented out where it is not asked for.
  private mutating func body(_ field: Field, active: Bool, indent: Int) {
    let lead = active ? "" : "# "
    for line in lines(field, depth: 0) { out += pad(indent) + lead + line + "\n" }
  }

  private mutating func review(_ field: Field) {
    out += "review:\n  author: editor\n  drafted: \(today.text)\n"
    for child in field.children where !["author", "drafted"].contains(child.key) {
      out += "  # \(child.key):\(value(child))\n"
    }
  }

  /// The YAML of a field: one line for a value, a first item for a list, all keys for a mapping.
  private func lines(_ field: Field, depth: Int) -> [String] {
    if field.key == "countries", let country { return ["countries: [\(country)]"] }
    if !field.children.isEmpty, field.types.contains(.object), depth < 4 {
      let inner = field.children.filter { $0.display != .hidden || $0.isRequired }
      return ["\(field.key):"] + inner.flatMap { child in lines(child, depth: depth + 1).map { "  " + $0 } }
    }
    if let items = field.items, !items.children.isEmpty, items.types.contains(.object), depth < 4 {
      let inner = items.children.flatMap { lines($0, depth: depth + 2) }
      return ["\(field.key):"] + inner.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
    }
    if field.types.contains(.array) { return ["\(field.key): []\(hint(field.items ?? field))"] }
    return ["\(field.key):\(value(field))"]
  }

  /// What stands behind the colon: nothing, and the choice or form as a comment.
  private func value(_ field: Field) -> String { hint(field) }

  private func hint(_ field: Field) -> String {
    if !field.values.isEmpty {
      let shown = field.values.prefix(8).map(\.value).joined(separator: " | ") + (field.values.count > 8 ? " | …" : "")
      return "  # " + shown
    }
    if !field.refersTo.isEmpty { return "  # id of a \(field.refersTo.joined(separator: " or "))" }
    if let example = field.example, example.count < 60, !example.contains("\n") { return "  # such as \(example)" }
    switch field.format {
    case "date": return "  # year-month-day"
    case "uri": return "  # https://…"
    default: break
    }
    if field.types == [.integer] { return "  # a whole number" }
    if field.types == [.number] { return "  # a number" }
    return ""
  }

  private func pad(_ indent: Int) -> String { String(repeating: " ", count: indent) }
}
