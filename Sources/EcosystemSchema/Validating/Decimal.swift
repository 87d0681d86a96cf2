/// A number exactly as it is written in decimal digits, however many: `digits × 10^exponent`.
struct Decimal {
  private let isNegative: Bool
  /// From the highest, without zeros at either end; empty for zero.
  private let digits: [UInt8]
  private let exponent: Int

  /// nil where the text is no decimal number.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var i = 0
    var isNegative = false
    if let sign = text.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      i = 1
    }
    var digits: [UInt8] = []
    var exponent = 0
    var isFraction = false
    var isEmpty = true
    while i < text.count {
      if (0x30...0x39).contains(text[i]) {
        isEmpty = false
        if !digits.isEmpty || text[i] != 0x30 { digits.append(text[i] - 0x30) }
        if isFraction { exponent -= 1 }
      } else if text[i] == 0x2E, !isFraction {
        isFraction = true
      } else {
        break
      }
      i += 1
    }
    if isEmpty { return nil }
    if i < text.count {
      guard text[i] | 0x20 == 0x65, let shift = Self.exponent(text[(i + 1)...]) else { return nil }
      exponent += shift
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : exponent
  }

  init?(_ text: String) {
    var text = text
    guard let number = text.withUTF8({ Decimal($0) }) else { return nil }
    self = number
  }

  /// Exponents beyond all reason are held where they still compare as they should.
  private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var rest = text
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest = rest.dropFirst() }
    guard !rest.isEmpty else { return nil }
    var value = 0
    for byte in rest {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = min(value * 10 + Int(byte - 0x30), 1_000_000_000_000)
    }
    return isNegative ? -value : value
  }

  var isWhole: Bool { exponent >= 0 }

  /// -1, 0 or 1 as this number is below, equal to or above another.
  func order(_ other: Decimal) -> Int {
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let size = sizeOrder(other)
    return isNegative ? -size : size
  }

  private func sizeOrder(_ other: Decimal) -> Int {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty ? (other.digits.isEmpty ? 0 : -1) : 1 }
    let (size, otherSize) = (digits.count + exponent, other.digits.count + other.exponent)
    if size != otherSize { return size < otherSize ? -1 : 1 }
    if digits == other.digits { return 0 }
    return digits.lexicographicallyPrecedes(other.digits) ? -1 : 1
  }

  /// nil where the step has more digits than can be held (37).
  func isMultiple(of step: Decimal) -> Bool? {
    guard !step.digits.isEmpty, step.digits.count <= 37 else { return nil }
    if digits.isEmpty { return true }
    // A power of ten in the step would have to be in the digits, which do not end in a zero.
    let shift = exponent - step.exponent
    if shift < 0 { return false }
    let divisor = step.digits.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
    var rest = digits.reduce(UInt128(0)) { ($0 * 10 + UInt128($1)) % divisor }
    // A divisor below 2^123 has no more than 122 factors 2 or 5; further tens change nothing.
    for _ in 0..<min(shift, 123) where rest != 0 { rest = rest * 10 % divisor }
    return rest == 0
  }
}
