import SourceText

/// What a scalar is in the YAML 1.2 core schema (yaml.org/spec/1.2.2, section 10.3.2): `NO` and `on` and `12:30` are text.
package enum CoreValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number; `integer` is set where it is a whole number that fits.
  case number(Double, integer: Int?)
  case string
}

extension Node {
  /// The core type of a scalar. Quoted and block scalars are text; of a collection it is `.string`, which nobody should ask.
  package var core: CoreValue {
    guard form == .plain else { return .string }
    return withText(CoreValue.resolve)
  }

  /// Whether the value says nothing: null, an empty text, an empty list or mapping.
  package var isBlank: Bool {
    if !isScalar { return count == 0 }
    return withText { $0.isEmpty } || core == .null
  }

  /// A whole number.
  package var integer: Int? {
    if case .number(_, let integer) = core { integer } else { nil }
  }

  package var number: Double? {
    if case .number(let value, _) = core { value } else { nil }
  }
}

extension CoreValue {
  static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> CoreValue {
    guard let first = text.first else { return .null }
    switch first {
    case 0x7E: return text.count == 1 ? .null : .string
    case 0x6E, 0x4E: return matches(text, ["null", "Null", "NULL"]) ? .null : .string
    case 0x74, 0x54: return matches(text, ["true", "True", "TRUE"]) ? .bool(true) : .string
    case 0x66, 0x46: return matches(text, ["false", "False", "FALSE"]) ? .bool(false) : .string
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: return number(text)
    default: return .string
    }
  }

  private static func matches(_ text: UnsafeBufferPointer<UInt8>, _ words: [StaticString]) -> Bool {
    words.contains { word in word.withUTF8Buffer { $0.elementsEqual(text) } }
  }

  /// Whether a number with a point or an exponent is the whole number that its nearest `Double` is: 1.0 and 1e3 are, 0.99999999999999999999 and 1e-400
  /// are not. Up to 15 digits no two numbers share a `Double`; more are for those to judge who need them.
  private static func isExact(_ value: Double, _ digits: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.rounded() == value, abs(value) < 9e15 else { return false }
    if value == 0 { return !text.prefix { $0 | 0x20 != 0x65 }.contains { (0x31...0x39).contains($0) } }
    return digits <= 15
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> CoreValue {
    if text.count > 2, text[0] == 0x30, text[1] == 0x78 || text[1] == 0x6F {
      return radixNumber(text.dropFirst(2), radix: text[1] == 0x78 ? 16 : 8)
    }
    var i = text[0] == 0x2B || text[0] == 0x2D ? 1 : 0
    let afterSign = text.dropFirst(i)
    if matches(UnsafeBufferPointer(rebasing: afterSign), [".inf", ".Inf", ".INF"]) {
      return .number(text[0] == 0x2D ? -.infinity : .infinity, integer: nil)
    }
    if i == 0, matches(text, [".nan", ".NaN", ".NAN"]) { return .number(.nan, integer: nil) }
    func digits() -> Int {
      let from = i
      while i < text.count, (0x30...0x39).contains(text[i]) { i += 1 }
      return i - from
    }
    var mantissa = digits()
    var isInteger = true
    if i < text.count, text[i] == 0x2E {
      i += 1
      isInteger = false
      mantissa += digits()
    }
    guard mantissa > 0 else { return .string }
    if i < text.count, text[i] == 0x65 || text[i] == 0x45 {
      i += 1
      isInteger = false
      if i < text.count, text[i] == 0x2B || text[i] == 0x2D { i += 1 }
      guard digits() > 0 else { return .string }
    }
    guard i == text.count else { return .string }
    let written = String(decoding: text, as: UTF8.self)
    if isInteger, let value = Int(written) { return .number(Double(value), integer: value) }
    guard let value = Double(written) else { return .string }
    return .number(value, integer: isExact(value, mantissa, text) ? Int(value) : nil)
  }

  /// `0x1F` and `0o17`, which have no sign and no upper limit.
  private static func radixNumber(_ digits: Slice<UnsafeBufferPointer<UInt8>>, radix: Int) -> CoreValue {
    var value = 0.0
    for byte in digits {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else { return .string }
      value = value * Double(radix) + Double(digit)
    }
    return .number(value, integer: Int(String(decoding: digits, as: UTF8.self), radix: radix))
  }
}
