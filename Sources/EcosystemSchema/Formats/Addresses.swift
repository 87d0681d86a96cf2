/// Hosts, e-mail addresses and URIs.
extension Scan {
  /// RFC 1123: letters, digits and hyphens, at most 63 between dots, at most 253 in all.
  static func isHostname(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard !text.isEmpty, text.count <= 253 else { return false }
    return text.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
        && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
    }
  }

  static func isIPv4(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard (1...3).contains(part.count), part.allSatisfy(isDigit), part.count == 1 || part.first != 0x30 else { return false }
        return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } < 256
      }
  }

  /// RFC 4291, section 2.2, without a zone.
  static func isIPv6(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.count >= 2, text.count <= 45 else { return false }
    var groups = 0
    var hasGap = false
    let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return false }
    for (i, part) in parts.enumerated() {
      if part.isEmpty {
        // An empty part is half of `::`; at either end there are two of them.
        if i == 0 {
          guard parts[1].isEmpty else { return false }
        } else if i == parts.count - 1 {
          guard parts[i - 1].isEmpty else { return false }
        } else if hasGap {
          return false
        } else {
          hasGap = true
        }
      } else if i == parts.count - 1, part.contains(0x2E) {
        guard isIPv4(part) else { return false }
        groups += 2
      } else {
        guard part.count <= 4, part.allSatisfy(isHex) else { return false }
        groups += 1
      }
    }
    return hasGap ? groups < 8 : groups == 8
  }

  /// RFC 5321 without comments: a dotted or quoted name, `@`, a host or an address in brackets.
  func email() -> Bool {
    guard let at = text.lastIndex(of: 0x40), at > 0, at + 1 < text.count, at <= 64 else { return false }
    let name = text[..<at]
    let domain = text[(at + 1)...]
    let isQuoted = name.count >= 2 && name.first == 0x22 && name.last == 0x22
    if isQuoted {
      var i = 1
      while i < at - 1 {
        if text[i] == 0x5C { i += 1 } else if text[i] == 0x22 { return false }
        guard i < at - 1, (0x20...0x7E).contains(text[i]) else { return false }
        i += 1
      }
    } else {
      for part in name.split(separator: 0x2E, omittingEmptySubsequences: false) {
        guard !part.isEmpty, part.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || Self.isIn("!#$%&'*+/=?^_`{|}~-", $0) })
        else { return false }
      }
    }
    if domain.first == 0x5B, domain.last == 0x5D {
      let inner = domain.dropFirst().dropLast()
      let six = Array("IPv6:".utf8)
      return inner.starts(with: six) ? Self.isIPv6(inner.dropFirst(6 - 1)) : Self.isIPv4(inner)
    }
    return Self.isHostname(domain)
  }

  static func isIn(_ characters: StaticString, _ byte: UInt8) -> Bool {
    characters.withUTF8Buffer { $0.contains(byte) }
  }

  /// RFC 3986, and 3987 where letters outside ASCII are allowed.
  static func isURI(_ text: UnsafeBufferPointer<UInt8>, mayBeRelative: Bool, mayHaveLetters: Bool) -> Bool {
    func isPlain(_ i: Int) -> Bool {
      let byte = text[i]
      if isLetter(byte) || isDigit(byte) || isIn("-._~!$&'()*+,;=:@/?", byte) { return true }
      if byte == 0x25 { return i + 2 < text.count && isHex(text[i + 1]) && isHex(text[i + 2]) }
      return mayHaveLetters && byte >= 0x80
    }
    var start = 0
    let firstDelimiter = text.firstIndex { isIn(":/?#", $0) }
    if let colon = firstDelimiter, text[colon] == 0x3A {
      guard colon > 0, isLetter(text[0]), text[..<colon].allSatisfy({ isLetter($0) || isDigit($0) || isIn("+-.", $0) }) else {
        return false
      }
      start = colon + 1
    } else if !mayBeRelative {
      return false
    }
    var i = start
    if start + 1 < text.count, text[start] == 0x2F, text[start + 1] == 0x2F {
      i = start + 2
      let end = text[i...].firstIndex { isIn("/?#", $0) } ?? text.count
      guard isAuthority(text[i..<end], isPlain: isPlain) else { return false }
      i = end
    }
    var hasFragment = false
    while i < text.count {
      if text[i] == 0x23 {
        if hasFragment { return false }
        hasFragment = true
      } else if !isPlain(i) {
        return false
      }
      i += 1
    }
    return true
  }

  private static func isAuthority(_ text: Slice<UnsafeBufferPointer<UInt8>>, isPlain: (Int) -> Bool) -> Bool {
    var host = text
    if let at = text.lastIndex(of: 0x40) {
      guard text[..<at].indices.allSatisfy({ isPlain($0) && text[$0] != 0x40 }) else { return false }
      host = text[(at + 1)...]
    }
    if host.first == 0x5B {
      guard let close = host.firstIndex(of: 0x5D) else { return false }
      let inner = host[(host.startIndex + 1)..<close]
      guard isIPv6(inner) || (inner.first.map { $0 | 0x20 == 0x76 } ?? false) else { return false }
      host = host[(close + 1)...]
      return host.isEmpty || (host.first == 0x3A && host.dropFirst().allSatisfy(isDigit))
    }
    if let colon = host.lastIndex(of: 0x3A) {
      guard host[(colon + 1)...].allSatisfy(isDigit) else { return false }
      host = host[..<colon]
    }
    return host.indices.allSatisfy { isPlain($0) && text[$0] != 0x3A }
  }
}
