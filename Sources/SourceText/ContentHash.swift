/// FNV-1a of 64 bits (Fowler, Noll and Vo): the same in every process and on every machine, which Swift's own hashes are not. It tells versions of
/// a file apart; it keeps no secret.
package enum ContentHash {
  /// 16 hexadecimal digits.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
