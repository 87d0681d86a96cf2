import Diagnostics
import SourceText

/// The nearest names for references that lead nowhere, found for as many different names as people can read about: looking among ten thousand
/// ids for each of ten thousand wrong ones would take minutes.
package struct Suggestions {
  /// For how many different names the nearest are looked for.
  private static let limit = 200

  private var known: [String: [String]] = [:]

  package init() {}

  /// The names nearest to a wrong one; nothing once many others were looked for.
  ///
  /// - Parameters:
  ///   - kind: what it names; the same name may be looked for among candidates of several kinds.
  ///   - candidates: every name of that kind, in order.
  package mutating func nearest(to name: String, kind: String = "", among candidates: @autoclosure () -> [String]) -> [String] {
    let key = kind + "\n" + name
    if let found = known[key] { return found }
    guard known.count < Self.limit else { return [] }
    let found = NearestWords.of(name, among: candidates())
    known[key] = found
    return found
  }

  /// Whether the nearest name may be put in unseen: another spelling of the same letters and digits, or the only name near a word that is long enough
  /// for a slip to be certain. Numbers are never a slip: `s1` and `s2`, `jobs-2021` and `jobs-2022` are two things.
  package static func isCertain(_ nearest: [String], for name: String) -> Bool {
    guard let first = nearest.first else { return false }
    if letters(first) == letters(name) { return true }
    return nearest.count == 1 && name.utf8.count >= 5 && digits(first) == digits(name)
  }

  private static func digits(_ text: String) -> [UInt8] { text.utf8.filter { (0x30...0x39).contains($0) } }

  private static func letters(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in
      switch byte {
      case 0x2D, 0x5F, 0x20: nil
      case 0x41...0x5A: byte + 0x20
      default: byte
      }
    }
  }
}
