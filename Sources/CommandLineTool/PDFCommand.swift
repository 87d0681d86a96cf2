import ArgumentParser
import Diagnostics
import Printing
import Processes
import Publishing
import Rendering
import SheetModel
import SourceText

/// `clusterbook pdf`: check, then print the atlas or a part of it.
struct PDFCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf",
    abstract: "Check everything, then make the print edition, or a part of it, as PDF.",
    discussion: """
      The book is printed with Chromium, or a browser made of it, without a window and without network. It is printed twice or more: first to see on \
      which pages things lie, then with these numbers in its contents and indexes. Nothing is written if the check fails. The date in the file is \
      that of the newest review, so the same sheets give the same file with the same browser.
      """)

  @Option(help: ArgumentHelp("Only the clusters of this theme, by its id.", valueName: "theme"))
  var theme: String?

  @Option(
    help: ArgumentHelp("Only the clusters of this macro-region, by its id, such as northern-europe.", valueName: "region"))
  var region: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; by default the book's title in the current folder.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The browser: a path, or a name in PATH; by default CLUSTERBOOK_BROWSER, else the first that is found.", valueName: "path"))
  var browser: String?

  @Option(help: ArgumentHelp("How long the browser may take for one print.", valueName: "seconds"))
  var timeout = 600

  @Flag(help: "Print drafts too.")
  var drafts = false

  @OptionGroup var project: ProjectOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Report") var known: BaselineOptions

  func validate() throws {
    if theme != nil, region != nil { throw ValidationError("Give --theme or --region, not both.") }
    if !(1...86_400).contains(timeout) { throw ValidationError("--timeout takes a number of seconds from 1 to 86400.") }
    if output?.isEmpty ?? false { throw ValidationError("--output takes the path of a file.") }
  }

  func run() async throws {
    let session = try await Session.open(project, report, includesDrafts: drafts)
    let found = Report(diagnostics: session.selection.apply(try known.apply(session)), sheets: session.analysis.sheetCount)
    try session.show(found)
    if session.fails(found) {
      Console.log("Nothing was printed: mend what is reported above.")
      throw Exit(status: .violations)
    }
    guard let templates = session.templates else { throw Exit(status: .setup) }
    try Build.account(for: session.plan, of: session.analysis, includesDrafts: drafts)
    let site = SiteRenderer(
      analysis: session.analysis, plan: session.plan, templates: templates, styles: session.sources.styles,
      includesDrafts: drafts)
    let book = try choose(site)
    guard let browser = Browser.find(named: named, path: Console.environment("PATH") ?? "") else {
      throw Exit.usage(PrintingError.noBrowser(named: named).description)
    }
    do {
      let pages = try BookPrint(site: site, book: book, browser: browser, root: session.project.root, seconds: Double(timeout))
        .make(file: file(book))
      if !report.quiet {
        let extent = pages.map { " on " + Wording.count($0, "page") } ?? ""
        Console.log(
          "\(Wording.count(book.sheetCount, "sheet"))\(extent) written to \(file(book)), \(TextFormat.seconds(session.stopwatch.seconds))"
        )
      }
    } catch PrintingError.interrupted(let signal) {
      Console.log("Stopped. Nothing was written.")
      Interruption.end(by: signal)
    } catch let error as PrintingError {
      Console.log("error: \(error.description)\nNothing was written.")
      throw Exit(status: .setup)
    } catch let error as PublishingError {
      Console.log("error: \(error.description)\nNothing was written.")
      throw Exit(status: .setup)
    }
  }

  private var named: String? {
    browser ?? Console.environment("CLUSTERBOOK_BROWSER").flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The edition that was asked for, if the atlas has it.
  private func choose(_ site: SiteRenderer) throws -> Book {
    let all = site.books
    let id: EditionID = theme.map { .theme($0) } ?? region.map { .macroRegion($0) } ?? .whole
    guard let book = all.first(where: { $0.id == id }) else {
      let known = all.compactMap { book -> String? in
        switch book.id {
        case .theme(let id): theme == nil ? nil : id
        case .macroRegion(let id): region == nil ? nil : id
        case .whole: nil
        }
      }
      let near = NearestWords.of(theme ?? region ?? "", among: known)
      throw Exit.usage(
        "no cluster lies in the \(theme == nil ? "macro-region" : "theme") \(Wording.quoted(theme ?? region ?? ""))"
          + (near.isEmpty ? (known.isEmpty ? "" : "; there are \(Wording.list(known))") : "; \(Wording.didYouMean(near) ?? "")"))
    }
    if book.sheetCount > EditionRoutes.mostDatasheets {
      throw Exit.usage(
        "this edition would have \(Wording.grouped(book.sheetCount)) sheets, more than one document can hold (\(Wording.grouped(EditionRoutes.mostDatasheets))); "
          + "name a part with --theme or --region")
    }
    return book
  }

  /// `global-clusters-health-and-life-sciences.pdf`.
  private func file(_ book: Book) -> String {
    if let output { return output }
    let slug = SheetID.slug(of: book.title)
    return (slug.isEmpty ? "atlas" : slug) + ".pdf"
  }
}
