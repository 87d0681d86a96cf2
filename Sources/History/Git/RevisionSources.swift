import Diagnostics
import SourceText
import Workspace

extension GitRepository {
  /// What the project held at a revision, as reading its folder would give it. Pictures are named, not read.
  package func sources(at revision: Revision) throws(GitError) -> SourceSet {
    let tree =
      prefix.isEmpty ? revision.commit : "\(revision.commit):\(prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix)"
    let listing: [UInt8]
    do throws(GitError) {
      listing = try git(["ls-tree", "-r", "-z", "-l", "--full-tree", tree])
    } catch {
      // The folder of the project may be younger than the revision.
      if !prefix.isEmpty, case .failed = error { throw .noProject(revision: revision.typed) }
      throw error
    }
    let entries = TreeEntry.parse(listing)
    let blobs = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    guard blobs["Site/site.yaml"] != nil else { throw .noProject(revision: revision.typed) }
    var wanted: [(path: String, object: String)] = []
    var assets: [Asset] = []
    var links: [(path: String, object: String)] = []
    for entry in entries where !entry.isSubmodule {
      switch entry.use {
      case .source? where entry.isLink: links.append((entry.path, entry.object))
      case .source?: wanted.append((entry.path, entry.object))
      case .asset?: assets.append(Asset(path: entry.path, size: entry.size))
      case nil: break
      }
    }
    // A link inside the project stands for the file it leads to; the others are reported by a check, and have no content here.
    for (link, target) in zip(links, try contents(of: links.map(\.object))) {
      guard let path = TreeEntry.resolve(target ?? [], from: link.path), let entry = blobs[path], !entry.isLink else { continue }
      wanted.append((link.path, entry.object))
    }
    let bytes = try contents(of: wanted.map(\.object))
    let files = zip(wanted, bytes).compactMap { wanted, bytes in
      bytes.map { SourceFile(path: wanted.path, bytes: Array($0.prefix(SourceSet.hardLimit))) }
    }
    return SourceSet(files: files, assets: assets.sorted { $0.path < $1.path })
  }

  /// The contents of objects, in one run of git; nil for what is missing, as in a partial clone.
  func contents(of objects: [String]) throws(GitError) -> [ArraySlice<UInt8>?] {
    guard !objects.isEmpty else { return [] }
    let output = try git(["cat-file", "--batch"], input: objects.flatMap { Array($0.utf8) + [0x0A] })
    var contents: [ArraySlice<UInt8>?] = []
    contents.reserveCapacity(objects.count)
    var offset = 0
    // `<object> <type> <size>`, the bytes, a line end; or `<object> missing`.
    while contents.count < objects.count, let end = output[offset...].firstIndex(of: 0x0A) {
      let head = String(decoding: output[offset..<end], as: UTF8.self).split(separator: " ")
      offset = end + 1
      guard head.count == 3, let size = Int(head[2]), offset + size < output.count else {
        contents.append(nil)
        continue
      }
      contents.append(output[offset..<offset + size])
      offset += size + 1
    }
    contents += Array(repeating: nil, count: objects.count - contents.count)
    return contents
  }
}

/// A line of `git ls-tree -l`.
struct TreeEntry: Sendable {
  let mode: String
  let object: String
  /// In bytes; 0 where git knows none.
  let size: Int
  /// Relative to the project.
  let path: String

  var isLink: Bool { mode == "120000" }
  var isSubmodule: Bool { mode == "160000" }

  /// What reading the project's folder would make of the file.
  enum Use {
    case source
    /// Only copied: pictures and their like.
    case asset
  }

  /// nil where the file is no part of the project.
  var use: Use? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2, !parts.contains(where: { $0.hasPrefix(".") }) else { return nil }
    func source(endingIn ending: String) -> Use? { path.hasSuffix(ending) ? .source : nil }
    switch (parts[0], parts[1]) {
    case ("Site", "site.yaml"): return parts.count == 2 ? .source : nil
    case ("Site", "assets"): return parts.count > 2 ? .asset : nil
    case ("Site", let folder):
      let endings: [Substring: String] = [
        "templates": ".mustache", "pages": ".md", "styles": ".css", "scripts": ".js", "data": "",
      ]
      return parts.count > 2 ? endings[folder].flatMap(source) : nil
    case ("Themes", _): return parts.count == 2 ? source(endingIn: ".md") : .asset
    case ("Sheets", "schemas"): return parts.count > 2 ? source(endingIn: ".schema.yaml") : nil
    case ("Sheets", let folder):
      guard parts.count > 2, ProjectReader.sheetFolders.contains(String(folder)) else { return nil }
      return parts.count == 3 ? source(endingIn: ".md") : .asset
    default: return nil
    }
  }

  /// Reads `mode type object size<TAB>path<NUL>` again and again. Paths that are not UTF-8 are left out, as they are on disk.
  static func parse(_ listing: [UInt8]) -> [TreeEntry] {
    listing.split(separator: 0).compactMap { line in
      guard let tab = line.firstIndex(of: 0x09), let path = String(validating: line[(tab + 1)...], as: UTF8.self) else {
        return nil
      }
      let head = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      guard head.count == 4 else { return nil }
      return TreeEntry(mode: String(head[0]), object: String(head[2]), size: Int(head[3]) ?? 0, path: path)
    }
  }

  /// Where a relative link leads within the project; nil where it leads out.
  static func resolve(_ target: ArraySlice<UInt8>, from link: String) -> String? {
    guard let text = String(validating: target, as: UTF8.self), !text.hasPrefix("/") else { return nil }
    var parts = link.split(separator: "/").dropLast().map(String.init)
    for part in text.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
