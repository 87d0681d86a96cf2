extension Sheet {
  /// The day of the last review: when it was checked, else when it was drafted; nil where the sheet says neither, or no such day exists.
  package var reviewed: CalendarDate? {
    let review = tree.root["review"]
    return ["checked_on", "drafted"].compactMap { key in review?[key].flatMap { CalendarDate($0.text) } }.max()
  }

  /// The newest day that the sheet gives: of its review, or on which one of its sources was read. Nothing else tells when a sheet changed: the clock of a
  /// build and the times of files differ from machine to machine.
  package var updated: CalendarDate? {
    let read = tree.root["sources"]?.items.compactMap { source in source["read_on"].flatMap { CalendarDate($0.text) } } ?? []
    return (read + [reviewed].compactMap { $0 }).max()
  }

  /// The ids that the sheet had before, as it lists them.
  package var formerIDs: [Located<String>] {
    tree.root["former_ids"]?.items.filter { $0.isScalar && !$0.isBlank }.map { Located($0.text, $0.span) } ?? []
  }
}
