import Diagnostics

/// Why the history of a project cannot be read. The descriptions are sentences for somebody who reads the log of a build.
package enum GitError: Error, Sendable, Equatable {
  case notInstalled
  case notARepository(String)
  case badRevision(String)
  case unknownRevision(String, isShallow: Bool)
  case noCommonRevision(String, String, isShallow: Bool)
  case noProject(revision: String)
  /// git ended with a failure; what it said.
  case failed(command: String, said: String)
}

extension GitError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notInstalled:
      "the program git was not found: install it, or bring it into PATH"
    case .notARepository(let root):
      "\(TerminalText.printable(root)) lies in no git repository, so there is no earlier state to compare with"
    case .badRevision(let revision):
      "\(Wording.quoted(revision)) is no revision: name a branch, a tag or a commit, such as main or HEAD~1"
    case .unknownRevision(let revision, let isShallow):
      "the revision \(Wording.quoted(revision)) is not in this repository"
        + (isShallow
          ? ": only the latest history was fetched (a shallow clone). Fetch the rest with `git fetch --unshallow`, "
            + "or have the pipeline check out the whole history (in GitHub Actions, fetch-depth: 0)"
          : ": see `git branch --all` and `git log` for what there is")
    case .noCommonRevision(let one, let other, let isShallow):
      "\(Wording.quoted(one)) and \(Wording.quoted(other)) have no revision in common"
        + (isShallow ? ": only the latest history was fetched (a shallow clone), see `git fetch --unshallow`" : "")
    case .noProject(let revision):
      "the project was not yet in its folder at the revision \(Wording.quoted(revision))"
    case .failed(let command, let said):
      "git \(command) failed" + (said.isEmpty ? "" : ": \(TerminalText.printable(said))")
    }
  }
}
