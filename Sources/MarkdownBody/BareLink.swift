/// Addresses that stand in the text without brackets: `https://…` and `http://…`, as GitHub reads them (GFM 6.9, without `www.`).
enum BareLink {
  /// The length of `https://` or `http://` at the start of `text`, where a host follows.
  static func prefixLength(_ text: ArraySlice<UInt8>) -> Int? {
    for prefix in [Array("https://".utf8), Array("http://".utf8)] where text.starts(with: prefix) {
      let host = text.startIndex + prefix.count
      return host < text.endIndex && (text[host].isLetterOrDigit || text[host] >= 0xC3 && text[host] != 0xF3) ? prefix.count : nil
    }
    return nil
  }

  /// Whether an address ends before this byte: white space, `<`, covers.
  static func ends(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == .ascii("<") || byte == 0x7F || byte == 0xF3 }

  /// The index behind an address that begins at the start of `text`: without the punctuation that ends the sentence, and without a closing
  /// bracket whose partner stands before the address.
  static func end(_ text: ArraySlice<UInt8>) -> Int {
    var end = text.startIndex
    var opened = 0
    var closed = 0
    while end < text.endIndex, !ends(text[end]) {
      if text[end] == .ascii("(") { opened += 1 }
      if text[end] == .ascii(")") { closed += 1 }
      end += 1
    }
    while end > text.startIndex {
      switch text[end - 1] {
      case .ascii("?"), .ascii("!"), .ascii("."), .ascii(","), .ascii(":"), .ascii(";"), .ascii("*"), .ascii("_"), .ascii("~"),
        .ascii("'"), .ascii("\""), .ascii("]"):
        end -= 1
      case .ascii(")") where closed > opened:
        closed -= 1
        end -= 1
      default: return end
      }
    }
    return end
  }
}
