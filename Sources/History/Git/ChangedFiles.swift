/// The files of a project that differ from a revision.
package struct ChangedFiles: Sendable, Equatable {
  /// Files of today that differ: edited, new, renamed, not yet known to git. Relative to the project, sorted.
  package var paths: [String] = []
  /// Paths that were there at the revision and are gone: removed, or the old name of a renamed file. Sorted.
  package var gone: [String] = []
  /// Paths that were not there at the revision. Sorted.
  package var new: [String] = []

  package init(paths: [String] = [], gone: [String] = [], new: [String] = []) {
    (self.paths, self.gone, self.new) = (paths, gone, new)
  }
}

extension GitRepository {
  /// What `git diff REV` names, and what git does not know yet and does not ignore; of the project's folder only.
  ///
  /// - Parameter later: the revision to compare with; nil for the folder as it is now.
  package func changedFiles(since revision: Revision, to later: Revision? = nil) throws(GitError) -> ChangedFiles {
    let range = [revision.commit] + (later.map { [$0.commit] } ?? [])
    let output = try git(
      [
        "diff", "--name-status", "-z", "--relative", "--find-renames", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules=all",
      ] + range + ["--"])
    var changed = ChangedFiles()
    var fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }[...]
    while let status = fields.popFirst(), let path = fields.popFirst() {
      switch status.first {
      case "D": changed.gone.append(path)
      case "A":
        changed.paths.append(path)
        changed.new.append(path)
      case "R", "C":
        guard let target = fields.popFirst() else { break }
        if status.hasPrefix("R") { changed.gone.append(path) }
        changed.paths.append(target)
        changed.new.append(target)
      default: changed.paths.append(path)
      }
    }
    if later == nil {
      let untracked = try git(["ls-files", "--others", "--exclude-standard", "-z"])
      for path in untracked.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
        changed.paths.append(path)
        changed.new.append(path)
      }
    }
    return ChangedFiles(
      paths: Set(changed.paths).sorted(), gone: Set(changed.gone).subtracting(changed.paths).sorted(),
      new: Set(changed.new).sorted())
  }
}
