/// Makes the ids of headings as GitHub does: lower case, spaces as hyphens, no punctuation but `-` and `_`. Letters of all scripts keep
/// their diacritics (`Économie régionale` is `économie-régionale`). The second of two equal ones gets `-2`; a heading without any letter is
/// `section`.
struct HeadingAnchors {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  mutating func anchor(for text: String) -> String {
    let base = Self.slug(text)
    if used.insert(base).inserted { return base }
    var number = counts[base] ?? 1
    while true {
      number += 1
      let candidate = "\(base)-\(number)"
      if used.insert(candidate).inserted {
        counts[base] = number
        return candidate
      }
    }
  }

  static func slug(_ text: String) -> String {
    var bytes: [UInt8] = []
    var isASCII = true
    for byte in text.utf8 {
      if byte.isLetter {
        bytes.append(byte | 0x20)
      } else if byte.isDigit || byte == .ascii("-") || byte == .ascii("_") {
        bytes.append(byte)
      } else if byte == 0x20 {
        bytes.append(.ascii("-"))
      } else if byte >= 0x80 {
        isASCII = false
        break
      }
    }
    let slug = isASCII ? String(decoding: bytes, as: UTF8.self) : wideSlug(text)
    return slug.utf8.contains { $0 != .ascii("-") } ? slug : "section"
  }

  private static func wideSlug(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", "-", "_": slug.unicodeScalars.append(scalar)
      case " ": slug.append("-")
      case _ where scalar.value >= 0x80:
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark {
          slug.unicodeScalars.append(scalar)
        }
      default: break
      }
    }
    return slug.lowercased()
  }
}
