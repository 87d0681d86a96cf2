import SourceText
import Testing

/// The values of the authors' own test vectors (isthe.com/chongo/tech/comp/fnv).
@Test(arguments: [
  ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
])
func hashIsThatOfItsAuthors(text: String, hash: String) {
  #expect(ContentHash.text(text.utf8) == hash)
}

@Test func hashAlwaysHasSixteenDigits() {
  for n in 0..<5_000 { #expect(ContentHash.text("\(n)".utf8).utf8.count == 16) }
}
