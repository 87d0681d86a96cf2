import FrontMatter
import SheetModel

/// BibTeX, in UTF-8 (biber, or BibTeX with inputenc): a sheet as an entry, or its sources as entries.
enum BibTeX {
  static func sheet(_ sheet: Sheet, _ site: SiteContext) -> [UInt8] {
    let citation = SheetCitation(sheet, site)
    var entry = BibTeXEntry("misc", key: citation.key)
    entry.name("author", citation.publisher)
    entry.title(citation.title)
    entry.text("howpublished", "In: " + citation.atlas)
    entry.text("publisher", citation.publisher)
    entry.text("year", citation.version.map { String($0.year) })
    entry.text("note", citation.sheetWords + (citation.version.map { ", version of \($0.text)" } ?? ""))
    entry.address("url", citation.url)
    return Array(entry.text.utf8)
  }

  /// The sources of a sheet in its order, keyed by the sheet and their ids.
  static func sources(of sheet: Sheet) -> [UInt8] {
    var seen: Set<String> = []
    let entries = sheet.tree.root["sources"]?.items.compactMap { source -> String? in
      guard let id = text("id", source), seen.insert(id).inserted else { return nil }
      return entry(source, key: "\(sheet.id.id)-\(id)").text
    }
    return Array((entries ?? []).joined(separator: "\n").utf8)
  }

  private static func entry(_ source: Node, key: String) -> BibTeXEntry {
    let publisher = text("publisher", source)
    let type = text("type", source)
    // A report wants an institution; of the other kinds too little is known to say more than that they exist.
    let isReport = (type == "official-report" || type == "study") && publisher != nil
    var entry = BibTeXEntry(isReport ? "techreport" : "misc", key: key)
    entry.name("author", text("author", source))
    entry.title(text("title", source) ?? text("id", source) ?? "")
    entry.text(isReport ? "institution" : "publisher", publisher)
    entry.text("year", source["year"]?.integer.map(String.init))
    entry.address("url", text("url", source))
    entry.text("urldate", text("read_on", source))
    entry.text("language", text("lang", source))
    let notes = [text("archived", source).map { "Archived at \($0)" }, text("note", source)].compactMap { $0 }
    entry.text("note", notes.isEmpty ? nil : notes.joined(separator: ". "))
    return entry
  }

  private static func text(_ key: String, _ node: Node) -> String? {
    node[key].flatMap { $0.isScalar && !$0.isBlank ? $0.text : nil }
  }
}

/// An entry of BibTeX as it is written.
struct BibTeXEntry {
  private var lines: [String] = []
  private let head: String

  init(_ type: String, key: String) { head = "@\(type){\(key)," }

  var text: String { head + "\n" + lines.joined(separator: ",\n") + "\n}\n" }

  mutating func text(_ field: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    lines.append("  \(field) = {\(BibTeXEntry.escaped(value))}")
  }

  /// In two pairs of braces, so that no style changes its capitals: titles here are names.
  mutating func title(_ value: String) { lines.append("  title = {{\(BibTeXEntry.escaped(value))}}") }

  /// `Porter, M. E.` is a family name and initials; anything else, an institution or several people in a form of their own, stays as it is written.
  mutating func name(_ field: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    let isPlain = value.count { $0 == "," } == 1 && !value.contains(" and ") && !value.contains("&") && !value.contains(";")
    lines.append(isPlain ? "  \(field) = {\(BibTeXEntry.escaped(value))}" : "  \(field) = {{\(BibTeXEntry.escaped(value))}}")
  }

  /// Addresses are not escaped for TeX, which reads them letter by letter; what would unbalance the braces is written as the address standard has it.
  mutating func address(_ field: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    let safe = value.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "{": text += "%7B"
      case "}": text += "%7D"
      case "\\": text += "%5C"
      default: text.unicodeScalars.append(scalar)
      }
    }
    lines.append("  \(field) = {\(safe)}")
  }

  /// Every sign that means something to TeX by the command that prints it. BibTeX counts braces also behind a backslash, so braces go by name.
  static func escaped(_ text: String) -> String {
    var out = ""
    var wasSpace = false
    for scalar in text.unicodeScalars {
      // A line break is a space to TeX, and two of them a paragraph, which no field may hold.
      let isSpace = scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == " "
      defer { wasSpace = isSpace }
      switch scalar {
      case _ where isSpace: if !wasSpace { out += " " }
      case "\\": out += "\\textbackslash{}"
      case "{": out += "\\textbraceleft{}"
      case "}": out += "\\textbraceright{}"
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      case "<": out += "\\textless{}"
      case ">": out += "\\textgreater{}"
      case "|": out += "\\textbar{}"
      case "\"": out += "{\\textquotedbl}"
      case "$", "&", "#", "%", "_": out += "\\\(scalar)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
