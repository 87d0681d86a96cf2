import SourceText
import TestSupport
import Testing

@testable import Rendering

private func style(_ text: String) -> SourceFile { SourceFile(path: "Site/styles/screen.css", text: text) }
private func script(_ name: String, _ text: String = "0;") -> SourceFile {
  SourceFile(path: "Site/scripts/\(name).js", text: text)
}

@Test func nameChangesWithTheContentAndOnlyWithIt() throws {
  let one = SiteAssets(styles: [style("a{}")], scripts: [script("tips")], title: "A")
  let same = SiteAssets(styles: [style("a{}")], scripts: [script("tips")], title: "B")
  let other = SiteAssets(styles: [style("b{}")], scripts: [script("tips", "1;")], title: "A")
  #expect(one.routes.map(\.address) == same.routes.map(\.address))
  #expect(Set(one.routes.map(\.address)).isDisjoint(with: other.routes.map(\.address)))
  let address = try #require(one.stylesheet?.address)
  #expect(address.wholeMatch(of: #/styles/site\.[0-9a-f]{16}\.css/#) != nil)
  #expect(one.scripts[0].file.address.wholeMatch(of: #/scripts/tips\.[0-9a-f]{16}\.js/#) != nil)
}

@Test func scriptOfALayoutIsForItsPagesAndAnyOtherForAll() {
  let assets = SiteAssets(styles: [], scripts: [script("tips"), script("explorer"), script("deep/more")], title: "A")
  func names(_ layout: String) -> [String] {
    assets.scriptElements(layout: layout, root: "../").string.split(separator: "\n").map {
      String($0.drop { $0 != "/" }.prefix { $0 != "." || $0 == "/" })
    }
  }
  #expect(names("explorer") == ["/scripts/deep/more", "/scripts/explorer", "/scripts/tips"])
  #expect(names("home") == ["/scripts/deep/more", "/scripts/tips"])
  #expect(assets.scriptElements(layout: "home", root: "").string.hasPrefix("<script defer src=\"scripts/deep/more."))
  #expect(assets.stylesheet == nil)
}

@Test func nameNeedsNoEscapingInAnAddress() {
  let assets = SiteAssets(styles: [], scripts: [script("a b\"#?é"), script("a b\"#?è")], title: "A")
  #expect(assets.scripts.map(\.name) == ["a-b----", "a-b----"])
}

@Test func pagesNameTheirAssetsAndTheseAreThere() async throws {
  var project = await TestProject.with([])
  let site = await project.site()
  let styles = site.keys.filter { $0.hasPrefix("styles/") }
  #expect(styles.count == 1)
  let scripts = site.keys.filter { $0.hasPrefix("scripts/") }
  #expect(scripts.count >= 2)
  let home = try #require(site["index.html"])
  #expect(home.contains("<link rel=\"stylesheet\" href=\"\(styles[0])\">"))
  #expect(home.contains("map-tips.") && !home.contains("scripts/explorer."))
  #expect(site["clusters/index.html"]?.contains("defer src=\"../scripts/explorer.") ?? false)
  // 404.html is served at any depth.
  #expect(site["404.html"]?.contains("href=\"https://example.org/\(styles[0])\"") ?? false)
  #expect(site["404.html"]?.contains("src=\"https://example.org/scripts/map-tips.") ?? false)

  project.remove("Site/styles/")
  project.remove("Site/scripts/")
  let plain = await project.site()
  #expect(plain.keys.filter { ($0.hasSuffix(".css") || $0.hasSuffix(".js")) && !$0.hasPrefix("print/") } == [])
  #expect(plain["index.html"]?.contains("stylesheet") == false && plain["index.html"]?.contains("<script defer") == false)
}

@Test func policyAllowsTheSitesOwnScriptsAndNothingElse() async throws {
  let home = try #require(await TestProject.with([]).site()["index.html"])
  let policy = try #require(home.firstMatch(of: #/Content-Security-Policy" content="([^"]*)"/#)?.1)
  #expect(
    policy == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
  )
}
