import Diagnostics

/// The difference as the comment of a pull request: a line that sums up, then one folded part per sheet.
package struct DifferenceMarkdown: Sendable {
  /// Forges refuse longer comments (GitHub's limit is 65,536 characters).
  package static let limit = 60_000
  private static let valueLimit = 300
  /// Rows of one sheet beyond this are counted.
  private static let rowLimit = 100

  private let limit: Int

  /// - Parameter limit: the most Unicode scalars of the whole comment.
  package init(limit: Int = DifferenceMarkdown.limit) { self.limit = limit }

  package func render(_ difference: Difference) -> String {
    let text = MarkdownText.escaped
    var out = "**\(text(DifferenceWords.summary(difference)))** — \(text(difference.before)) → \(text(difference.after))\n"
    // The room for the note about what is left out, which names some sheets.
    var room = limit - out.unicodeScalars.count - 1500
    var left: [SheetChange] = []
    for sheet in difference.sheets {
      let part = section(sheet)
      let length = part.unicodeScalars.count
      if length <= room {
        out += part
        room -= length
      } else {
        left.append(sheet)
      }
    }
    if !difference.files.isEmpty {
      let lines = difference.files.map { "- \($0.kind.rawValue): \(text($0.path))\n" }
      var shown = ""
      var count = 0
      for line in lines where shown.unicodeScalars.count + line.unicodeScalars.count + 100 <= room {
        shown += line
        count += 1
      }
      if count > 0 { out += "\n<details><summary>Other files</summary>\n\n\(shown)\n</details>\n" }
      if count < lines.count { out += "\n\(Wording.count(lines.count - count, "other file")) left out.\n" }
    }
    if !left.isEmpty { out += note(left) }
    return out
  }

  private func note(_ left: [SheetChange]) -> String {
    var names = left.prefix(20).map { MarkdownText.escaped(DifferenceWords.cut("\($0.id.kind.rawValue) \($0.id.id)", to: 40)) }
    if left.count > names.count { names.append("\(Wording.grouped(left.count - names.count)) more") }
    let verb = left.count == 1 ? "is" : "are"
    return
      "\n\(Wording.count(left.count, "changed sheet")) \(verb) left out, because a comment may not be longer: \(Wording.list(names)). "
      + "See the whole with <code>clusterbook diff</code>.\n"
  }

  private func section(_ sheet: SheetChange) -> String {
    let text = MarkdownText.escaped
    let place = DifferenceWords.place(sheet)
    var head = "\(sheet.kind.rawValue): \(sheet.id.kind.rawValue) <b>\(text(sheet.name))</b>"
    head += sheet.formerID.map { " (\(text($0.id)) → \(text(sheet.id.id)))" } ?? " (\(text(sheet.id.id)))"
    if !place.isEmpty { head += ", \(text(place))" }
    let counts = [DifferenceWords.values([sheet]), sheet.body == nil ? nil : "text"].compactMap { $0 }
    if !counts.isEmpty { head += " — \(Wording.list(counts))" }
    var lines: [String] = []
    for problem in DifferenceWords.problems(sheet) { lines.append("The file \(text(problem)).") }
    if let evidence = sheet.evidence { lines.append("Recognised by: \(text(evidence)).") }
    if !sheet.fields.isEmpty { lines.append(table(sheet.fields)) }
    if let body = sheet.body {
      lines.append("Text: \(text(DifferenceWords.cut(DifferenceWords.body(body), to: 2 * Self.valueLimit))).")
    }
    guard !lines.isEmpty else { return "\n- \(head)\n" }
    return "\n<details><summary>\(head)</summary>\n\n\(lines.joined(separator: "\n\n"))\n\n</details>\n"
  }

  private func table(_ changes: [FieldChange]) -> String {
    func cell(_ value: String?) -> String {
      value.map { MarkdownText.escaped(DifferenceWords.cut($0, to: Self.valueLimit)) } ?? ""
    }
    var rows = ["| Field | Before | After |", "| --- | --- | --- |"]
    for change in changes.prefix(Self.rowLimit) {
      rows.append("| \(cell(change.title)) | \(cell(change.beforeText)) | \(cell(change.afterText)) |")
    }
    if changes.count > Self.rowLimit { rows.append("| and \(Wording.grouped(changes.count - Self.rowLimit)) more | | |") }
    return rows.joined(separator: "\n")
  }
}
