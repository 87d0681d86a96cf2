import ArgumentParser
import Diagnostics
import Publishing
import Rendering
import SheetAnalysis
import SheetModel
import Synchronization

/// `clusterbook build`: check, then publish.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check everything, then publish the site.",
    discussion: """
      Nothing is replaced if the check fails. If it passes, readers see the old site or the new one, never a mixture, also when the build is \
      stopped at any moment. Files in the output folder that this program did not write are kept.
      """)

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to publish into; by default _site in the project.", valueName: "dir"))
  var output: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the site will stand; instead of base_url in site.yaml.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Publish drafts too.")
  var drafts = false

  @Flag(name: .customLong("no-review"), help: "Leave out the pages for reviewers, also where site.yaml wants them.")
  var noReview = false

  @Flag(name: .customLong("no-print"), help: "Leave out the print edition, also where site.yaml wants it.")
  var noPrint = false

  @Flag(help: "Say how long each step took.")
  var timings = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Report") var known: BaselineOptions

  func validate() throws { try Build.validate(baseURL: baseURL) }

  /// Whether an address can stand before those of pages.
  static func validate(baseURL: String?) throws {
    guard let baseURL else { return }
    let isAddress =
      (baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://"))
      && !baseURL.contains { $0.isWhitespace || "\"<>#?".contains($0) }
    if !isAddress {
      throw ValidationError("--base-url takes an address that begins with https://, not '\(baseURL)'.")
    }
  }

  func run() async throws {
    let base = baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    let session = try await Session.open(
      project, report, includesDrafts: drafts, baseURL: base, includesReview: !noReview, includesPrint: !noPrint)
    let checked = session.stopwatch.seconds
    let found = Report(
      diagnostics: session.selection.apply(try known.apply(session)), sheets: session.analysis.sheetCount)
    try session.show(found)
    if session.fails(found) {
      Console.log("Nothing was published: mend what is reported above.")
      throw Exit(status: .violations)
    }
    guard let templates = session.templates else { throw Exit(status: .setup) }
    try Build.account(for: session.plan, of: session.analysis, includesDrafts: drafts)
    let site = SiteRenderer(
      analysis: session.analysis, plan: session.plan, templates: templates, styles: session.sources.styles,
      scripts: session.sources.scripts,
      includesDrafts: drafts,
      review: session.analysis.configuration.review && !noReview ? session.review : nil)
    let outcome = try await publish(site, session)
    if !report.quiet {
      Console.log(closingLine(session, outcome))
      if timings {
        Console.log("check \(TextFormat.seconds(checked)), pages \(TextFormat.seconds(session.stopwatch.seconds - checked))")
      }
    }
  }

  /// Every published sheet must be on a page of the plan, or nothing is published: the mistake would be ours.
  static func account(for plan: SitePlan, of analysis: Analysis, includesDrafts: Bool) throws {
    let lost = plan.lostSheets(of: analysis, includesDrafts: includesDrafts)
    guard let first = lost.first else { return }
    let others = lost.count == 1 ? "" : " and \(Wording.count(lost.count - 1, "more sheet"))"
    Console.log(
      "A mistake of the program, not yours: \(first.kind.rawValue) '\(first.id)'\(others) would have no page. Nothing was published. "
        + "Please report it, with version \(clusterbookVersion).")
    throw Exit(status: .internalError)
  }

  private func publish(_ site: SiteRenderer, _ session: Session) async throws -> Published {
    let folder = output ?? session.project.root + "/_site"
    do {
      let root = session.project.root
      let publisher = try Publisher.open(
        output: folder, project: root, sources: ["/Sheets", "/Themes", "/Site"].map { root + $0 })
      do {
        try await write(site, to: publisher, root: session.project.root, workers: session.workers)
        return try publisher.commit()
      } catch {
        publisher.abandon()
        throw error
      }
    } catch let error as PublishingError {
      Console.log("error: \(error.description)\nNothing was published.")
      throw Exit(status: .setup)
    }
  }

  /// Renders and writes the pages, spread over the cores; each page is gone from memory once it is written.
  private func write(_ site: SiteRenderer, to publisher: Publisher, root: String, workers: Int) async throws {
    let routes = site.plan.routes
    let queue = Queue(routes.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, workers) {
        group.addTask {
          // Files differ in length by a factor of a thousand: whoever is free takes the next.
          while let index = queue.next() {
            let file = routes[index].address
            switch site.render(routes[index]) {
            case .bytes(let bytes): try publisher.write(OutputFile(path: file, content: .bytes(bytes)))
            case .stream(let parts): try publisher.write(OutputFile(path: file, content: .stream(parts)))
            case .copy(let path): try publisher.write(OutputFile(path: file, content: .copy(ofAbsolutePath: root + "/" + path)))
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// `42 sheets read = 40 pages + 2 drafts; 96 files written to _site, 0.31 s`.
  private func closingLine(_ session: Session, _ outcome: Published) -> String {
    let pages = session.plan.addresses.count
    let left = session.analysis.sheetCount - pages
    var line =
      "\(Wording.count(session.analysis.sheetCount, "sheet")) read = \(Wording.count(pages, "page")) + \(Wording.count(left, "draft"))"
    line += "; \(Wording.count(outcome.written, "file")) published to \(output ?? "_site")"
    if outcome.removed > 0 { line += ", \(Wording.count(outcome.removed, "old file")) removed" }
    if outcome.kept > 0 { line += ", \(Wording.count(outcome.kept, "file")) of others kept" }
    return line + ", \(TextFormat.seconds(session.stopwatch.seconds))"
  }
}

/// Numbers from 0, each handed out once.
private final class Queue: Sendable {
  private let count: Int
  private let taken = Mutex(0)

  init(_ count: Int) { self.count = count }

  /// nil when all are handed out.
  func next() -> Int? {
    taken.withLock { taken in
      guard taken < count else { return nil }
      taken += 1
      return taken - 1
    }
  }
}
