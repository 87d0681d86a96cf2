/// Where the definitions `[label]: address` of a body stand. Read again from the source, because cmark keeps only what they say.
struct LinkDefinitions {
  private let targets: [String: Range<Int>]

  /// - Parameter bytes: the covered bytes of the body.
  init(_ bytes: [UInt8]) {
    var targets: [String: Range<Int>] = [:]
    var start = 0
    while start < bytes.count {
      if let (label, target) = Self.definition(bytes, start), targets[label] == nil { targets[label] = target }
      while start < bytes.count, !bytes[start].isLineEnd { start += 1 }
      start += 1
    }
    self.targets = targets
  }

  func target(_ label: ArraySlice<UInt8>) -> Range<Int>? {
    targets.isEmpty ? nil : targets[Self.normalized(label)]
  }

  /// Whether only spaces, `>` and signs of list items stand before `i` in its line.
  static func beginsLine(_ bytes: [UInt8], _ i: Int) -> Bool {
    var i = i - 1
    while i >= 0, !bytes[i].isLineEnd {
      guard
        bytes[i].isSpaceOrTab || [.ascii(">"), .ascii("-"), .ascii("*"), .ascii("+"), .ascii(".")].contains(bytes[i])
          || bytes[i].isDigit
      else { return false }
      i -= 1
    }
    return true
  }

  private static func definition(_ bytes: [UInt8], _ start: Int) -> (String, Range<Int>)? {
    var i = start
    while i < bytes.count, bytes[i].isSpaceOrTab || bytes[i] == .ascii(">") || bytes[i] == .ascii("-") || bytes[i] == .ascii("*")
    { i += 1 }
    guard i < bytes.count, bytes[i] == .ascii("[") else { return nil }
    let open = i + 1
    i = open
    let limit = min(bytes.count, open + 1000)
    while i < limit, bytes[i] != .ascii("]"), bytes[i] != .ascii("[") { i += bytes[i] == .ascii("\\") ? 2 : 1 }
    guard i > open, i + 1 < limit, bytes[i] == .ascii("]"), bytes[i + 1] == .ascii(":") else { return nil }
    let label = normalized(bytes[open..<i])
    i += 2
    while i < bytes.count, bytes[i].isBlank || bytes[i] == .ascii(">") { i += 1 }
    guard i < bytes.count else { return nil }
    if bytes[i] == .ascii("<") {
      let first = i + 1
      while i < bytes.count, bytes[i] != .ascii(">"), !bytes[i].isLineEnd { i += 1 }
      return (label, min(first, i)..<i)
    }
    let first = i
    while i < bytes.count, !bytes[i].isBlank { i += 1 }
    return (label, first..<i)
  }

  /// Labels are the same where they differ only in case and white space.
  private static func normalized(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: Array(label.split(whereSeparator: \.isBlank).joined(separator: [0x20])), as: UTF8.self).lowercased()
  }
}
