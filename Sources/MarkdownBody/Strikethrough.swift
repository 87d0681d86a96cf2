/// Finds the pairs of `~~` among the direct children of one node, so that `<del>` opens and closes at the same level.
enum Strikethrough {
  /// For each `~~` that has a partner: its index in `tree.text`, and whether it opens.
  static func pairs(in parent: Int, of tree: MarkdownTree) -> [(at: Int, opens: Bool)] {
    var found: [(at: Int, opens: Bool)] = []
    var opening: Int?
    var child = parent + 1
    let end = Int(tree.nodes[parent].end)
    while child < end {
      let node = tree.nodes[child]
      let next = Int(node.end)
      if node.kind == .text {
        let hasNext = next < end && tree.nodes[next].kind != .softBreak && tree.nodes[next].kind != .lineBreak
        let hasPrevious = child > parent + 1
        var i = node.literal.lowerBound
        while i < node.literal.upperBound {
          guard tree.text[i] == .ascii("~") else {
            i += 1
            continue
          }
          let start = i
          while i < node.literal.upperBound, tree.text[i] == .ascii("~") { i += 1 }
          // Runs of one, or of three and more, are text.
          guard i - start == 2 else { continue }
          let opens = i < node.literal.upperBound ? !tree.text[i].isBlank : hasNext
          let closes = start > node.literal.lowerBound ? !tree.text[start - 1].isBlank : hasPrevious
          if let first = opening, closes {
            found.append((first, true))
            found.append((start, false))
            opening = nil
          } else if opens, opening == nil {
            opening = start
          }
        }
      }
      child = next
    }
    return found
  }
}
