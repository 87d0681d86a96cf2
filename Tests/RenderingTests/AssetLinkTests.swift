import SourceText
import TestSupport
import Testing

/// No page asks for a stylesheet or a script that the site does not have.
struct AssetLinkTests {
  @Test func everyPageAndBookFindsItsStylesAndScripts() async throws {
    let site = await RealSite.pages.value
    var books = 0
    for (address, page) in site where address.hasSuffix(".html") && address != "404.html" {
      let folder = address.split(separator: "/").dropLast().joined(separator: "/")
      let up = String(repeating: "../", count: address.split(separator: "/").count - 1)
      let styles = page.matches(of: /<link rel="stylesheet" href="([^"]+)">/).map { String($0.1) }
      let scripts = page.matches(of: /<script defer src="([^"]+)">/).map { String($0.1) }
      let found = (styles + scripts).map {
        $0.hasPrefix("../") || folder.isEmpty ? String($0.dropFirst(up.count)) : folder + "/" + $0
      }
      for file in found { #expect(site[file] != nil, "\(address) asks for \(file)") }
      #expect(styles.contains { $0.contains("styles/site.") }, "\(address)")
      if address.hasPrefix("print/") { books += 1 }
    }
    #expect(books > 1)
  }
}
