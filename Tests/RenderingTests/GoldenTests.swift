import Foundation
import SourceText
import TestSupport
import Testing

/// A small project and what its pages must hold: `Golden/Sheets` and `Golden/Site` laid over the minimal project, `Golden/Expected` the `<main>`
/// of one page of each kind, the data and the report.
///
/// With `CLUSTERBOOK_RECORD=1` in the environment the expected files are written anew, and the run fails: read what has changed before you keep it.
struct GoldenTests {
  private static let folder = Repository.root + "/Tests/RenderingTests/Golden/"
  private static let isRecording = ProcessInfo.processInfo.environment["CLUSTERBOOK_RECORD"] == "1"

  private static let project: Task<TestProject, Never> = Task {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.sorted() ?? []
    var files: [(path: String, text: String)] = []
    for name in names where !name.hasPrefix("Expected") {
      guard let text = try? String(contentsOfFile: folder + name, encoding: .utf8) else { continue }
      files.append((name, text))
    }
    return await TestProject.with(files)
  }

  private static let site: Task<[String: String], Never> = Task { await project.value.site() }

  @Test(arguments: [
    "index.html", "404.html", "sources.html", "method.html", "clusters/index.html", "clusters/by/size-large.html",
    "clusters/by/theme-health-life-sciences--northern-europe.html", "clusters/sound-valley.html",
    "clusters/plain-park.html",
    "clusters/weak-fit-works.html", "policies/index.html", "policies/example-programme.html", "initiatives/example-index.html",
    "concepts/example-concept.html", "case-studies/index.html", "case-studies/two-shores.html", "themes/index.html",
    "themes/health-life-sciences.html", "regions/index.html", "regions/dk.html", "regions/northern-europe.html",
    "data/clusters.json", "data/figures.csv", "data/sheets/cluster/sound-valley.json", "data/cite/cluster/sound-valley.bib",
    "feed.xml",
    "data/clusters.json", "data/graph.json", "network.html", "compare/index.html", "compare/two-shores.html",
    "regions/dk-84.html",
    "sitemap.xml", "robots.txt",
  ])
  func pageIsAsRecorded(address: String) async throws {
    let whole = try #require(await Self.site.value[address])
    // CSV ends its lines in CR LF, which the comparison by lines would not see.
    #expect(!address.hasSuffix(".csv") || whole.replacing("\r\n", with: "").contains("\n") == false)
    try compare(address.hasSuffix(".html") ? main(of: whole) : whole.replacing("\r\n", with: "\n"), with: address)
  }

  @Test func reportIsAsRecorded() async throws {
    try compare(await Self.project.value.report(), with: "report.txt")
  }

  @Test func draftHasNoPage() async {
    let site = await Self.site.value
    #expect(site["clusters/not-yet.html"] == nil)
    #expect(site.filter { $0.value.contains("Not yet") }.keys.sorted() == [])
  }

  @Test func siteIsSound() async {
    #expect(SiteCheck(await Self.site.value, base: "https://example.org/atlas/").problems == [])
  }

  private func compare(_ found: String, with name: String) throws {
    let path = Self.folder + "Expected/" + name
    if Self.isRecording {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try found.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded; read it, and run again without CLUSTERBOOK_RECORD")
      return
    }
    let expected = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let (found, wanted) = (lines(found), lines(expected))
    guard found != wanted else { return }
    let first = zip(found, wanted).enumerated().first { $0.element.0 != $0.element.1 }
    let line = first?.offset ?? min(found.count, wanted.count)
    Issue.record(
      "\(name), line \(line + 1): '\(line < found.count ? found[line] : "")' is not '\(line < wanted.count ? wanted[line] : "")'")
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The `<main>` of a page. The shapes of the land are left out: they are Cartography's, and long.
  private func main(of page: String) -> String {
    let start = page.range(of: "<main")?.lowerBound ?? page.startIndex
    let end = page.range(of: "</main>")?.upperBound ?? page.endIndex
    return page[start..<end].replacing(#/ d="[^"]*"/#, with: " d=\"…\"") + "\n"
  }
}
