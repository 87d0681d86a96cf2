import TestSupport
import Testing

@testable import Publishing

@Test func manifestReadsBackWhatItWrites() throws {
  let manifest = Manifest(["b.html", "a/c.html", "é.html", "a.html"])
  let again = try #require(Manifest(manifest.bytes))
  #expect(again.paths == manifest.paths)
  #expect(manifest.paths.map { String(decoding: $0, as: UTF8.self) } == ["a.html", "a/c.html", "b.html", "é.html"])
  #expect(try #require(Manifest(Manifest([String]()).bytes)).paths.isEmpty)
}

@Test func otherTextsAreNoManifest() {
  for text in ["", "\n", "index.html\n", "# Files"] { #expect(Manifest(Array(text.utf8)) == nil) }
}

@Test func foldersOfPathsAreAllTheirPrefixes() {
  var generator = SeededGenerator(seed: 5)
  for _ in 0..<200 {
    let paths = (0..<20).map { _ in
      (0..<Int.random(in: 1...5, using: &generator)).map { _ in ["a", "b", "cc"].randomElement(using: &generator) ?? "a" }
    }
    var expected: Set<String> = []
    for path in paths { for end in 1..<max(path.count, 1) { expected.insert(path[..<end].joined(separator: "/")) } }
    let found = Manifest.folders(of: paths.map { Array($0.joined(separator: "/").utf8) })
    #expect(Set(found.map { String(decoding: $0, as: UTF8.self) }) == expected)
  }
}
