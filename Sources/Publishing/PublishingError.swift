#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a site could not be published. Whatever the reason, the old site is as it was.
///
/// The descriptions are sentences for somebody who reads the log of a build.
package enum PublishingError: Error, Sendable, Equatable {
  case outputIsFile(String)
  case outputIsBrokenLink(String)
  /// `relation` is `is`, `contains` or `lies inside`.
  case outputTouchesSources(output: String, relation: String, source: String)
  case outputIsMountPoint(String)
  case inUse(String)
  case cannotWrite(String, reason: String)
  case cannotRead(String, reason: String)
  case noSpace(String)
  case pathTooLong(String)
  case invalidPath(String, problem: String)
  /// Two pages go to one path, or to two that some systems take for one.
  case samePath(String, String)
  /// `file` is a page, and `inside` another that would lie in it.
  case fileIsAlsoFolder(file: String, inside: String)
  /// Files (or folders) that somebody else put where pages must go; sorted.
  case foreignFiles([String], output: String)
  /// A file could not be written, or is still being written: a site that lacks it is not published.
  case incomplete
  /// The publication was committed or abandoned before.
  case finished
  /// A test stopped the publication, as if the program had been killed.
  case interrupted(Step)

  /// The error for an `errno` value met while writing at a path.
  static func writing(_ path: String, _ code: Int32) -> PublishingError {
    switch code {
    case ENOSPC, EDQUOT: .noSpace(path)
    case ENAMETOOLONG: .pathTooLong(path)
    default: .cannotWrite(path, reason: String(cString: strerror(code)))
    }
  }

  static func reading(_ path: String, _ code: Int32) -> PublishingError {
    .cannotRead(path, reason: String(cString: strerror(code)))
  }
}

extension PublishingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .outputIsFile(let path):
      "The output '\(path)' is a file. Name a folder, or move the file away."
    case .outputIsBrokenLink(let path):
      "The output '\(path)' is a symbolic link that leads nowhere. Make the folder it points to, or remove the link."
    case .outputTouchesSources(let output, let relation, let source):
      "The output folder '\(output)' \(relation) '\(source)', which holds the sources. Choose a folder of its own, such as _site."
    case .outputIsMountPoint(let path):
      "The output folder '\(path)' is, or holds, a mount point (of a disk or a container), so it cannot be replaced in one step. "
        + "Choose a folder inside the mounted one, such as '\(path)/site'."
    case .inUse(let path):
      "The output folder '\(path)' is in use by another build. Wait until it has ended, or choose another folder."
    case .cannotWrite(let path, let reason):
      "'\(path)' cannot be written: \(reason). The output folder and the folder that holds it must be writable."
    case .cannotRead(let path, let reason):
      "'\(path)' cannot be read: \(reason)."
    case .noSpace(let path):
      "'\(path)' cannot be written: no space is left on the disk (ENOSPC), or the quota is used up. "
        + "Until it is complete, the new site needs room beside the old one."
    case .pathTooLong(let path):
      "The path '\(path)' is too long for this file system. Shorten the id of the sheet, or choose an output folder nearer to the root."
    case .invalidPath(let path, let problem):
      "A page cannot be written: its path '\(path)' \(problem)."
    case .samePath(let first, let second):
      first == second && Array(first.utf8) == Array(second.utf8)
        ? "Two pages have the path '\(first)'. Rename one of the sheets."
        : "Two pages have the paths '\(first)' and '\(second)', which many systems take for the same. Rename one of the sheets."
    case .fileIsAlsoFolder(let file, let inside):
      "'\(file)' is a page, and '\(inside)' would have to lie inside it. Rename one of the sheets."
    case .foreignFiles(let paths, let output):
      "The output folder '\(output)' holds \(paths.count == 1 ? "a file" : "\(paths.count) files") that clusterbook did not write, where pages must go: "
        + paths.prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (paths.count > 10 ? " and more" : "")
        + ". Move \(paths.count == 1 ? "it" : "them") away, or choose another folder."
    case .incomplete:
      "The new site is not complete, because a file of it could not be written."
    case .finished:
      "The publication has already ended."
    case .interrupted(let step):
      "The publication was stopped before the step '\(step)'."
    }
  }
}
