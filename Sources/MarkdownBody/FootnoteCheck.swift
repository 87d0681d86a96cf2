import Diagnostics
import SourceText

/// Finds the footnotes that cmark passes over in silence: `[^x]` without a note stays in the text as it is, and a note to which nothing
/// refers is left out.
struct FootnoteCheck {
  private let source: MaskedSource
  private let tree: MarkdownTree
  private let lines: LineTable

  init(source: MaskedSource, tree: MarkdownTree, lines: LineTable) {
    self.source = source
    self.tree = tree
    self.lines = lines
  }

  struct Finding {
    let label: String
    /// In the bytes of the body.
    let range: Range<Int>
    let isDefinition: Bool
  }

  func findings() -> [Finding] {
    guard !source.footnoteMarks.isEmpty else { return [] }
    var written: Set<Int> = []
    /// The lines of each block that can hold text, in their order; all other lines are code or HTML.
    var blocks: [(first: Int, last: Int)] = []
    for node in tree.nodes {
      switch node.kind {
      case .footnoteDefinition: written.insert(Int(node.firstLine))
      case .paragraph, .heading, .table: blocks.append((Int(node.firstLine), Int(node.lastLine)))
      default: break
      }
    }
    blocks.sort { $0.first < $1.first }
    let codeLines = tree.nodes.filter { $0.kind == .codeBlock || $0.kind == .htmlBlock }
      .map { (first: Int($0.firstLine), last: Int($0.lastLine)) }.sorted { $0.first < $1.first }
    var defined: Set<String> = []
    var references: [Finding] = []
    var findings: [Finding] = []
    for start in source.footnoteMarks {
      guard let end = labelEnd(start) else { continue }
      let label = String(decoding: source.bytes[start + 2..<end], as: UTF8.self)
      let next = end + 1 < source.bytes.count ? source.bytes[end + 1] : 0
      let finding = Finding(
        label: label, range: start..<end + 1, isDefinition: next == .ascii(":") && LinkDefinitions.beginsLine(source.bytes, start)
      )
      if finding.isDefinition {
        let line = lines.line(at: start)
        if Self.holder(of: line, in: codeLines) != nil { continue }
        defined.insert(label.lowercased())
        if !written.contains(line) { findings.append(finding) }
      } else if next != .ascii("(") {
        references.append(finding)
      }
    }
    references.removeAll { defined.contains($0.label.lowercased()) }
    var i = 0
    while i < references.count {
      let line = lines.line(at: references[i].range.lowerBound)
      guard let block = Self.holder(of: line, in: blocks) else {
        i += 1
        continue
      }
      let range = lines.span(ofLine: block.first).start..<lines.span(ofLine: block.last).end
      let first = i
      while i < references.count, i == first || references[i].range.lowerBound < range.upperBound { i += 1 }
      let outside = Set(InlineScan.outsideCode(source.bytes, range, references[first..<i].map(\.range.lowerBound)))
      findings += references[first..<i].filter { outside.contains($0.range.lowerBound) }
    }
    return findings
  }

  private func labelEnd(_ start: Int) -> Int? {
    var i = start + 2
    while i < source.bytes.count, i < start + 200, !source.bytes[i].isBlank, source.bytes[i] != .ascii("[") {
      if source.bytes[i] == .ascii("]") { return i > start + 2 ? i : nil }
      i += 1
    }
    return nil
  }

  /// The last block that begins at or before a line, if it reaches to that line.
  private static func holder(of line: Int, in blocks: [(first: Int, last: Int)]) -> (first: Int, last: Int)? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].first <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 && blocks[low - 1].last >= line ? blocks[low - 1] : nil
  }
}
