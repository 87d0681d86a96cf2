import Diagnostics

/// How long the steps of a run took, for `--verbose`.
struct Timings {
  private let stopwatch: Stopwatch
  private var last = 0.0
  private var steps: [String] = []

  init(_ stopwatch: Stopwatch) { self.stopwatch = stopwatch }

  /// Ends a step that began where the last one ended.
  mutating func end(_ step: String) {
    let now = stopwatch.seconds
    steps.append("\(step) \(TextFormat.seconds(now - last))")
    last = now
  }

  /// `read 0.02 s, analyse 0.21 s, plan 0.01 s`
  var line: String { steps.joined(separator: ", ") }
}
