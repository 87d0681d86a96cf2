/// One file of the site: where it goes, and what is in it.
package struct OutputFile: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    /// The bytes of a file that lies elsewhere, such as a picture.
    case copy(ofAbsolutePath: String)
    /// A long file that is written in parts as they are made.
    case stream(@Sendable (_ emit: ([UInt8]) throws -> Void) throws -> Void)
  }

  /// Relative to the output folder, with `/` between its parts: `clusters/medicon-valley.html`.
  package let path: String
  package let content: Content

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// What is wrong with a path, in words that follow "the path"; nil where nothing is.
  ///
  /// Only paths that stay in the output folder on every system, and that fit on one line of the manifest, are good.
  static func problem(with path: String) -> String? {
    if path.isEmpty { return "is empty" }
    if path.utf8.first == 0x2F { return "begins with a slash" }
    if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "holds a control character" }
    for part in path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false) {
      if part.isEmpty { return "has an empty part" }
      if part.elementsEqual("..".utf8) || part.elementsEqual(".".utf8) { return "has a part that is only dots" }
    }
    return path == Manifest.name ? "is the one where the list of published files goes" : nil
  }
}

/// What a finished publication did.
package struct Published: Sendable, Equatable {
  /// Files of the new site.
  package let written: Int
  /// Files of the old site that the new one has not.
  package let removed: Int
  /// Files that are not ours and stay where they were.
  package let kept: Int

  package init(written: Int, removed: Int, kept: Int) {
    self.written = written
    self.removed = removed
    self.kept = kept
  }
}
