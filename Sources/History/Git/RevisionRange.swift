/// Two revisions in one word, as git writes them.
package struct RevisionRange: Sendable, Equatable {
  /// What is left out means HEAD.
  let before: String
  let after: String
  /// `A...B`: not from A itself, but from where B left it.
  let isSinceFork: Bool

  /// nil where the word holds no `..`.
  package init?(_ typed: String) {
    guard let dots = typed.firstRange(of: "..") else { return nil }
    var rest = typed[dots.upperBound...]
    isSinceFork = rest.hasPrefix(".")
    if isSinceFork { rest = rest.dropFirst() }
    before = dots.lowerBound == typed.startIndex ? "HEAD" : String(typed[..<dots.lowerBound])
    after = rest.isEmpty ? "HEAD" : String(rest)
  }
}

extension GitRepository {
  /// The two states that a range names.
  package func revisions(_ range: RevisionRange) throws(GitError) -> (before: Revision, after: Revision) {
    let (before, after) = (try revision(range.before), try revision(range.after))
    guard range.isSinceFork else { return (before, after) }
    let found: [UInt8]
    do throws(GitError) {
      found = try git(["merge-base", before.commit, after.commit])
    } catch {
      throw .noCommonRevision(range.before, range.after, isShallow: isShallow)
    }
    let commit = String(decoding: found.prefix { $0 != 0x0A }, as: UTF8.self)
    // Where nothing has happened on the other side since, it is that side itself.
    return (commit == before.commit ? before : Revision(typed: commit, commit: commit), after)
  }
}
