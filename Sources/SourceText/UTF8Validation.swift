extension SourceFile {
  /// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nil.
  package var firstInvalidUTF8: Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      while i < buffer.count {
        if buffer[i] < 0x80 {
          i += 1
          continue
        }
        guard let length = scalarLength(buffer, at: i) else { return i }
        i += length
      }
      return nil
    }
  }
}

/// The number of bytes of the well-formed scalar at `i`, or nil.
func scalarLength(_ b: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
  let lead = b[i]
  let second: ClosedRange<UInt8>
  let length: Int
  switch lead {
  case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
  case 0xE0: (second, length) = (0xA0...0xBF, 3)
  case 0xE1...0xEC, 0xEE, 0xEF: (second, length) = (0x80...0xBF, 3)
  case 0xED: (second, length) = (0x80...0x9F, 3)
  case 0xF0: (second, length) = (0x90...0xBF, 4)
  case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
  case 0xF4: (second, length) = (0x80...0x8F, 4)
  default: return nil
  }
  guard i + length <= b.count, second.contains(b[i + 1]) else { return nil }
  for k in stride(from: 2, to: length, by: 1) where b[i + k] & 0xC0 != 0x80 { return nil }
  return length
}
