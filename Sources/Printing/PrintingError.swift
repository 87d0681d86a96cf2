/// Why there is no PDF. The descriptions are sentences for somebody who reads the log of a build.
package enum PrintingError: Error, Sendable, Equatable {
  /// What was named, if anything.
  case noBrowser(named: String?)
  case cannotStart(program: String, reason: String)
  case tooSlow(program: String, seconds: Int)
  /// The number of the signal that somebody sent us.
  case interrupted(Int32)
  /// It ended without a PDF; what it said last.
  case noOutput(program: String, said: String, isSnap: Bool)
  /// The print does not come to rest: each time, pages lie elsewhere.
  case restless
}

extension PrintingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noBrowser(let named):
      (named.map { "the browser '\($0)' was not found, or is no program" }
        ?? "no browser was found that can print: clusterbook pdf needs Chromium, or a browser made of it")
          + """
          .
            Debian, Ubuntu:  apt-get install chromium
            Fedora:          dnf install chromium
            macOS:           brew install --cask chromium (or Google Chrome in /Applications)
            Windows:         in WSL, as on Debian; or open print/index.html of the site in Edge or Chrome and print it there
          Another one is named with --browser PATH, or in the variable CLUSTERBOOK_BROWSER.
          """
    case .cannotStart(let program, let reason):
      "the browser \(program) cannot be started: \(reason)"
    case .tooSlow(let program, let seconds):
      "the browser \(program) did not end within \(seconds) s and was stopped; give it more time with --timeout"
    case .interrupted:
      "stopped"
    case .noOutput(let program, let said, let isSnap):
      "the browser \(program) made no PDF" + (said.isEmpty ? "" : "; it said: \(said)")
        + (isSnap
          ? "\nIt is packed as a snap, which cannot see /tmp: name a folder in your home that is not hidden, TMPDIR=$HOME/tmp."
          : "")
    case .restless:
      "the pages did not come to rest: each time it was printed, they lay elsewhere. Please report it."
    }
  }
}
