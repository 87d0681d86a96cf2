/// Where the Markdown sources are kept: `repository` of site.yaml, an address under which a file is read.
struct SourceRepository {
  /// With a slash at its end.
  let address: String

  init(_ address: String) { self.address = address }

  /// Where a file can be changed: the editor of GitHub, of GitLab, or of Forgejo and Gitea, where the address has the form of theirs. Elsewhere, and where it
  /// names no branch, the file itself, from which a reader finds the way.
  func edit(_ path: String) -> String {
    for (read, edit) in [
      ("/-/blob/", "/-/edit/"), ("/-/tree/", "/-/edit/"), ("/blob/", "/edit/"), ("/tree/", "/edit/"), ("/src/branch/", "/_edit/"),
    ] {
      guard let range = address.firstRange(of: read) else { continue }
      return address.replacingCharacters(in: range, with: edit) + path
    }
    return file(path)
  }

  /// Where a file can be read. The bare address of a repository on GitHub or GitLab shows its front page only, so the default branch is asked for.
  func file(_ path: String) -> String {
    let parts = address.split(separator: "/").dropFirst()
    if parts.count == 3, parts.first == "github.com" { return address + "blob/HEAD/" + path }
    if parts.count >= 3, parts.first == "gitlab.com", !address.contains("/-/") { return address + "-/blob/HEAD/" + path }
    return address + path
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
