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
  /// -1, 0 or 1 as this number is below, equal to or above another; nil where one of them is none.
  private func order(_ other: Instance) -> Int? {
    if let integer, let whole = other.integer { return integer == whole ? 0 : integer < whole ? -1 : 1 }
    if value.isNaN || other.number.isNaN { return nil }
    // Rounding keeps the order; only what it made equal has to be looked at digit by digit.
    if value != other.number { return value < other.number ? -1 : 1 }
    guard let own = Decimal(text), let number = other.node.withText({ Decimal($0) }) else { return 0 }
    return own.order(number)
  }

  func isBelow(_ other: Instance) -> Bool { order(other) == -1 }

  func isAbove(_ other: Instance) -> Bool { order(other) == 1 }

  func equals(_ other: Instance) -> Bool { order(other) == 0 }

  /// Whether a number is a multiple of this one, by decimal digits where they suffice: 19.99 is a multiple of 0.01.
  func divides(_ other: Instance) -> Bool {
    if let integer, let whole = other.integer { return whole.isMultiple(of: integer) }
    if let step = Decimal(text), let number = other.node.withText({ Decimal($0) }), let exact = number.isMultiple(of: step) {
      return exact
    }
    guard other.number.isFinite else { return false }
    return other.number.truncatingRemainder(dividingBy: value) == 0
  }
}
