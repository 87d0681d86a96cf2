import Rendering
import SheetModel
import TestSupport
import Testing

@Suite struct AddressTests {
  /// Where a browser that shows `page` goes for a relative link (RFC 3986, section 5.2, for paths alone).
  private func followed(_ link: String, from page: String) -> String {
    if link.hasPrefix("#") { return page + link }
    let (path, fragment) = Address.split(link)
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/") + fragment.replacing(path, with: "") + (parts.isEmpty ? path : "")
  }

  @Test func linksLeadWhereTheyShould() {
    var generator = SeededGenerator(seed: 3)
    let folders = ["", "a/", "b/", "a/b/", "a/a/", "b/a/c/"]
    let names = ["index.html", "a.html", "b.html", "a", "b.svg"]
    for _ in 0..<3000 {
      func address() -> String {
        (folders.randomElement(using: &generator) ?? "") + (names.randomElement(using: &generator) ?? "")
      }
      let (page, target) = (address(), address() + (Bool.random(using: &generator) ? "#x" : ""))
      let link = Address.link(from: page, to: target)
      #expect(followed(link, from: page) == target, "\(page) to \(target): \(link)")
      #expect(!link.hasPrefix("/") && !link.isEmpty)
    }
  }

  @Test(arguments: [
    ("index.html", "clusters/a.html", "clusters/a.html"), ("clusters/a.html", "index.html", "../index.html"),
    ("clusters/a.html", "clusters/b.html#x", "b.html#x"),
    ("clusters/a.html", "clusters/a.html", "a.html"), ("clusters/a.html", "clusters/a.html#x", "#x"),
    ("clusters/a.html", "#x", "#x"),
    ("clusters/a.html", "themes/b.html", "../themes/b.html"),
  ]) func linksAreShort(page: String, target: String, link: String) { #expect(Address.link(from: page, to: target) == link) }

  @Test func theRootIsAsFarAsTheFolder() {
    #expect(
      Address.root(from: "index.html") == "" && Address.root(from: "a/b.html") == "../"
        && Address.root(from: "a/b/c.html") == "../../")
  }

  @Test func sheetsLieInTheirCollections() {
    #expect(Address.sheet(SheetID(.caseStudy, "x")) == "case-studies/x.html")
    #expect(Address.index(of: .policy) == "policies/index.html")
    #expect(
      Address.country("DK") == "regions/dk.html" && Address.macroRegion("northern-europe") == "regions/northern-europe.html")
  }
}
