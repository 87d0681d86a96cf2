import SourceText

/// Two states of a file as a unified diff, which `patch` and `git apply` read.
package enum UnifiedDiff {
  private static let context = 3

  /// The diff with its two header lines; nothing where the two are equal.
  package static func text(before: SourceFile, after: SourceFile) -> String {
    guard before.bytes != after.bytes else { return "" }
    let (old, new) = (lines(before.bytes), lines(after.bytes))
    let changes = LineDifference.between(old, new)
    var out = "--- a/\(before.path)\n+++ b/\(after.path)\n"
    var index = 0
    while index < changes.count {
      var last = index
      while last + 1 < changes.count, changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context { last += 1 }
      out += hunk(changes[index...last], old, new)
      index = last + 1
    }
    return out
  }

  private static func hunk(_ changes: ArraySlice<LineDifference.Change>, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>])
    -> String
  {
    guard let first = changes.first, let last = changes.last else { return "" }
    let start = max(0, first.old.lowerBound - context)
    let end = min(old.count, last.old.upperBound + context)
    let newStart = first.new.lowerBound - (first.old.lowerBound - start)
    let newEnd = last.new.upperBound + (end - last.old.upperBound)
    var out = "@@ -\(range(start, end)) +\(range(newStart, newEnd)) @@\n"
    var at = start
    for change in changes {
      for line in old[at..<change.old.lowerBound] { out += shown(" ", line) }
      for line in old[change.old] { out += shown("-", line) }
      for line in new[change.new] { out += shown("+", line) }
      at = change.old.upperBound
    }
    for line in old[at..<end] { out += shown(" ", line) }
    return out
  }

  /// `12,3`: the first line, from 1, and the number of lines; the line before where there are none.
  private static func range(_ start: Int, _ end: Int) -> String {
    let count = end - start
    let first = count == 0 ? start : start + 1
    return count == 1 ? "\(first)" : "\(first),\(count)"
  }

  private static func shown(_ sign: String, _ line: ArraySlice<UInt8>) -> String {
    let text = sign + String(decoding: line, as: UTF8.self)
    return line.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
  }

  /// The lines with their line ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for i in bytes.indices where bytes[i] == 0x0A {
      lines.append(bytes[start...i])
      start = i + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}

/// The shortest way from one list of lines to another (Myers, "An O(ND) difference algorithm", 1986).
enum LineDifference {
  /// Lines that take the place of others.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Above this many changed lines the middle is given as one change: memory grows with the square.
  private static let mostSteps = 1500

  static func between(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Change] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    guard oldEnd > start || newEnd > start else { return [] }
    let numbers = number(old[start..<oldEnd], new[start..<newEnd])
    guard let changes = search(numbers.old, numbers.new) else { return [Change(old: start..<oldEnd, new: start..<newEnd)] }
    return changes.map { change in
      Change(
        old: change.old.lowerBound + start..<change.old.upperBound + start,
        new: change.new.lowerBound + start..<change.new.upperBound + start)
    }
  }

  /// Equal lines get equal numbers.
  private static func number(_ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>) -> (
    old: [Int], new: [Int]
  ) {
    var known: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let found = known[line] { return found }
      known[line] = known.count
      return known.count - 1
    }
    return (old.map(number), new.map(number))
  }

  /// nil where the way is too long.
  private static func search(_ a: [Int], _ b: [Int]) -> [Change]? {
    let most = min(a.count + b.count, mostSteps)
    let middle = most + 1
    var reach = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    for step in 0...most {
      trace.append(Array(reach[(middle - step - 1)...(middle + step + 1)]))
      for k in stride(from: -step, through: step, by: 2) {
        let goesDown = k == -step || (k != step && reach[middle + k - 1] < reach[middle + k + 1])
        var x = goesDown ? reach[middle + k + 1] : reach[middle + k - 1] + 1
        var y = x - k
        while x < a.count, y < b.count, a[x] == b[y] {
          x += 1
          y += 1
        }
        reach[middle + k] = x
        if x >= a.count, y >= b.count { return path(trace, a.count, b.count) }
      }
    }
    return nil
  }

  /// Walks the way back and joins steps that stand together.
  private static func path(_ trace: [[Int]], _ oldCount: Int, _ newCount: Int) -> [Change] {
    var changes: [Change] = []
    var (x, y) = (oldCount, newCount)
    for step in stride(from: trace.count - 1, to: 0, by: -1) {
      let reach = trace[step]
      let middle = step + 1
      let k = x - y
      let goesDown = k == -step || (k != step && reach[middle + k - 1] < reach[middle + k + 1])
      let before = goesDown ? k + 1 : k - 1
      let fromX = reach[middle + before]
      let fromY = fromX - before
      let change =
        goesDown ? Change(old: fromX..<fromX, new: fromY..<fromY + 1) : Change(old: fromX..<fromX + 1, new: fromY..<fromY)
      if let next = changes.last, next.old.lowerBound == change.old.upperBound, next.new.lowerBound == change.new.upperBound {
        changes[changes.count - 1] = Change(
          old: change.old.lowerBound..<next.old.upperBound, new: change.new.lowerBound..<next.new.upperBound)
      } else {
        changes.append(change)
      }
      (x, y) = (fromX, fromY)
    }
    return changes.reversed()
  }
}
