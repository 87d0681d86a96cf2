import Diagnostics
import EcosystemSchema

extension DataValue {
  /// The value on one line, as people read it: `TSMC (kind anchor, country TW)`.
  package var summary: String {
    switch self {
    case .null: return "nothing"
    case .bool(let value): return value ? "yes" : "no"
    case .number(_, let written): return written
    case .text(let text): return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .list(let items): return items.map(\.summary).joined(separator: ", ")
    case .map(let members):
      let identity = ItemIdentity.key(of: self)
      let rest = members.filter { $0.key != identity && !$0.value.isBlank }.map { member in
        "\(member.key.map { $0 == "_" ? " " : String($0) }.joined()) \(member.value.isNested ? "[\(member.value.summary)]" : member.value.summary)"
      }
      guard let identity, let head = self[identity]?.summary else { return rest.joined(separator: ", ") }
      return rest.isEmpty ? head : "\(head) (\(rest.joined(separator: ", ")))"
    }
  }

  private var isNested: Bool {
    switch self {
    case .map: true
    case .list(let items): items.count > 1
    default: false
    }
  }

  /// A figure the way people say it: `more than 40 thousand persons, 2022`; nil where it has no value.
  ///
  /// - Parameter field: what the schema says of an item of `figures`; an indicator implies its unit there.
  func figure(_ field: Field?) -> String? {
    guard let value = self["value"], !value.isBlank else { return nil }
    var words: [String] = []
    if let qualifier = self["qualifier"]?.scalar, qualifier != "exact" { words.append(Field.words(qualifier).lowercased()) }
    if case .list(let ends) = value {
      words.append(ends.map(\.number).joined(separator: " to "))
    } else {
      words.append(value.number)
    }
    if let scale = self["scale"]?.scalar { words.append(scale) }
    let indicator = self["indicator"]?.scalar ?? ""
    let unit = self["currency"]?.scalar ?? self["unit"]?.scalar ?? field?.child("indicator")?.units[indicator]
    // A plain number of things has no unit to say.
    if let unit, !unit.isEmpty, unit != "count" { words.append(unit) }
    var year = self["year"]?.summary
    if case .list(let years) = self["year"] { year = years.map(\.summary).joined(separator: "–") }
    return words.joined(separator: " ") + (year.map { ", \($0)" } ?? "")
  }

  /// A number with its thousands set apart where it is a whole one.
  private var number: String {
    guard case .number(let value, let written) = self, value == value.rounded(), abs(value) >= 10_000, abs(value) < 9e15 else {
      return summary
    }
    return written.contains { $0 == "e" || $0 == "." || $0 == "x" || $0 == "o" } ? written : Wording.grouped(Int(value))
  }
}
