import SourceText

/// Workflow commands of GitHub Actions: findings appear at their lines in a pull request.
///
/// GitHub shows ten errors, ten warnings and ten notices a step and drops the others unseen. So where a severity has more than ten, each file
/// and rule is shown once, the first ten of these, and a last notice says how many are left out. `GitHubSummary` holds them all.
package struct GitHubFormat: Sendable {
  /// How many annotations of one severity a step may have.
  static let limit = 10

  package init() {}

  package func render(_ report: Report, lookup: @escaping SourceLookup) -> String {
    var out = ""
    var tables = ExcerptCache(lookup: lookup)
    let groups = [Severity.error, .warning, .note].map { severity in report.diagnostics.filter { $0.severity == severity } }
    let overflows = groups.contains { $0.count > GitHubFormat.limit }
    var left = 0
    for all in groups {
      // The notice about what is left out takes the place of a note.
      let isLast = all.first?.severity == .note
      let shown = GitHubFormat.selection(all, room: overflows && isLast ? GitHubFormat.limit - 1 : GitHubFormat.limit)
      left += all.count - shown.count
      for diagnostic in shown { out += command(diagnostic, &tables) }
    }
    if left > 0 {
      let text =
        "\(Wording.count(left, "more finding")) of \(Wording.grouped(report.diagnostics.count)): the summary of this job lists them all"
      out += "::notice title=clusterbook::\(GitHubFormat.escaped(text))\n"
    }
    return out
  }

  /// All of them where there is room, else the first of each file and rule.
  private static func selection(_ all: [Diagnostic], room: Int) -> [Diagnostic] {
    guard all.count > room else { return all }
    var seen: Set<String> = []
    var shown: [Diagnostic] = []
    for diagnostic in all where shown.count < room {
      if seen.insert("\(diagnostic.location.path)\u{0}\(diagnostic.rule)").inserted { shown.append(diagnostic) }
    }
    return shown
  }

  private func command(_ diagnostic: Diagnostic, _ tables: inout ExcerptCache) -> String {
    var properties = ["file=" + GitHubFormat.escaped(property: diagnostic.location.path)]
    if !PlainMessage.isWholeFile(diagnostic.location), let lines = tables[diagnostic.location.path]?.lines {
      let start = lines.position(at: diagnostic.location.span.start)
      let end = lines.position(at: diagnostic.location.span.end)
      properties += ["line=\(start.line)", "endLine=\(end.line)", "col=\(start.column)"]
      // GitHub refuses an end column that is on another line.
      if start.line == end.line { properties.append("endColumn=\(end.column)") }
    }
    properties.append("title=" + GitHubFormat.escaped(property: diagnostic.rule))
    let text = (PlainMessage.paragraphs(diagnostic) + PlainMessage.notes(diagnostic, &tables)).joined(separator: "\n")
    return "::\(GitHubFormat.name(diagnostic.severity)) \(properties.joined(separator: ","))::\(GitHubFormat.escaped(text))\n"
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func escaped(_ text: String) -> String { replace(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

  private static func escaped(property text: String) -> String {
    replace(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func replace(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      if let escape = escapes[scalar] { out += escape } else { out.unicodeScalars.append(scalar) }
    }
  }
}
