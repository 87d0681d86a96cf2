import Diagnostics

/// The phrases that the text and the Markdown form share.
enum DifferenceWords {
  /// `1 sheet added, 2 changed; 5 values, 3 figures, 1 text changed; 1 schema changed`.
  static func summary(_ difference: Difference) -> String {
    guard !difference.isEmpty else { return "No data has changed" }
    var parts: [String] = []
    for kind in ChangeKind.allCases where difference.count(kind) > 0 {
      let count = difference.count(kind)
      parts.append(parts.isEmpty ? "\(Wording.count(count, "sheet")) \(kind.rawValue)" : "\(Wording.grouped(count)) \(kind.rawValue)")
    }
    var clauses = parts.isEmpty ? [] : [parts.joined(separator: ", ")]
    let topics = FieldChange.Topic.allCases.compactMap { topic -> String? in
      let count = difference.sheets.reduce(0) { $0 + $1.count(topic) }
      return count == 0 ? nil : Self.count(count, topic)
    }
    let texts = difference.sheets.count { $0.body != nil }
    if !topics.isEmpty || texts > 0 { clauses.append(Wording.list(topics + (texts > 0 ? [Wording.count(texts, "text")] : [])) + " differ") }
    let sorts = FileChange.Sort.allCases.compactMap { sort -> String? in
      let count = difference.files.count { $0.sort == sort }
      return count == 0 ? nil : Self.count(count, sort)
    }
    if !sorts.isEmpty { clauses.append("other files: \(Wording.list(sorts))") }
    return clauses.joined(separator: "; ")
  }

  static func count(_ n: Int, _ topic: FieldChange.Topic) -> String {
    switch topic {
    case .aim: Wording.count(n, "aim")
    case .figure: Wording.count(n, "value of figures", plural: "values of figures")
    case .relation: Wording.count(n, "value of relations", plural: "values of relations")
    case .source: Wording.count(n, "value of sources", plural: "values of sources")
    case .field: Wording.count(n, "other value")
    }
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
    if body.wordsRemoved > 0 { parts.append(parts.isEmpty ? "\(Wording.count(body.wordsRemoved, "word")) removed" : "\(Wording.grouped(body.wordsRemoved)) removed") }
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
