import CPlatform
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The steps that put a complete new site in the old one's place.
struct Commit {
  private let place: OutputPlace
  private let output: DiskPath
  private let rehearsal: Rehearsal
  private let manifest: Manifest
  /// The new site's files, the manifest among them, and the folders they lie in.
  private let files: Set<[UInt8]>
  private let folders: Set<[UInt8]>

  init(place: OutputPlace, claims: PathClaims, rehearsal: Rehearsal) {
    self.place = place
    self.rehearsal = rehearsal
    output = DiskPath(place.output)
    manifest = Manifest(claims.paths)
    files = Set(manifest.paths).union([Array(Manifest.name.utf8)])
    folders = Manifest.folders(of: files)
  }

  func run() throws(PublishingError) -> Published {
    let step = rehearsal.before
    try step(.scanning)
    // Looked for again: it may have come, or gone, since the build began.
    let oldFolder = Disk.info(output)
    guard oldFolder == nil || oldFolder?.kind == .folder else { throw .outputIsFile(place.output) }
    guard let oldFolder else {
      try step(.listing)
      try Disk.create(place.staging.appending(Manifest.name), manifest.bytes)
      try step(.exchanging)
      try rename(place.staging, to: output)
      return Published(written: manifest.paths.count, removed: 0, kept: 0)
    }

    let old = try OldSite(output)
    try refuseConflicts(old)
    try step(.carrying)
    try Carrier(old: output, new: place.staging, canLink: rehearsal.canLink).carry(old.foreign)
    try step(.listing)
    try Disk.create(place.staging.appending(Manifest.name), manifest.bytes)
    _ = lchown(place.staging.c, oldFolder.owner, oldFolder.group)
    chmod(place.staging.c, oldFolder.mode)

    try step(.exchanging)
    try exchange()
    try step(.settling)
    do throws(PublishingError) {
      try settle(carried: old)
    } catch {
      // A reader has seen the new site for a moment; now the old one is back, and the person reads why.
      if case .interrupted = error { throw error }
      try exchange()
      throw error
    }
    try step(.clearing)
    // The new site stands. What cannot be removed now is in nobody's way, and the next build says so if it still is.
    try? Disk.remove(place.staging)
    return Published(
      written: manifest.paths.count, removed: old.ours.subtracting(files).count,
      kept: old.foreign.count { $0.info.kind != .folder })
  }

  private func refuseConflicts(_ old: OldSite) throws(PublishingError) {
    let conflicts = old.conflicts(files: files, folders: folders)
    guard conflicts.isEmpty else { throw .foreignFiles(conflicts, output: place.output) }
  }

  /// The old site lies in the staging folder now. What others put into it, or changed in it, between the first look and the exchange
  /// comes over as well.
  private func settle(carried: OldSite) throws(PublishingError) {
    let now = try OldSite(place.staging)
    try refuseConflicts(now)
    let before = Dictionary(carried.foreign.map { ($0.path, $0.info) }) { first, _ in first }
    let late = now.foreign.filter { entry in
      guard let info = before[entry.path], info.kind == entry.info.kind else { return true }
      let isSame = info.inode == entry.info.inode && info.changed == entry.info.changed && info.size == entry.info.size
      return entry.info.kind != .folder && !isSame
    }
    try Carrier(old: place.staging, new: output, canLink: rehearsal.canLink).carry(late, replacing: true)
  }

  /// Lets the output and the staging folder change places.
  private func exchange() throws(PublishingError) {
    var code = ENOTSUP
    if rehearsal.canExchange {
      if cb_exchange(place.staging.c, output.c) == 0 { return }
      code = errno
    }
    switch code {
    case EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP: break
    case EBUSY, EXDEV: throw .outputIsMountPoint(place.output)
    default: throw .writing(place.output, code)
    }
    try rename(output, to: place.retired)
    do throws(PublishingError) {
      try rename(place.staging, to: output)
    } catch {
      try rename(place.retired, to: output)
      throw error
    }
    try rename(place.retired, to: place.staging)
  }

  private func rename(_ from: DiskPath, to: DiskPath) throws(PublishingError) {
    guard renameNow(from.c, to.c) != 0 else { return }
    let code = errno
    throw code == EBUSY || code == EXDEV ? .outputIsMountPoint(place.output) : .writing(to.text, code)
  }
}

private func renameNow(_ from: [CChar], _ to: [CChar]) -> Int32 { rename(from, to) }
