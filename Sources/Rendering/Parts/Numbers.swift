import Diagnostics
import FrontMatter
import SheetModel

/// Numbers, years and periods as the report writes them.
enum Numbers {
  /// Thousands set apart by commas.
  static func grouped(_ number: Int) -> String { Wording.grouped(number) }

  /// A number with its decimals as they were written.
  static func text(_ node: Node) -> String {
    guard let number = node.number else { return node.text }
    if let integer = node.integer, !node.text.contains(".") { return grouped(integer) }
    let parts = node.text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let whole = Int(parts[0]), abs(number) >= 1000 else { return node.text }
    return grouped(whole) + "." + parts[1]
  }

  /// `2005–2010`, `since 2005`, `until 2010`; empty where nothing is known.
  static func period(_ from: String?, _ to: String?) -> String {
    switch (from, to) {
    case (let from?, let to?): from == to ? from : "\(from)–\(to)"
    case (let from?, nil): "since \(from)"
    case (nil, let to?): "until \(to)"
    case (nil, nil): ""
    }
  }

  static func plural(_ count: Int, _ noun: String) -> String { Wording.count(count, noun) }
}
