#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Brings what is not ours from one folder into another, where it then also is: hard links where the file system has them, else
/// copies; links as links; permissions kept.
struct Carrier {
  let old: DiskPath
  let new: DiskPath
  let canLink: Bool

  /// - Parameter replacing: whether an entry that is there already gives way; it was carried before and has changed since.
  func carry(_ entries: [OldSite.Entry], replacing: Bool = false) throws(PublishingError) {
    var folders: [(path: DiskPath, info: Disk.Info)] = []
    for entry in entries {
      let from = old.appending(entry.path)
      let to = new.appending(entry.path)
      if entry.info.kind == .folder {
        try Disk.makeFolder(to)
        folders.append((to, entry.info))
        continue
      }
      if replacing { try Disk.remove(to) }
      // What somebody has removed since it was found need not be carried.
      guard Disk.info(from) != nil else { continue }
      switch entry.info.kind {
      case .link: try recreateLink(from, at: to, owner: entry.info)
      case .file: try link(from, at: to) ? () : Disk.copy(from, to: to, like: entry.info)
      default:
        guard try link(from, at: to) else {
          throw .cannotRead(
            from.text, reason: "it is neither file, folder nor link, so it cannot be carried over into the new site")
        }
      }
    }
    // Last, and from the inside out: a folder that nobody may write to could not be filled.
    for (path, info) in folders.reversed() {
      _ = lchown(path.c, info.owner, info.group)
      chmod(path.c, info.mode)
    }
  }

  /// False where the file system, or a guard of the system, does not allow a hard link here.
  private func link(_ from: DiskPath, at to: DiskPath) throws(PublishingError) -> Bool {
    guard canLink else { return false }
    guard linkat(AT_FDCWD, from.c, AT_FDCWD, to.c, 0) != 0 else { return true }
    switch errno {
    case EPERM, EACCES, EMLINK, EXDEV, ENOTSUP, EOPNOTSUPP, ENOSYS: return false
    default: throw .writing(to.text, errno)
    }
  }

  private func recreateLink(_ from: DiskPath, at to: DiskPath, owner: Disk.Info) throws(PublishingError) {
    var target = [CChar](repeating: 0, count: max(owner.size, 4096) + 1)
    let length = readlink(from.c, &target, target.count - 1)
    guard length >= 0 else { throw .reading(from.text, errno) }
    target[length] = 0
    guard symlink(target, to.c) == 0 else { throw .writing(to.text, errno) }
    _ = lchown(to.c, owner.owner, owner.group)
  }
}
