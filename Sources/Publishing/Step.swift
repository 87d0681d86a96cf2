/// The steps of a commit in their order. Tests look at the disk before each, and stop there as a kill would.
package enum Step: String, CaseIterable, Sendable {
  /// Finding out what in the old site is not ours.
  case scanning
  /// Putting those files into the new site.
  case carrying
  /// Writing down which files are ours.
  case listing
  /// Letting the new site take the old one's place. Before this the old site is there; after it, the new one.
  case exchanging
  /// Carrying over what others put into the old site meanwhile.
  case settling
  /// Removing the old site.
  case clearing
}

/// What tests may change in a publication.
package struct Rehearsal: Sendable {
  /// Called before each step; an error it throws ends the commit with the disk left as it is.
  package var before: @Sendable (Step) throws(PublishingError) -> Void
  /// False: as on a file system that cannot exchange two folders in one step.
  package var canExchange: Bool
  /// False: as on a file system without hard links.
  package var canLink: Bool

  package init(
    canExchange: Bool = true, canLink: Bool = true, before: @escaping @Sendable (Step) throws(PublishingError) -> Void = { _ in }
  ) {
    self.before = before
    self.canExchange = canExchange
    self.canLink = canLink
  }
}
