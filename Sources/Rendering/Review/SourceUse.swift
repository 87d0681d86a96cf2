import SheetModel

/// A source of the atlas, whichever sheets name it.
struct SourceUse: Sendable {
  let source: SourceEntry
  /// The sheets that name it, in the order of the records.
  var sheets: [SheetID]
  /// How often it is cited, in all sheets together.
  var citations: Int

  /// Every source once, in the order in which the sheets first name it: two entries with one address are one source; without an address title and
  /// publisher decide.
  static func collect(_ records: [SheetRecord]) -> [SourceUse] {
    var places: [String: Int] = [:]
    var uses: [SourceUse] = []
    for record in records {
      let cited = record.sheet.citations
      for source in record.sheet.sources {
        let key = source.url ?? "\(source.title)\u{0}\(source.publisher ?? "")"
        let count = cited[source.id.value] ?? 0
        guard let place = places[key] else {
          places[key] = uses.count
          uses.append(SourceUse(source: source, sheets: [record.sheet.id], citations: count))
          continue
        }
        if uses[place].sheets.last != record.sheet.id { uses[place].sheets.append(record.sheet.id) }
        uses[place].citations += count
      }
    }
    return uses
  }
}

/// A publisher, and how much of the atlas rests on it.
struct PublisherUse: Sendable {
  let name: String
  let sources: Int
  let sheets: Int

  /// Those with most sources first; then by name.
  static func collect(_ uses: [SourceUse]) -> [PublisherUse] {
    var groups: [String: (name: String, sources: Int, sheets: Set<SheetID>)] = [:]
    for use in uses {
      guard let name = use.source.publisher, !name.isEmpty else { continue }
      let key = DiacriticFolding.fold(name)
      var group = groups[key] ?? (name, 0, [])
      group.sources += 1
      group.sheets.formUnion(use.sheets)
      groups[key] = group
    }
    let sorted = groups.sorted { $0.value.sources == $1.value.sources ? $0.key < $1.key : $0.value.sources > $1.value.sources }
    return sorted.map { PublisherUse(name: $0.value.name, sources: $0.value.sources, sheets: $0.value.sheets.count) }
  }
}
