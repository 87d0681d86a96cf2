#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the site goes, and the names beside it that a build needs. Nothing is changed by finding it.
struct OutputPlace: Sendable {
  /// Absolute, without links: a link to a folder stays a link, and the folder behind it is replaced.
  let output: String
  /// The folders above it that do not exist yet, topmost first.
  let missingParents: [String]
  let isThere: Bool

  private var parent: String { String(output[..<(output.lastIndex(of: "/") ?? output.startIndex)]) }
  private var name: String { String(output[(output.lastIndex(of: "/").map(output.index(after:)) ?? output.startIndex)...]) }

  /// Beside the output, so that it lies on the same file system.
  var staging: DiskPath { DiskPath("\(parent)/.\(name).clusterbook-staging") }
  var lock: DiskPath { DiskPath("\(parent)/.\(name).clusterbook-lock") }
  /// Where the old site stands for a moment on file systems that cannot exchange.
  var retired: DiskPath { DiskPath("\(parent)/.\(name).clusterbook-old") }

  /// - Parameters:
  ///   - typed: as somebody wrote it, absolute or from the current folder.
  ///   - project: the output may lie in it, but neither be it nor hold it.
  ///   - sources: the output may neither be one, nor hold one, nor lie in one.
  init(_ typed: String, project: String, sources: [String]) throws(PublishingError) {
    guard let (resolved, missing) = Self.resolve(typed) else { throw .cannotWrite(typed, reason: "there is no such place") }
    for (source, mayHold) in [(project, true)] + sources.map({ ($0, false) }) {
      guard let (real, _) = Self.resolve(source) else { continue }
      if resolved == real { throw .outputTouchesSources(output: resolved, relation: "is", source: real) }
      if Self.contains(resolved, real) { throw .outputTouchesSources(output: resolved, relation: "contains", source: real) }
      if !mayHold, Self.contains(real, resolved) {
        throw .outputTouchesSources(output: resolved, relation: "lies inside", source: real)
      }
    }
    output = resolved
    if missing.isEmpty {
      let info = Disk.info(DiskPath(resolved))
      guard info?.kind == .folder else { throw .outputIsFile(typed) }
      guard resolved != "/" else { throw .outputIsMountPoint(resolved) }
      isThere = true
      missingParents = []
      // A mounted folder cannot change its place.
      let above = Disk.info(DiskPath(parent.isEmpty ? "/" : parent))
      guard above?.device == info?.device, !Disk.isMountPoint(DiskPath(resolved)) else { throw .outputIsMountPoint(resolved) }
    } else {
      guard Disk.info(DiskPath(resolved)) == nil else { throw .outputIsBrokenLink(typed) }
      isThere = false
      missingParents = missing.dropLast()
    }
  }

  private static func contains(_ folder: String, _ path: String) -> Bool { folder == "/" || path.hasPrefix(folder + "/") }

  /// The absolute path without links, and those of its folders (itself last) that do not exist; nil where it leads through a file
  /// or a folder that may not be entered.
  private static func resolve(_ typed: String) -> (path: String, missing: [String])? {
    guard !typed.isEmpty, !typed.utf8.contains(0) else { return nil }
    var rest: [Substring] = []
    var existing = typed
    while true {
      if let real = Disk.resolved(existing) {
        var path = real == "/" ? "" : real
        var missing: [String] = []
        for part in rest.reversed() where part != "." {
          // What is above a folder that does not exist is anybody's guess.
          guard part != ".." else { return nil }
          path += "/" + part
          missing.append(path)
        }
        return (path.isEmpty ? "/" : path, missing)
      }
      guard errno == ENOENT else { return nil }
      if existing.utf8.last == 0x2F {
        existing = String(existing.dropLast())
        continue
      }
      guard let slash = existing.lastIndex(of: "/") else {
        guard existing != "." else { return nil }
        rest.append(existing[...])
        existing = "."
        continue
      }
      rest.append(existing[existing.index(after: slash)...])
      existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
    }
  }
}
