import SourceText

/// Reads comma-separated values (RFC 4180) with a head line.
package enum CSVReader {
  /// The wanted cells of the rows under the head; nil where a wanted column is missing. Rows shorter than the head are left out.
  package static func rows(_ file: SourceFile, columns: [String]) -> [[String]]? {
    var lines = records(file.hasByteOrderMark ? Array(file.bytes.dropFirst(3)) : file.bytes)
    guard let head = lines.first else { return nil }
    lines.removeFirst()
    let places = columns.compactMap { column in head.firstIndex(of: column) }
    guard places.count == columns.count else { return nil }
    return lines.filter { $0.count >= head.count }.map { line in places.map { line[$0] } }
  }

  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var quoted = false
    var i = 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    while i < bytes.count {
      let byte = bytes[i]
      if quoted {
        if byte == 0x22, i + 1 < bytes.count, bytes[i + 1] == 0x22 {
          cell.append(byte)
          i += 1
        } else if byte == 0x22 {
          quoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22, cell.isEmpty {
        // A quote in the middle of a cell is a quote.
        quoted = true
      } else if byte == 0x2C {
        record.append(text())
        cell.removeAll(keepingCapacity: true)
      } else if byte == 0x0A {
        record.append(text())
        cell.removeAll(keepingCapacity: true)
        records.append(record)
        record = []
      } else if byte != 0x0D {
        cell.append(byte)
      }
      i += 1
    }
    if !cell.isEmpty || !record.isEmpty {
      record.append(text())
      records.append(record)
    }
    return records
  }
}
