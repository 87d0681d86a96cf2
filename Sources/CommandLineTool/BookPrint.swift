import Printing
import Processes
import Publishing
import Rendering

/// Prints a book until its page numbers are right.
struct BookPrint {
  let site: SiteRenderer
  let book: Book
  let browser: Browser
  /// The project's folder, from which pictures are copied.
  let root: String
  let seconds: Double

  /// More prints than this mean that page numbers move the very pages that they name.
  private static let mostPrints = 4

  /// - Returns: how many pages the book has; nil where that cannot be read from the print.
  func make(file: String) throws -> Int? {
    let interruption = Interruption.watch()
    let folder = try TemporaryFolder.make("clusterbook-pdf")
    defer { try? folder.remove() }
    if BrowserPrinter.runsWithoutSandbox {
      Console.log("note: as root the browser has no sandbox (--no-sandbox); it prints only the book, which holds no script")
    }
    try writeCompanions(to: folder)
    let printer = BrowserPrinter(browser: browser, folder: folder.path, seconds: seconds, interruption: interruption)
    var (bytes, pageCount) = try settle(folder, printer)
    if let signal = interruption?.signal { throw PrintingError.interrupted(signal) }
    PDFDates.set(book.day ?? "19700101", in: &bytes)
    try ReportFile.replace(file, bytes: bytes)
    return pageCount
  }

  private func settle(_ folder: TemporaryFolder, _ printer: BrowserPrinter) throws -> (bytes: [UInt8], pages: Int?) {
    var numbers = PageNumbers([:])
    for _ in 0..<Self.mostPrints {
      let bytes = try print(numbers, folder, printer)
      guard let places = PDFDestinations(bytes) else {
        Console.log("note: this browser writes PDF that cannot be read back, so no page numbers stand in the contents")
        let plain = try print(nil, folder, printer)
        return (plain, nil)
      }
      let found = PageNumbers(places.pages)
      if found == numbers { return (bytes, places.pageCount) }
      numbers = found
    }
    throw PrintingError.restless
  }

  private func print(_ numbers: PageNumbers?, _ folder: TemporaryFolder, _ printer: BrowserPrinter) throws -> [UInt8] {
    let pieces = site.edition(book.id, pages: numbers)
    try folder.write(OutputFile(path: book.id.address, content: .stream { emit in for piece in pieces { try emit(piece) } }))
    try printer.print(book.id.address, to: "book.pdf")
    guard let bytes = folder.read("book.pdf") else { throw PublishingError.cannotRead("book.pdf", reason: "it has gone") }
    return bytes
  }

  /// Styles, running heads and pictures: what the document asks for.
  private func writeCompanions(to folder: TemporaryFolder) throws {
    try folder.write(OutputFile(path: book.id.headsAddress, content: .bytes(site.runningHeads(book.id))))
    for route in site.plan.routes {
      switch route.page {
      case .stylesheet, .asset: break
      default: continue
      }
      switch site.render(route) {
      case .bytes(let bytes): try folder.write(OutputFile(path: route.address, content: .bytes(bytes)))
      case .stream(let parts): try folder.write(OutputFile(path: route.address, content: .stream(parts)))
      case .copy(let path): try folder.write(OutputFile(path: route.address, content: .copy(ofAbsolutePath: root + "/" + path)))
      }
    }
  }
}
