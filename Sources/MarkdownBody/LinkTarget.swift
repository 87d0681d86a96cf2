/// What an address in a body may be: `http`, `https` or `mailto`, a relative path, or an anchor of the page.
enum LinkTarget {
  enum Problem: Equatable {
    /// The scheme in lower case.
    case scheme(String)
    case control
    /// `//host/path`, which takes its scheme from the page; with backslashes, too.
    case protocolRelative
    /// `/path`, which is wrong on a site that lies in a folder.
    case absolutePath
    /// `https:path`.
    case missingHost(String)
    /// A picture on another site.
    case remoteImage
  }

  /// - Parameter url: the address as a browser gets it: entities and backslashes are resolved.
  static func problem(_ url: some Collection<UInt8>, isImage: Bool) -> Problem? {
    // Browsers leave out tabs and line ends anywhere in an address, so `java\nscript:` is a scheme to them.
    if url.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .control }
    let url = url.drop { $0 == 0x20 }
    guard let first = url.first else { return nil }
    if first == .ascii("/") || first == .ascii("\\") {
      let second = url.dropFirst().first
      return second == .ascii("/") || second == .ascii("\\") ? .protocolRelative : .absolutePath
    }
    guard let scheme = scheme(url) else { return nil }
    let rest = url.dropFirst(scheme.utf8.count + 1)
    switch scheme {
    case "http", "https":
      guard rest.starts(with: [0x2F, 0x2F]), let host = rest.dropFirst(2).first,
        host.isLetterOrDigit || host >= 0x80 || host == .ascii("[")
      else { return .missingHost(scheme) }
      return isImage ? .remoteImage : nil
    case "mailto": return isImage ? .scheme(scheme) : nil
    default: return .scheme(scheme)
    }
  }

  /// What stands before the colon, in lower case, where it has the form of a scheme (RFC 3986, 3.1).
  static func scheme(_ url: some Collection<UInt8>) -> String? {
    guard let first = url.first, first.isLetter else { return nil }
    var name: [UInt8] = []
    for byte in url {
      if byte == .ascii(":") { return String(decoding: name, as: UTF8.self) }
      guard byte.isLetterOrDigit || byte == .ascii("+") || byte == .ascii("-") || byte == .ascii(".") else { return nil }
      name.append(byte.isLetter ? byte | 0x20 : byte)
    }
    return nil
  }
}
