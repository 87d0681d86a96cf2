import FrontMatter

extension ValueList {
  func contains(_ instance: Instance) -> Bool {
    if let strings {
      return instance.type == .string && instance.node.withText { strings.find($0) } >= 0
    }
    let isText = instance.type == .string
    return nodes.contains { Equality.areEqual($0, asString: asString && $0.isScalar, instance.node, asString: isText) }
  }
}

extension Boxed<StringChecks> {
  func accept(_ node: Node) -> Bool { node.withText { accept($0) } }

  private func accept(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if value.minLength != nil || value.maxLength != nil {
      let length = StringChecks.length(of: text)
      if let least = value.minLength, length < least { return false }
      if let most = value.maxLength, length > most { return false }
    }
    if let pattern = value.pattern, !pattern.matches(text) { return false }
    if let format = value.format, !format.accepts(text) { return false }
    return true
  }
}

extension StringChecks {

  /// In Unicode scalars.
  static func length(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

extension NumberChecks {
  func accept(_ value: Instance) -> Bool {
    if let minimum, !(minimum.isBelow(value) || minimum.equals(value)) { return false }
    if let maximum, !(maximum.isAbove(value) || maximum.equals(value)) { return false }
    if let exclusiveMinimum, !exclusiveMinimum.isBelow(value) { return false }
    if let exclusiveMaximum, !exclusiveMaximum.isAbove(value) { return false }
    if let multipleOf, !multipleOf.divides(value) { return false }
    return true
  }
}

extension Limit {
  func isBelow(_ other: Instance) -> Bool {
    if let integer, let whole = other.integer { return integer < whole }
    return value < other.number
  }

  func isAbove(_ other: Instance) -> Bool {
    if let integer, let whole = other.integer { return integer > whole }
    return value > other.number
  }

  func equals(_ other: Instance) -> Bool {
    if let integer, let whole = other.integer { return integer == whole }
    return value == other.number
  }

  /// Whether a number is a multiple of this one, by decimal digits where they suffice: 19.99 is a multiple of 0.01.
  func divides(_ other: Instance) -> Bool {
    if let integer, let whole = other.integer { return whole.isMultiple(of: integer) }
    if let step = Decimal(text), let number = Decimal(other.node.text), let exact = number.isMultiple(of: step) { return exact }
    guard other.number.isFinite else { return false }
    return other.number.truncatingRemainder(dividingBy: value) == 0
  }
}

/// A number as it is written: `digits × 10^exponent`.
struct Decimal {
  private var digits: UInt128 = 0
  private var exponent = 0

  /// nil where it has more than 36 digits or is no decimal number.
  init?(_ text: String) {
    var isFraction = false
    var isExponent = false
    var written = ""
    for (i, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2B, 0x2D: if isExponent { written.unicodeScalars.append(Unicode.Scalar(byte)) } else if i > 0 { return nil }
      case 0x2E: isFraction = true
      case 0x65, 0x45: isExponent = true
      case 0x30...0x39:
        if isExponent {
          written.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          guard digits < 1_000_000_000_000_000_000_000_000_000_000_000_000 else { return nil }
          digits = digits * 10 + UInt128(byte - 0x30)
          if isFraction { exponent -= 1 }
        }
      default: return nil
      }
    }
    if isExponent {
      guard let shift = Int(written), (-10_000...10_000).contains(shift) else { return nil }
      exponent += shift
    }
    while digits > 0, digits.isMultiple(of: 10) {
      digits /= 10
      exponent += 1
    }
  }

  /// nil where the digits do not fit.
  func isMultiple(of step: Decimal) -> Bool? {
    if step.digits == 0 { return nil }
    if digits == 0 { return true }
    // digits × 10^exponent / (step.digits × 10^step.exponent)
    let shift = exponent - step.exponent
    if shift >= 0 {
      // Only the remainder matters, so the power of ten is taken step by step.
      guard step.digits < UInt128(1) << 120 else { return nil }
      var rest = digits % step.digits
      for _ in 0..<shift {
        if rest == 0 { return true }
        rest = rest * 10 % step.digits
      }
      return rest == 0
    }
    // The number would have to end in more zeros than it does, unless the step's own digits bring them.
    var divisor = step.digits
    for _ in 0..<(-shift) {
      let (product, overflow) = divisor.multipliedReportingOverflow(by: 10)
      if overflow { return digits < divisor ? false : nil }
      divisor = product
    }
    return digits.isMultiple(of: divisor)
  }
}
