import Testing

@testable import Publishing

private func outcome(_ paths: String...) -> PublishingError? {
  var claims = PathClaims()
  for path in paths {
    do throws(PublishingError) { _ = try claims.claim(path) } catch { return error }
  }
  return nil
}

@Test func pathsThatLeaveTheOutputAreRefused() {
  for path in ["", "/etc/passwd", "../x", "a/../b", "a/..", "./a", "a//b", "a/", "a\u{0}b", "a\nb", ".clusterbook-manifest"] {
    guard case .invalidPath = outcome(path) else {
      Issue.record("took \(path.debugDescription)")
      continue
    }
  }
  for path in ["a", "a/b.c", "..a/b..", "é/ü.html", ".nojekyll", "a b/c'd.html", "sub/.clusterbook-manifest"] {
    #expect(outcome(path) == nil)
  }
}

@Test func twoPagesWithOnePathAreBothNamed() {
  #expect(outcome("a.html", "b.html", "a.html") == .samePath("a.html", "a.html"))
  #expect(outcome("A.html", "a.html") == .samePath("A.html", "a.html"))
  #expect(outcome("x/É.html", "X/é.html") == .samePath("x/É.html", "X/é.html"))
  #expect(outcome("caf\u{E9}.html", "cafe\u{301}.html") != nil)
}

@Test func pageThatIsAlsoAFolderIsRefusedInEitherOrder() {
  #expect(outcome("a", "a/b/c") == .fileIsAlsoFolder(file: "a", inside: "a/b/c"))
  #expect(outcome("a/b/c", "a/B") == .fileIsAlsoFolder(file: "a/B", inside: "a/b/c"))
  #expect(outcome("a/b", "a/c", "ab") == nil)
}

@Test func foldersComeTopmostFirst() throws {
  var claims = PathClaims()
  #expect(try claims.claim("a/b/c.html") == ["a", "a/b"])
  #expect(try claims.claim("d.html") == [])
}

@Test func wordsForPagesThatDifferOnlyInCaseSaySo() {
  #expect(PublishingError.samePath("a", "a").description.hasPrefix("Two pages have the path 'a'."))
  #expect(PublishingError.samePath("A", "a").description.contains("'A' and 'a'"))
}
