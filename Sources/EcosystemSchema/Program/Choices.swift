extension Program {
  /// The values that a schema lists, with their labels: its own `enum` or `const`, else those of the schemas that it builds on, else those of all
  /// branches together. Empty where any value will do.
  func choices(_ index: Int) -> [Choice] {
    var labels: [String: String] = [:]
    for node in closure(index) { labels.merge(nodes[node].notes.labels) { first, _ in first } }
    var table = KeyTable()
    collect(index, into: &table, labels: &labels)
    return table.names.map { Choice(value: $0, label: labels[$0] ?? Field.words($0)) }
  }

  private func collect(_ index: Int, into table: inout KeyTable, labels: inout [String: String]) {
    let node = nodes[index]
    if let values = node.values {
      for value in values.nodes where value.isScalar {
        let text = value.text
        // `oneOf` with a `const` and a `title` each is the standard's own way to give values names.
        if values.isConst, let title = node.notes.title, labels[text] == nil { labels[text] = title }
        table.add(text)
      }
      return
    }
    for other in node.inPlace?.value.certain ?? [] where table.count == 0 { collect(other, into: &table, labels: &labels) }
    if table.count > 0 { return }
    for branches in [node.inPlace?.value.anyOf ?? [], node.inPlace?.value.oneOf ?? []] {
      for branch in branches { collect(branch, into: &table, labels: &labels) }
    }
  }
}
