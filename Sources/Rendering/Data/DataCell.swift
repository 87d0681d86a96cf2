import Markup

/// A value of a table of `data/`, the same in CSV, JSON and GeoJSON.
enum DataCell: Equatable, Sendable {
  case none
  case text(String)
  case integer(Int)
  case number(Double)
  /// Ids and codes, which hold no space.
  case codes([String])
  /// Names, titles and other texts.
  case texts([String])

  static func text(of text: String?) -> DataCell { text.map { .text($0) } ?? .none }
  static func integer(of number: Int?) -> DataCell { number.map { .integer($0) } ?? .none }
  static func number(of number: Double?) -> DataCell { number.map { $0.isFinite ? .number($0) : .none } ?? .none }

  /// Codes stand side by side with a space; texts with ` | `, where `\|` is a bar of the text itself and `\\` a backslash.
  func write(into csv: inout CSVWriter) {
    switch self {
    case .none: csv.empty()
    case .text(let text): csv.text(text)
    case .integer(let number): csv.plain(String(number))
    case .number(let number): csv.plain(DataCell.written(number))
    case .codes(let codes): csv.text(codes.joined(separator: " "))
    case .texts(let texts): csv.text(texts.map(DataCell.escaped).joined(separator: " | "))
    }
  }

  /// Nothing is written where there is no value; a list is written also where it is empty.
  func write(_ name: String, into json: inout JSONWriter) {
    switch self {
    case .none: return
    case .text(let text): json.member(name, text)
    case .integer(let number): json.member(name, number)
    case .number(let number): json.member(name, number)
    case .codes(let items), .texts(let items): json.member(name, items)
    }
  }

  /// The same digits as in JSON.
  private static func written(_ number: Double) -> String {
    var json = JSONWriter()
    json.value(number)
    return json.text
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x7C || $0 == 0x5C }) else { return text }
    return text.unicodeScalars.reduce(into: "") { $0 += $1 == "|" || $1 == "\\" ? "\\\($1)" : String($1) }
  }
}
