/// Host names in any script: IDNA 2008 (RFC 5890 to 5893, without the rule of writing direction).
extension Scan {
  /// The text is UTF-8.
  static func isInternationalHostname(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    // The full stops of ideographic scripts divide labels too.
    let labels = scalars.split(omittingEmptySubsequences: false) { [0x2E, 0x3002, 0xFF0E, 0xFF61].contains($0.value) }
    var length = -1
    for label in labels {
      guard let size = size(ofLabel: Array(label)) else { return false }
      length += size + 1
    }
    return length <= 253
  }

  /// RFC 6531: as an e-mail address, with letters of any script.
  func internationalEmail() -> Bool {
    guard let at = text.lastIndex(of: 0x40), at > 0, at + 1 < text.count else { return false }
    if text.allSatisfy({ $0 < 0x80 }) { return email() }
    for part in text[..<at].split(separator: 0x2E, omittingEmptySubsequences: false) {
      guard !part.isEmpty,
        part.allSatisfy({ $0 >= 0x80 || Self.isLetter($0) || Self.isDigit($0) || Self.isIn("!#$%&'*+/=?^_`{|}~-", $0) })
      else { return false }
    }
    return Self.isInternationalHostname(text[(at + 1)...])
  }

  /// The length of a label as it is sent, or nil where it is none.
  private static func size(ofLabel label: [Unicode.Scalar]) -> Int? {
    if label.allSatisfy(\.isASCII) {
      let bytes = label.map { UInt8($0.value) }
      guard bytes.withUnsafeBufferPointer({ isHostname($0[...]) }) else { return nil }
      guard bytes.count > 3, bytes[2] == 0x2D, bytes[3] == 0x2D else { return bytes.count }
      guard bytes[0] | 0x20 == 0x78, bytes[1] | 0x20 == 0x6E, let decoded = Punycode.decode(bytes.dropFirst(4)),
        decoded.contains(where: { !$0.isASCII }), isLabel(decoded)
      else { return nil }
      return bytes.count
    }
    guard isLabel(label) else { return nil }
    let size = Punycode.length(of: label) + 4
    return size <= 63 ? size : nil
  }

  private static func isLabel(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, first != "-", label.last != "-" else { return false }
    if label.count > 3, label[2] == "-", label[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: return label.indices.allSatisfy { isAllowed(at: $0, in: label) }
    }
  }

  /// RFC 5892, with the rules of context of its appendix A.
  private static func isAllowed(at place: Int, in label: [Unicode.Scalar]) -> Bool {
    let before = place > 0 ? label[place - 1] : nil
    let behind = place + 1 < label.count ? label[place + 1] : nil
    switch label[place].value {
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    case 0xB7: return before == "l" && behind == "l"
    case 0x375: return behind.map { (0x370...0x3FF).contains($0.value) || (0x1F00...0x1FFF).contains($0.value) } ?? false
    case 0x5F3, 0x5F4: return before.map { (0x591...0x5F4).contains($0.value) } ?? false
    case 0x30FB: return label.contains { isKanaOrHan($0.value) }
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    case 0x200D: return before.map(isVirama) ?? false
    case 0x200C:
      guard let before, let behind else { return false }
      return isVirama(before) || (isJoining(before.value) && isJoining(behind.value))
    default: return isLetterOrDigit(label[place])
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "-" { return true }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark, .spacingMark:
      // Capitals and forms for compatibility would not come back the same.
      return !properties.changesWhenNFKCCaseFolded
    default: return false
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.canonicalCombiningClass == .virama }

  private static func isKanaOrHan(_ value: UInt32) -> Bool {
    switch value {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Letters of scripts whose letters join: Arabic, Syriac, N'Ko, Mandaic, Mongolian.
  private static func isJoining(_ value: UInt32) -> Bool {
    switch value {
    case 0x620...0x74A, 0x74D...0x77F, 0x7CA...0x7EA, 0x840...0x858, 0x8A0...0x8C7, 0x1820...0x18AA: true
    default: false
    }
  }
}

/// RFC 3492.
enum Punycode {
  static func decode(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    var found: [Unicode.Scalar] = []
    var rest = text
    if let hyphen = text.lastIndex(of: 0x2D) {
      found = text[..<hyphen].map { Unicode.Scalar($0) }
      rest = text[(hyphen + 1)...]
    }
    var (code, place, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let old = place
      var (weight, k) = (1, 36)
      while true {
        guard let byte = rest.popFirst(), let digit = digit(byte) else { return nil }
        place += digit * weight
        guard place < 1 << 32 else { return nil }
        let threshold = max(1, min(26, k - bias))
        if digit < threshold { break }
        weight *= 36 - threshold
        guard weight < 1 << 32 else { return nil }
        k += 36
      }
      bias = adapted(place - old, count: found.count + 1, isFirst: old == 0)
      code += place / (found.count + 1)
      place %= found.count + 1
      guard code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
      found.insert(scalar, at: place)
      place += 1
    }
    return found
  }

  /// How many letters a label takes when it is encoded.
  static func length(of label: [Unicode.Scalar]) -> Int {
    // A label of more than 63 letters is too long however they are encoded.
    if label.count > 63 { return label.count }
    let basic = label.count { $0.isASCII }
    var (code, delta, bias, done) = (128, 0, 72, basic)
    var length = basic > 0 ? basic + 1 : 0
    while done < label.count {
      guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= code }).min() else { break }
      delta += (next - code) * (done + 1)
      code = next
      for scalar in label {
        if Int(scalar.value) < code { delta += 1 }
        guard Int(scalar.value) == code else { continue }
        var (rest, k) = (delta, 36)
        while true {
          length += 1
          let threshold = max(1, min(26, k - bias))
          if rest < threshold { break }
          rest = (rest - threshold) / (36 - threshold)
          k += 36
        }
        bias = adapted(delta, count: done + 1, isFirst: done == basic)
        delta = 0
        done += 1
      }
      delta += 1
      code += 1
    }
    return length
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }
}
