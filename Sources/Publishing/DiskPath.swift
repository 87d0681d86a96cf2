/// A path as the system wants it: bytes that need not be UTF-8, with a zero at the end.
///
/// What others put into the output folder may have any name, so Strings will not do.
struct DiskPath: Hashable, Sendable {
  let c: [CChar]

  init(_ path: String) { c = path.utf8.map { CChar(bitPattern: $0) } + [0] }

  private init(c: [CChar]) { self.c = c }

  /// The path of something in this folder; `relative` may have several parts.
  func appending(_ relative: [UInt8]) -> DiskPath {
    var joined = [CChar]()
    joined.reserveCapacity(c.count + relative.count + 1)
    joined.append(contentsOf: c.dropLast())
    joined.append(0x2F)
    for byte in relative { joined.append(CChar(bitPattern: byte)) }
    joined.append(0)
    return DiskPath(c: joined)
  }

  func appending(_ relative: String) -> DiskPath { appending(Array(relative.utf8)) }

  /// For people.
  var text: String { String(decoding: c.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
}
