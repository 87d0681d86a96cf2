/// Addresses of schemas: URIs, and paths of files, which are taken as relative URIs.
struct SchemaAddress {
  private var scheme: Substring?
  private var authority: Substring?
  private var path: String
  private var query: Substring?

  /// RFC 3986, appendix B; the text has no fragment.
  private init(_ text: Substring) {
    var rest = text
    if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if rest.hasPrefix("//") {
      let host = rest.dropFirst(2)
      let end = host.firstIndex(of: "/") ?? host.endIndex
      authority = host[..<end]
      rest = host[end...]
    }
    path = String(rest)
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  private var text: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
  }

  /// The address that a reference means beside another address: RFC 3986, section 5.2. Relative paths may climb above where they began.
  ///
  /// - Parameter reference: without a fragment.
  static func resolve(_ reference: some StringProtocol, against base: String) -> String {
    var target = SchemaAddress(Substring(reference))
    if target.scheme != nil {
      target.path = withoutDots(target.path)
      return target.text
    }
    let base = SchemaAddress(Substring(base))
    target.scheme = base.scheme
    if target.authority != nil {
      target.path = withoutDots(target.path)
      return target.text
    }
    target.authority = base.authority
    if target.path.isEmpty {
      target.path = base.path
      target.query = target.query ?? base.query
    } else if target.path.hasPrefix("/") {
      target.path = withoutDots(target.path)
    } else {
      let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? (base.authority == nil ? "" : "/")
      target.path = withoutDots(folder + target.path)
    }
    return target.text
  }

  /// Whether an address names a place in the world and not a file here.
  static func isRemote(_ address: String) -> Bool { SchemaAddress(Substring(address)).scheme != nil }

  /// An address cut behind its last slash.
  static func folder(of address: String) -> Substring { address.lastIndex(of: "/").map { address[...$0] } ?? "" }

  private static func withoutDots(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(isAbsolute ? 1 : 0)
    for (i, part) in parts.enumerated() {
      let isLast = i == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case "..":
        if let last = kept.last, last != ".." { kept.removeLast() } else if !isAbsolute { kept.append(part) }
        if isLast { kept.append("") }
      default: kept.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + kept.joined(separator: "/")
  }
}
