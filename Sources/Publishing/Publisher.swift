import CPlatform
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new site on its way into its folder. Files are written beside the output; `commit` lets the whole take the old site's place.
///
/// Whoever reads the output folder sees the old site or the new one, never a mixture, whatever stops the program and whenever. What a
/// killed build leaves behind, the next one removes. Dropped without `commit`, it is abandoned.
package final class Publisher: Sendable {
  private enum Phase { case open, ended }

  private struct State {
    var phase = Phase.open
    var claims = PathClaims()
    var madeFolders: Set<String> = []
    /// Files that were begun and have not been finished.
    var pending = 0
  }

  private let place: OutputPlace
  private let lock: Int32
  private let rehearsal: Rehearsal
  private let state = Mutex(State())

  /// Takes the output folder for this build: locks it, removes what a killed build left, and makes room for the new site beside it.
  ///
  /// - Parameters:
  ///   - output: the folder, absolute or from the current one; it and the folders above it need not exist.
  ///   - project: the project's folder; the output may lie in it, but neither be it nor hold it.
  ///   - sources: folders (`Sheets`, `Themes`, `Site`) that the output may neither be, nor hold, nor lie in.
  package static func open(
    output: String, project: String, sources: [String], rehearsal: Rehearsal = Rehearsal()
  ) throws(PublishingError) -> Publisher {
    let place = try OutputPlace(output, project: project, sources: sources)
    for parent in place.missingParents { try Disk.makeFolder(DiskPath(parent)) }
    let lock = cb_lock(place.lock.c)
    guard lock >= 0 else {
      let code = errno
      if code == EWOULDBLOCK || code == EAGAIN { throw .inUse(place.output) }
      throw .writing(place.lock.text, code)
    }
    let publisher = Publisher(place: place, lock: lock, rehearsal: rehearsal)
    do throws(PublishingError) {
      try publisher.cleanUp()
      try Disk.makeFolder(place.staging)
    } catch {
      publisher.abandon()
      throw error
    }
    return publisher
  }

  private init(place: OutputPlace, lock: Int32, rehearsal: Rehearsal) {
    self.place = place
    self.lock = lock
    self.rehearsal = rehearsal
  }

  deinit { abandon() }

  /// The output folder: absolute, without links.
  package var output: String { place.output }

  /// Writes one file of the new site. May be called from several tasks at once.
  package func write(_ file: OutputFile) throws(PublishingError) {
    try state.withLock { (state) throws(PublishingError) in
      guard state.phase == .open else { throw .finished }
      // Counted before it is claimed: a build that goes on after an error cannot publish what is left.
      state.pending += 1
      for folder in try state.claims.claim(file.path) where !state.madeFolders.contains(folder) {
        try Disk.makeFolder(place.staging.appending(folder))
        state.madeFolders.insert(folder)
      }
    }
    let path = place.staging.appending(file.path)
    switch file.content {
    case .bytes(let bytes): try Disk.create(path, bytes)
    case .copy(let source): try Disk.copy(DiskPath(source), to: path)
    case .stream(let parts): try Disk.create(path, parts: parts)
    }
    state.withLock { $0.pending -= 1 }
  }

  /// Lets the new site take the old one's place, with everything in the old one that is not ours. Call it when all writes have returned.
  ///
  /// One step does it (an exchange of two names) where the file system has that; else the old site is renamed away and the new one
  /// in, and for a moment between the two there is no site. An error leaves the old site as it was.
  package func commit() throws(PublishingError) -> Published {
    let claims = try state.withLock { (state) throws(PublishingError) in
      guard state.phase == .open else { throw .finished }
      guard state.pending == 0 else { throw .incomplete }
      state.phase = .ended
      return state.claims
    }
    do throws(PublishingError) {
      let published = try Commit(place: place, claims: claims, rehearsal: rehearsal).run()
      release()
      return published
    } catch {
      if case .interrupted = error {
        // As after a kill: only the lock goes, because the system takes it.
        close(lock)
      } else {
        try? Disk.remove(place.staging)
        release()
      }
      throw error
    }
  }

  /// Gives the new site up; the old one stays. Does nothing after `commit`.
  package func abandon() {
    let wasOpen = state.withLock { state in
      defer { state.phase = .ended }
      return state.phase == .open
    }
    guard wasOpen else { return }
    try? Disk.remove(place.staging)
    release()
    for parent in place.missingParents.reversed() { rmdir(parent) }
  }

  private func release() {
    unlink(place.lock.c)
    close(lock)
  }

  /// Removes what a killed build left. Only whoever holds the lock may: else it could be another build's.
  private func cleanUp() throws(PublishingError) {
    if Disk.info(place.retired) != nil {
      // It was killed in the one moment without a site: the old one goes back.
      if Disk.info(DiskPath(place.output)) == nil {
        guard rename(place.retired.c, place.output) == 0 else { throw .writing(place.output, errno) }
      } else {
        try Disk.remove(place.retired)
      }
    }
    try Disk.remove(place.staging)
  }
}
