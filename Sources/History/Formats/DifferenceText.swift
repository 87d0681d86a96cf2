import Diagnostics

/// The difference for people at a terminal.
package struct DifferenceText: Sendable {
  private let style: TerminalStyle
  private static let valueLimit = 70

  package init(colour: Bool = false) { style = TerminalStyle(enabled: colour) }

  package func render(_ difference: Difference) -> String {
    var out = style.dim("\(TerminalText.printable(difference.before)) → \(TerminalText.printable(difference.after))") + "\n\n"
    for sheet in difference.sheets {
      write(sheet, into: &out)
      out += "\n"
    }
    if !difference.files.isEmpty {
      out += style.bold("Other files") + "\n"
      for file in difference.files { out += "  \(sign(file.kind)) \(TerminalText.printable(file.path))\n" }
      out += "\n"
    }
    return out + DifferenceWords.summary(difference) + "\n"
  }

  private func sign(_ kind: ChangeKind) -> String {
    switch kind {
    case .added: "+"
    case .removed: "-"
    case .renamed: ">"
    case .changed: "~"
    }
  }

  private func write(_ sheet: SheetChange, into out: inout String) {
    let place = DifferenceWords.place(sheet)
    let former = sheet.formerID.map { "\($0.kind == sheet.id.kind ? "" : "\($0.kind.rawValue) ")\($0.id) → " } ?? ""
    var line = "\(sign(sheet.kind)) \(sheet.id.kind.rawValue) \(former)\(sheet.id.id)"
    line = style.bold(TerminalText.printable(line)) + "  " + TerminalText.printable(sheet.name)
    if !place.isEmpty { line += style.dim(" (\(TerminalText.printable(place)))") }
    if let evidence = sheet.evidence { line += style.dim(" [\(sheet.kind.rawValue): \(evidence)]") }
    out += line + "\n"
    for problem in DifferenceWords.problems(sheet) { out += "    \(TerminalText.printable(problem))\n" }
    var rows = sheet.fields.map { (title($0), said($0)) }
    if let body = sheet.body {
      rows.append(("Text", TerminalText.printable(DifferenceWords.cut(DifferenceWords.body(body), to: 2 * Self.valueLimit))))
    }
    // One very long title must not push all values to the right.
    let width = min(44, rows.map { TerminalText.width($0.0) }.max() ?? 0)
    for (title, value) in rows {
      let pad = max(0, width - TerminalText.width(title))
      out += "    \(title)\(String(repeating: " ", count: pad))  \(value)\n"
    }
  }

  private func said(_ change: FieldChange) -> String {
    let before = change.beforeText.map(cut)
    let after = change.afterText.map(cut)
    switch (before, after) {
    case (let before?, let after?): return "\(before) → \(after)"
    case (nil, let after?): return "+ \(after)"
    case (let before?, nil): return "- \(before)"
    case (nil, nil): return ""
    }
  }

  /// Names of items can be long; what is at the end says which value it is.
  private func title(_ change: FieldChange) -> String {
    TerminalText.printable(change.titles.map { DifferenceWords.cut($0, to: 36) }.joined(separator: " › "))
  }

  private func cut(_ text: String) -> String { TerminalText.printable(DifferenceWords.cut(text, to: Self.valueLimit)) }
}
