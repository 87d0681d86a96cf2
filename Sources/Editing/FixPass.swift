import Diagnostics
import SourceText

/// The fixes of some diagnostics, applied to the sources once.
package struct FixPass: Sendable {
  /// The files that the fixes changed, by path.
  package let changed: [String: SourceFile]
  /// The diagnostics whose fixes were applied, in the order given.
  package let applied: [Diagnostic]
  /// How many fixes wait for another pass, because they touch what another one changes.
  package let postponed: Int

  /// Applies one fix of each diagnostic. A fix is applied wholly or not at all; of two that touch each other the first is, and the other has to be
  /// looked for anew once the first has done its work.
  ///
  /// - Parameters:
  ///   - applicability: `.safe` applies what may be applied unseen; `.needsReview` everything.
  ///   - lookup: the sources by path; a fix of a file that is not there is left out.
  package static func apply(
    _ diagnostics: [Diagnostic], upTo applicability: Fix.Applicability, lookup: (String) -> SourceFile?
  ) -> FixPass {
    var accepted: [String: EditList] = [:]
    var files: [String: SourceFile] = [:]
    var applied: [Diagnostic] = []
    var postponed = 0
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fix(upTo: applicability) else { continue }
      let byPath = Dictionary(grouping: fix.edits, by: \.location.path)
      var lists: [String: EditList] = [:]
      for (path, edits) in byPath {
        guard let file = files[path] ?? lookup(path) else { break }
        files[path] = file
        var list = accepted[path] ?? EditList()
        guard list.insert(edits, within: file.bytes.count) else { break }
        lists[path] = list
      }
      guard lists.count == byPath.count else {
        postponed += 1
        continue
      }
      accepted.merge(lists) { _, new in new }
      applied.append(diagnostic)
    }
    var changed: [String: SourceFile] = [:]
    for (path, list) in accepted {
      guard let file = files[path] else { continue }
      let bytes = list.applied(to: file.bytes)
      if bytes != file.bytes { changed[path] = SourceFile(path: path, bytes: bytes) }
    }
    return FixPass(changed: changed, applied: applied, postponed: postponed)
  }
}

extension Diagnostic {
  /// The first of its fixes that may be applied; a safe one goes before one that needs review.
  package func fix(upTo applicability: Fix.Applicability) -> Fix? {
    let usable = fixes.filter { !$0.edits.isEmpty }
    return usable.first { $0.applicability == .safe } ?? (applicability == .safe ? nil : usable.first)
  }
}

/// Edits of one file that do not touch each other, in the order of the file.
struct EditList {
  private var edits: [TextEdit] = []
  private var index: [Span] = []

  /// Takes the edits of one fix; false, and nothing is taken, where one of them lies outside the file or touches an edit taken before.
  mutating func insert(_ new: [TextEdit], within size: Int) -> Bool {
    let sorted = new.sorted { $0.location.span < $1.location.span }
    for (edit, next) in zip(sorted, sorted.dropFirst()) where next.location.span.start < edit.location.span.end { return false }
    guard sorted.allSatisfy({ $0.location.span.end <= size && isFree($0.location.span) }) else { return false }
    if index.last.map({ sorted.isEmpty || $0.end < sorted[0].location.span.start }) ?? true {
      edits += sorted
    } else {
      edits = merge(edits, sorted)
    }
    index = edits.map(\.location.span)
    return true
  }

  /// Whether a span neither overlaps nor touches what is taken: two insertions at one place have no order.
  private func isFree(_ span: Span) -> Bool {
    var low = 0
    var high = index.count
    while low < high {
      let middle = (low + high) / 2
      if index[middle].end < span.start { low = middle + 1 } else { high = middle }
    }
    return low == index.count || index[low].start > span.end
  }

  private func merge(_ a: [TextEdit], _ b: [TextEdit]) -> [TextEdit] {
    var out: [TextEdit] = []
    out.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i].location.span < b[j].location.span) {
        out.append(a[i])
        i += 1
      } else {
        out.append(b[j])
        j += 1
      }
    }
    return out
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    for edit in edits {
      out.append(contentsOf: bytes[at..<edit.location.span.start])
      out.append(contentsOf: edit.text.utf8)
      at = edit.location.span.end
    }
    out.append(contentsOf: bytes[at...])
    return out
  }
}
