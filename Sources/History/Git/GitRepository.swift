import Processes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The repository that a project lies in, seen from the project's folder, which may be a subfolder of it.
package struct GitRepository: Sendable {
  /// The project's folder, absolute.
  package let root: String
  /// The project's folder within the repository: empty, or `atlas/`.
  let prefix: String
  let isShallow: Bool
  private let environment: [String]

  /// - Parameter environment: further variables for git, `NAME=value`; they win over those of this process.
  package init(project root: String, environment: [String] = []) throws(GitError) {
    self.root = root
    self.environment = Self.inherited + Self.fixed + environment
    guard
      let found = Subprocess.run(
        ["git", "-C", root, "rev-parse", "--show-prefix", "--is-shallow-repository"], environment: self.environment)
    else { throw .notInstalled }
    guard found.status == 0 else {
      // "not a git repository", in the C locale; anything else, such as "dubious ownership", git words better than we can.
      if found.errorText.contains("not a git repository") { throw .notARepository(root) }
      throw .failed(command: "rev-parse", said: Self.firstLine(found.errorText))
    }
    let lines = found.text.split(separator: "\n", omittingEmptySubsequences: false)
    prefix = lines.first.map(String.init) ?? ""
    isShallow = lines.count > 1 && lines[1] == "true"
  }

  /// Runs git in the project's folder and gives what it wrote.
  func git(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> [UInt8] {
    guard let run = Subprocess.run(["git", "-C", root] + arguments, environment: environment, input: input) else {
      throw .notInstalled
    }
    guard run.status == 0 else { throw .failed(command: arguments.first ?? "", said: Self.firstLine(run.errorText)) }
    return run.output
  }

  /// The full name of a commit, or nil where there is no such thing.
  private func commit(_ revision: String) throws(GitError) -> String? {
    let arguments = ["git", "-C", root, "rev-parse", "--verify", "--quiet", revision + "^{commit}"]
    guard let run = Subprocess.run(arguments, environment: environment) else { throw .notInstalled }
    let name = run.text.prefix { !$0.isWhitespace }
    return run.status == 0 && !name.isEmpty ? String(name) : nil
  }

  /// The commit that a revision names: a branch, a tag, `HEAD~2`, a commit's name.
  package func revision(_ typed: String) throws(GitError) -> Revision {
    // A hyphen first would be an option to git, and a range is no state of the project.
    guard !typed.isEmpty, !typed.hasPrefix("-"), !typed.contains(".."), !typed.unicodeScalars.contains(where: { $0.value < 0x20 })
    else { throw .badRevision(typed) }
    guard let commit = try commit(typed) else { throw .unknownRevision(typed, isShallow: isShallow) }
    return Revision(typed: typed, commit: commit)
  }

  private static func firstLine(_ text: String) -> String {
    var line = text.split(separator: "\n").first.map(String.init) ?? ""
    for lead in ["fatal: ", "error: "] where line.hasPrefix(lead) { line.removeFirst(lead.count) }
    return line
  }

  /// What git needs of our environment. GIT_DIR and GIT_INDEX_FILE are left out: a hook sets them for the repository it runs in, relative
  /// to its folder, and the project's own folder says which repository is meant.
  private static var inherited: [String] {
    let names = [
      "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
      "GIT_CONFIG_NOSYSTEM",
      "GIT_CONFIG_COUNT", "GIT_CEILING_DIRECTORIES", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DEVELOPER_DIR",
    ]
    let given = names.compactMap { name in value(name).map { name + "=" + $0 } }
    // Pipelines name safe.directory by numbered pairs.
    let count = min(64, value("GIT_CONFIG_COUNT").flatMap(Int.init) ?? 0)
    let pairs = (0..<max(0, count)).flatMap { ["GIT_CONFIG_KEY_\($0)", "GIT_CONFIG_VALUE_\($0)"] }
    return given + pairs.compactMap { name in value(name).map { name + "=" + $0 } }
  }

  /// Messages in English, nothing written to the index, no question at the terminal, no network for what a partial clone lacks.
  private static let fixed = [
    "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_PAGER=cat",
  ]

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// A commit, and how somebody named it.
package struct Revision: Sendable, Equatable {
  package let typed: String
  package let commit: String

  /// `main (3f2a9c1)`; a commit's own name is not said twice.
  package var label: String { commit.hasPrefix(typed) ? String(commit.prefix(10)) : "\(typed) (\(commit.prefix(7)))" }
}
