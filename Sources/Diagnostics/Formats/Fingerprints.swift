import SourceText

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
    return ContentHash.text("\(identity)\u{0}\(ordinal)".utf8)
  }
}
