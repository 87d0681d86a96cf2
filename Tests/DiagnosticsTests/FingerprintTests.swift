import Diagnostics
import Foundation
import SourceText
import Testing

private func fingerprints(_ all: [Diagnostic]) throws -> [String] {
  let text = GitLabFormat().render(Report(diagnostics: all, sheets: 1)) { _ in nil }
  let list = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  return list.compactMap { $0["fingerprint"] as? String }
}

private func finding(
  _ start: Int, _ message: String = "m", pointer: String? = nil, path: String = "a.md", _ rule: Rule = testRule
) -> Diagnostic {
  Diagnostic(rule, at: Location(path: path, span: Span(start, start + 1)), message, pointer: pointer)
}

@Test func aFindingIsKnownAgainWhereverItStands() throws {
  #expect(try fingerprints([finding(1, pointer: "/a")]) == fingerprints([finding(900, pointer: "/a")]))
  #expect(try fingerprints([finding(1)]) == fingerprints([finding(900)]))
  #expect(try fingerprints([finding(1, "one", pointer: "/a")]) == fingerprints([finding(1, "other words", pointer: "/a")]))
}

@Test func fingerprintsAreTheSameInEveryProcess() throws {
  #expect(try fingerprints([finding(1, pointer: "/name")]) == ["e8f5278294940f8a"])
}

@Test func differentFindingsHaveDifferentFingerprints() throws {
  var all: [Diagnostic] = []
  for i in 0..<500 {
    all.append(finding(i, pointer: "/a"))
    all.append(finding(i, "m\(i)"))
    all.append(finding(i, pointer: "/a/\(i)"))
    all.append(finding(i, path: "\(i).md"))
    all.append(finding(i, pointer: "/a", testWarning))
  }
  let found = try fingerprints(all)
  #expect(found.count == 2_500 && Set(found).count == 2_500)
  #expect(found.allSatisfy { $0.utf8.count == 16 })
}

@Test func mendingOneFindingLeavesTheOthersTheirNames() throws {
  let before = try fingerprints([finding(1, "dead link 'a'"), finding(2, "dead link 'b'"), finding(3, "dead link 'c'")])
  let after = try fingerprints([finding(2, "dead link 'b'"), finding(3, "dead link 'c'")])
  #expect(Array(before.dropFirst()) == after)
}
