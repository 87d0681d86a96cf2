import Foundation
import Markup
import TestSupport

/// A project whose texts would break careless writers, and the files that come of it.
enum HostileData {
  static let name = "Rock & \"Roll\" </script><b> {Valley} | 50% \\ #1_~^"
  static let player = "=HYPERLINK(\"https://evil.example\")"

  static let files: [(path: String, text: String)] = [
    (
      "Site/site.yaml",
      """
      title: "Example </script> & atlas"
      base_url: https://example.org/atlas/
      publisher: The publisher
      licence: CC BY-SA 4.0
      repository: https://github.com/owner/atlas/blob/main/
      """
    ),
    (
      "Sheets/clusters/rock-valley.md",
      """
      ---
      aim: listed
      name: 'Rock & "Roll" </script><b> {Valley} | 50% \\ #1_~^'
      aliases: ['a | b', 'c\\d', '-e']
      former_ids: [old-rock, older-rock]
      summary: "A text with, commas; \\"quotes\\" and </script>."
      theme: health-life-sciences
      entity: labelled-network
      status: active
      location:
        countries: [NO, SE]
        seat: {city: '@Oslo', lat: 59.91, lon: -0.5}
        dimension: region
      identified_by:
        - {initiative: index, scope: direct, sources: [s1]}
      players:
        businesses:
          - {name: '=HYPERLINK("https://evil.example")', kind: large, sources: [s1, {id: s2, at: p. 3}]}
      figures:
        - {id: money, indicator: turnover, value: 1.1, scale: million, currency: NOK, year: [2018, 2020], scope: cluster, sources: [s1, s2]}
        - {id: jobs, indicator: employment, value: [10, 20], year: undated, scope: cluster, sources: [s2]}
      sources:
        - {id: s1, type: study, title: 'A {book} & "more" | 100 %', author: 'Porter, M. E.', publisher: One, year: 2008, reliability: A, url: 'https://example.com/a_b%20c', read_on: 2026-11-20}
        - {id: s2, type: press, title: Zwei, author: 'A, B and C', publisher: Two & Co, reliability: B}
      review: {author: editor, drafted: 2026-11-18}
      ---

      Text [@s1].
      """
    ),
    (
      "Sheets/initiatives/index.md",
      """
      ---
      aim: draft
      name: Index
      ---
      """
    ),
  ]

  static let site: Task<[String: String], Never> = Task { await TestProject.with(files).site() }

  static func json(_ address: String) async throws -> Any {
    try JSONSerialization.jsonObject(with: Data((await site.value[address] ?? "").utf8))
  }

  static func rows(_ address: String) async -> [[String: String]] {
    let lines = StrictCSV.read(Array((await site.value[address] ?? "").utf8)).map { $0.map(CSVWriter.unguarded) }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
  }
}

/// RFC 4180 and nothing else: every line ends in CR LF, quotes surround whole cells.
enum StrictCSV {
  static func read(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x22 where cell.isEmpty:
        i += 1
        while !(bytes[i] == 0x22 && bytes[i + 1] != 0x22) {
          if bytes[i] == 0x22 { i += 1 }
          cell.append(bytes[i])
          i += 1
        }
      case 0x2C, 0x0D:
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        guard bytes[i] == 0x0D else { break }
        rows.append(row)
        row = []
        i += 1
      default: cell.append(bytes[i])
      }
      i += 1
    }
    return rows
  }
}
