import Diagnostics

/// The phrases that the text and the Markdown form share.
enum DifferenceWords {
  /// `1 sheet added, 2 changed; 5 values (3 in figures) and 1 text changed; other files: 1 schema`.
  static func summary(_ difference: Difference) -> String {
    guard !difference.isEmpty else { return "No data has changed" }
    var parts: [String] = []
    for kind in ChangeKind.allCases where difference.count(kind) > 0 {
      let count = difference.count(kind)
      parts.append(
        parts.isEmpty ? "\(Wording.count(count, "sheet")) \(kind.rawValue)" : "\(Wording.grouped(count)) \(kind.rawValue)")
    }
    var clauses = parts.isEmpty ? [] : [parts.joined(separator: ", ")]
    let texts = difference.sheets.count { $0.body != nil }
    let changed = [values(difference.sheets), texts > 0 ? Wording.count(texts, "text") : nil].compactMap { $0 }
    if !changed.isEmpty { clauses.append(Wording.list(changed) + " changed") }
    let sorts = FileChange.Sort.allCases.compactMap { sort -> String? in
      let count = difference.files.count { $0.sort == sort }
      return count == 0 ? nil : Self.count(count, sort)
    }
    if !sorts.isEmpty { clauses.append("other files: \(Wording.list(sorts))") }
    return clauses.joined(separator: "; ")
  }

  /// `13 values (1 aim, 4 in figures)`; nil where there is none.
  static func values(_ sheets: [SheetChange]) -> String? {
    let counts = FieldChange.Topic.allCases.map { topic in (topic, sheets.reduce(0) { $0 + $1.count(topic) }) }
    let all = counts.reduce(0) { $0 + $1.1 }
    guard all > 0 else { return nil }
    let parts = counts.compactMap { topic, count -> String? in
      guard count > 0 else { return nil }
      switch topic {
      case .aim: return Wording.count(count, "aim")
      case .figure: return "\(Wording.grouped(count)) in figures"
      case .relation: return "\(Wording.grouped(count)) in relations"
      case .source: return "\(Wording.grouped(count)) in sources"
      case .field: return nil
      }
    }
    return Wording.count(all, "value") + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
  }

  private static func count(_ n: Int, _ sort: FileChange.Sort) -> String {
    switch sort {
    case .configuration: "the site's configuration"
    case .data: Wording.count(n, "data file")
    case .page: Wording.count(n, "text page")
    case .style: Wording.count(n, "stylesheet")
    default: Wording.count(n, sort.rawValue)
    }
  }

  /// `12 words added, 3 removed`, `headings added: Outlook`.
  static func body(_ body: BodyChange) -> String {
    var parts: [String] = []
    if body.wordsAdded > 0 { parts.append("\(Wording.count(body.wordsAdded, "word")) added") }
    if body.wordsRemoved > 0 {
      parts.append(
        parts.isEmpty ? "\(Wording.count(body.wordsRemoved, "word")) removed" : "\(Wording.grouped(body.wordsRemoved)) removed")
    }
    if parts.isEmpty { parts.append("words moved") }
    var clauses = [parts.joined(separator: ", ")]
    func headings(_ titles: [String], _ what: String) {
      guard !titles.isEmpty else { return }
      clauses.append("\(titles.count == 1 ? "heading" : "headings") \(what): " + titles.joined(separator: ", "))
    }
    headings(body.headingsAdded, "added")
    headings(body.headingsRemoved, "removed")
    return clauses.joined(separator: "; ")
  }

  /// What stands behind a sheet's name: `ict-nano, TW`.
  static func place(_ sheet: SheetChange) -> String {
    ([sheet.theme].compactMap { $0 } + sheet.countries).joined(separator: ", ")
  }

  /// Sentences about files that cannot be read.
  static func problems(_ sheet: SheetChange) -> [String] {
    let compared = sheet.kind == .changed || sheet.kind == .renamed ? ", so its fields were not compared" : ""
    var sentences: [String] = []
    if let problem = sheet.problemBefore { sentences.append("could not be read before\(compared): \(problem)") }
    if let problem = sheet.problemAfter { sentences.append("cannot be read now\(compared): \(problem)") }
    return sentences
  }

  /// A value cut where it is long.
  static func cut(_ text: String, to limit: Int) -> String {
    text.unicodeScalars.count <= limit ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }
}
