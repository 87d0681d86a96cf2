/// Finds on which page the named destinations of a PDF file lie (ISO 32000-1, 12.3.2.3).
///
/// Reads what browsers write: a table of cross references (7.5.4) and objects that lie open. A file with compressed objects gives nil.
package struct PDFDestinations: Sendable, Equatable {
  /// The pages of destinations, from 1, by name.
  package let pages: [String: Int]
  package let pageCount: Int

  package init?(_ bytes: [UInt8]) {
    guard let start = PDFDestinations.startOfTable(bytes), let table = PDFTable(bytes, at: start),
      let root = table.follow(table.trailer["Root"])
    else { return nil }
    var order: [Int: Int] = [:]
    PDFDestinations.number(root["Pages"], table, &order, depth: 0)
    guard !order.isEmpty else { return nil }
    var pages: [String: Int] = [:]
    func add(_ name: [UInt8], _ value: PDFObject) {
      guard let value = table.follow(value) else { return }
      let place = value["D"].flatMap(table.follow) ?? value
      guard case .reference(let page)? = place.items.first, let number = order[page] else { return }
      pages[String(decoding: name, as: UTF8.self)] = number
    }
    if case .dictionary(let entries)? = table.follow(root["Dests"]) {
      for (name, value) in entries { add(name, value) }
    }
    if let names = table.follow(root["Names"]) { PDFDestinations.walk(names["Dests"], table, depth: 0, add) }
    self.pages = pages
    pageCount = order.count
  }

  /// Numbers the pages of the tree in order.
  private static func number(_ node: PDFObject?, _ table: PDFTable, _ order: inout [Int: Int], depth: Int) {
    guard depth < 64, case .reference(let id)? = node, order[id] == nil, let object = table.follow(node) else { return }
    if let kids = object["Kids"].flatMap(table.follow) {
      for kid in kids.items { number(kid, table, &order, depth: depth + 1) }
    } else if object["Type"] == .name(Array("Page".utf8)) {
      order[id] = order.count + 1
    }
  }

  /// The leaves of a name tree (7.9.6).
  private static func walk(_ node: PDFObject?, _ table: PDFTable, depth: Int, _ add: ([UInt8], PDFObject) -> Void) {
    guard depth < 64, let object = table.follow(node) else { return }
    let names = object["Names"].flatMap(table.follow)?.items ?? []
    for i in stride(from: 0, to: names.count - 1, by: 2) {
      if case .string(let name) = names[i] { add(name, names[i + 1]) }
    }
    for kid in object["Kids"].flatMap(table.follow)?.items ?? [] { walk(kid, table, depth: depth + 1, add) }
  }

  /// What the last `startxref` says.
  private static func startOfTable(_ bytes: [UInt8]) -> Int? {
    let word = Array("startxref".utf8)
    let tail = max(0, bytes.count - 1024)
    guard bytes.count > word.count else { return nil }
    for i in stride(from: bytes.count - word.count, through: tail, by: -1) where bytes[i] == word[0] {
      guard bytes[i..<(i + word.count)].elementsEqual(word) else { continue }
      var reader = PDFObjectReader(bytes, at: i + word.count)
      return reader.integer()
    }
    return nil
  }
}

/// Where the objects of a file lie.
private struct PDFTable {
  let bytes: [UInt8]
  let offsets: [Int: Int]
  let trailer: PDFObject

  init?(_ bytes: [UInt8], at start: Int) {
    self.bytes = bytes
    var reader = PDFObjectReader(bytes, at: start)
    reader.skipSpace()
    guard reader.word() == Array("xref".utf8) else { return nil }
    var offsets: [Int: Int] = [:]
    while let first = reader.integer(), let count = reader.integer(), count >= 0, count < bytes.count {
      for i in 0..<count {
        guard let offset = reader.integer(), reader.integer() != nil else { return nil }
        reader.skipSpace()
        if reader.word() == [0x6E] { offsets[first + i] = offset }
      }
    }
    reader.skipSpace()
    guard reader.word() == Array("trailer".utf8) else { return nil }
    trailer = reader.object()
    self.offsets = offsets
  }

  /// The object itself, where a reference may stand.
  func follow(_ object: PDFObject?) -> PDFObject? {
    var object = object
    for _ in 0..<8 {
      guard case .reference(let id)? = object else { return object }
      guard let offset = offsets[id] else { return nil }
      var reader = PDFObjectReader(bytes, at: offset)
      guard reader.integer() == id, reader.integer() != nil else { return nil }
      reader.skipSpace()
      guard reader.word() == Array("obj".utf8) else { return nil }
      object = reader.object()
    }
    return nil
  }
}
