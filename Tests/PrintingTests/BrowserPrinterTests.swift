import Foundation
import Testing

@testable import Printing

/// Browsers that are shell scripts, in a folder that goes when the test ends.
private final class FakeBrowsers {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "clusterbook-printing-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult func add(_ name: String, _ script: String) throws -> Browser {
    let path = folder + "/" + name
    try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return Browser(program: path)
  }

  func printer(_ browser: Browser, seconds: Double = 20) -> BrowserPrinter {
    BrowserPrinter(browser: browser, folder: folder, seconds: seconds)
  }
}

struct BrowserPrinterTests {
  @Test func theFreestBrowserInThePathIsFound() throws {
    let some = try FakeBrowsers()
    try some.add("google-chrome", "true")
    #expect(Browser.find(named: nil, path: "/nowhere:" + some.folder)?.program == some.folder + "/google-chrome")
    let chromium = try some.add("chromium", "true")
    #expect(Browser.find(named: nil, path: "/nowhere:" + some.folder) == chromium)
    #expect(Browser.find(named: "google-chrome", path: some.folder)?.program == some.folder + "/google-chrome")
    #expect(Browser.find(named: chromium.program, path: "") == chromium)
  }

  @Test func whatIsNoProgramIsNotFound() throws {
    let some = try FakeBrowsers()
    try "text".write(toFile: some.folder + "/chromium", atomically: true, encoding: .utf8)
    #expect(Browser.find(named: "chromium", path: some.folder) == nil)
    #expect(Browser.find(named: some.folder, path: some.folder) == nil)
    #expect(Browser.find(named: some.folder + "/none", path: some.folder) == nil)
  }

  @Test func theOutputIsWrittenWhereItIsWanted() throws {
    let some = try FakeBrowsers()
    let browser = try some.add("b", "for a in \"$@\"; do case $a in --print-to-pdf=*) echo \"$@\" > \"${a#*=}\";; esac; done")
    try some.printer(browser).print("print/a b.html", to: "out.pdf")
    let said = try String(contentsOfFile: some.folder + "/out.pdf", encoding: .utf8)
    #expect(said.contains("file://\(some.folder)/print/a%20b.html"))
    #expect(said.contains("--no-sandbox") == BrowserPrinter.runsWithoutSandbox)
    #expect(said.contains("--disable-background-networking") && said.contains("--generate-pdf-document-outline"))
  }

  @Test func noOutputIsAnErrorWithTheLastWords() throws {
    let some = try FakeBrowsers()
    let browser = try some.add("b", "echo 'it went wrong' >&2; echo 'ERROR:dbus/bus.cc' >&2")
    #expect(throws: PrintingError.noOutput(program: browser.program, said: "it went wrong", isSnap: false)) {
      try some.printer(browser).print("a.html", to: "out.pdf")
    }
  }

  @Test func anOldPrintIsNotTakenForANewOne() throws {
    let some = try FakeBrowsers()
    try "old".write(toFile: some.folder + "/out.pdf", atomically: true, encoding: .utf8)
    let browser = try some.add("b", "exit 0")
    #expect(throws: PrintingError.self) { try some.printer(browser).print("a.html", to: "out.pdf") }
  }

  @Test func aSlowBrowserIsStoppedWithItsHelpers() throws {
    let some = try FakeBrowsers()
    let browser = try some.add("b", "sleep 300 & echo $! > \(some.folder)/helper; sleep 300")
    #expect(throws: PrintingError.tooSlow(program: browser.program, seconds: 1)) {
      try some.printer(browser, seconds: 1).print("a.html", to: "out.pdf")
    }
    let helper = try #require(
      pid_t(String(contentsOfFile: some.folder + "/helper", encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
    // Whoever adopts it reaps it in a moment.
    for _ in 0..<100 where kill(helper, 0) == 0 && !isDead(helper) { usleep(50_000) }
    #expect(kill(helper, 0) != 0 || isDead(helper))
  }

  /// Killed, but not yet reaped.
  private func isDead(_ id: pid_t) -> Bool {
    (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8))?.contains(") Z ") ?? false
  }

  @Test func whatIsMissingIsSaidWithTheWayToGetIt() {
    let words = PrintingError.noBrowser(named: nil).description
    for system in ["Debian", "Fedora", "macOS", "Windows"] { #expect(words.contains(system)) }
    #expect(PrintingError.noBrowser(named: "x").description.contains("'x'"))
  }
}
