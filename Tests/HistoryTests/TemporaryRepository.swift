import Processes
import Testing

@testable import History

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A git repository in a folder that goes when the test ends; nothing of the machine's own git configuration holds in it.
final class TemporaryRepository: Sendable {
  /// Absolute, without links.
  let path: String
  static let environment = [
    "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_AUTHOR_NAME=Test", "GIT_AUTHOR_EMAIL=test@example.org",
    "GIT_COMMITTER_NAME=Test", "GIT_COMMITTER_EMAIL=test@example.org", "GIT_AUTHOR_DATE=2026-11-22T00:00:00Z",
    "GIT_COMMITTER_DATE=2026-11-22T00:00:00Z", "GIT_CEILING_DIRECTORIES=/tmp",
  ]

  init(isRepository: Bool = true) throws {
    var template = Array("/tmp/clusterbook-history-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    let real = try #require(realpath(folder, nil))
    path = String(cString: real)
    free(real)
    if isRepository { try git("init", "-q", "-b", "main", ".") }
  }

  deinit { _ = Subprocess.run(["rm", "-rf", path], environment: ["PATH=/usr/bin:/bin"]) }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let run = try #require(
      Subprocess.run(
        ["git", "-C", path] + arguments, environment: ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(path)"] + Self.environment))
    #expect(run.status == 0, "git \(arguments): \(run.errorText)")
    return run.text
  }

  func put(_ relative: String, _ text: String) throws {
    var folder = path
    for part in relative.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    let descriptor = open(path + "/" + relative, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw GitError.failed(command: "test", said: relative) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
  }

  func link(_ relative: String, to target: String) { symlink(target, path + "/" + relative) }
  func remove(_ relative: String) { unlink(path + "/" + relative) }

  func commit(_ message: String = "change") throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message)
  }

  func repository(_ folder: String = "") throws(GitError) -> GitRepository {
    try GitRepository(project: folder.isEmpty ? path : path + "/" + folder, environment: Self.environment)
  }
}

/// A cluster's sheet that holds enough to be compared.
func sheet(_ lines: String..., body: String = "") -> String { "---\n" + lines.joined(separator: "\n") + "\n---\n" + body }
