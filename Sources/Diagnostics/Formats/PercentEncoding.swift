/// Paths as relative references of URIs (RFC 3986, section 3.3).
enum PercentEncoding {
  /// A path with `/` between its parts; every byte that is not unreserved there is written as `%XX`.
  static func path(_ path: String) -> String {
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: out.append(byte)
      default: out.append(contentsOf: [0x25, digit(byte >> 4), digit(byte & 15)])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
