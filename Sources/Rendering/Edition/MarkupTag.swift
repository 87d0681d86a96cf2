/// A tag in markup that this program has written: attributes in double quotes, names in small letters.
struct MarkupTag {
  struct Attribute {
    let name: String
    /// Escaped, as it stands; nil where the attribute has no value.
    var value: String?
  }

  let name: String
  let isEnd: Bool
  let closesItself: Bool
  var attributes: [Attribute]
  /// The first byte after the `>`.
  let end: Int

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Reads the tag whose `<` stands at `start`; nil for comments and declarations, and where no `>` follows.
  init?(_ bytes: [UInt8], at start: Int) {
    var i = start + 1
    let isEnd = i < bytes.count && bytes[i] == 0x2F
    if isEnd { i += 1 }
    let name = MarkupTag.word(bytes, &i)
    guard !name.isEmpty else { return nil }
    var attributes: [Attribute] = []
    var closesItself = false
    while i < bytes.count, bytes[i] != 0x3E {
      let attribute = MarkupTag.word(bytes, &i)
      if attribute.isEmpty {
        closesItself = bytes[i] == 0x2F
        i += 1
      } else if i + 1 < bytes.count, bytes[i] == 0x3D, bytes[i + 1] == 0x22 {
        guard let close = bytes[(i + 2)...].firstIndex(of: 0x22) else { return nil }
        attributes.append(Attribute(name: attribute, value: String(decoding: bytes[(i + 2)..<close], as: UTF8.self)))
        i = close + 1
      } else {
        attributes.append(Attribute(name: attribute, value: nil))
      }
    }
    guard i < bytes.count else { return nil }
    self.name = name
    self.isEnd = isEnd
    self.closesItself = closesItself
    self.attributes = attributes
    end = i + 1
  }

  /// A name: everything up to a space, `=`, `/`, `>` or a quotation mark.
  private static func word(_ bytes: [UInt8], _ i: inout Int) -> String {
    let start = i
    loop: while i < bytes.count {
      switch bytes[i] {
      case 0x20, 0x09, 0x0A, 0x2F, 0x3D, 0x3E, 0x22: break loop
      default: i += 1
      }
    }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }
}
