/// By which a finding is known again in the next run, also when lines have moved.
///
/// Made of rule, file (whose name is the sheet's id) and pointer; where there is no pointer, the headline stands for it. Findings that share
/// all that are numbered in report order. None of it depends on the place in the file, so what is written above a finding does not make it a new one.
struct Fingerprints {
  private var seen: [String: Int] = [:]

  /// 16 hexadecimal digits, different for each finding of one report. Ask in report order.
  mutating func next(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.pointer.map { "p" + $0 } ?? "m" + diagnostic.message
    let identity = "\(diagnostic.rule)\u{0}\(diagnostic.location.path)\u{0}\(place)"
    let ordinal = seen[identity, default: 0]
    seen[identity] = ordinal + 1
    return Fingerprints.hash("\(identity)\u{0}\(ordinal)")
  }

  /// FNV-1a of 64 bits (Fowler, Noll and Vo): the same in every process, which Swift's own hashes are not.
  private static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
