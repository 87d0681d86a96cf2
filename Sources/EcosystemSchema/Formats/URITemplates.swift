/// Addresses with places for values: RFC 6570.
extension Scan {
  mutating func uriTemplate() -> Bool {
    while position < text.count {
      if take("{") {
        guard expression() else { return false }
      } else if text[position] == 0x25 {
        guard escape() else { return false }
      } else if text[position] <= 0x20 || text[position] == 0x7F || Self.isIn("\"'<>\\^`|}", text[position]) {
        return false
      } else {
        position += 1
      }
    }
    return true
  }

  /// What stands between braces, and the one that closes.
  private mutating func expression() -> Bool {
    if position < text.count, Self.isIn("+#./;?&=,!@|", text[position]) { position += 1 }
    repeat {
      guard name() else { return false }
      if take(":") {
        guard position < text.count, text[position] != 0x30, (1...4).contains(digits()) else { return false }
      } else {
        _ = take("*")
      }
    } while take(",")
    return take("}")
  }

  private mutating func name() -> Bool {
    repeat {
      let from = position
      while position < text.count {
        if text[position] == 0x25 {
          guard escape() else { return false }
        } else if Self.isLetter(text[position]) || Self.isDigit(text[position]) || text[position] == 0x5F {
          position += 1
        } else {
          break
        }
      }
      if position == from { return false }
    } while take(".")
    return true
  }

  private mutating func escape() -> Bool {
    guard position + 2 < text.count, Self.isHex(text[position + 1]), Self.isHex(text[position + 2]) else { return false }
    position += 3
    return true
  }
}
