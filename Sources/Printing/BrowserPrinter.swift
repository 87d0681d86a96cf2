import Processes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prints a document with a browser that has no window, no network and a profile of its own.
package struct BrowserPrinter: Sendable {
  package let browser: Browser
  /// A folder for this work alone: the browser's profile and its print go into it.
  package let folder: String
  package let seconds: Double
  package let interruption: Interruption?

  package init(browser: Browser, folder: String, seconds: Double, interruption: Interruption? = nil) {
    self.browser = browser
    self.folder = folder
    self.seconds = seconds
    self.interruption = interruption
  }

  /// Root cannot have the browser's sandbox; that is so in containers. What is printed is our own document, which holds no script.
  package static var runsWithoutSandbox: Bool { geteuid() == 0 }

  /// Prints a document of the folder into a file of the folder: tagged, with an outline of its headings.
  ///
  /// - Parameters:
  ///   - document: `print/index.html`.
  ///   - output: `print.pdf`.
  package func print(_ document: String, to output: String) throws(PrintingError) {
    let target = "\(folder)/\(output)"
    unlink(target)
    let arguments =
      [browser.program] + Self.switches + (Self.runsWithoutSandbox ? ["--no-sandbox"] : [])
      + ["--user-data-dir=\(folder)/profile", "--print-to-pdf=\(target)", Self.address(of: "\(folder)/\(document)")]
    let limits = ProcessLimits(seconds: seconds, interruption: interruption)
    guard let run = Subprocess.run(arguments, environment: Self.environment(folder), limits: limits) else {
      throw .cannotStart(program: browser.program, reason: String(cString: strerror(errno)))
    }
    switch run.ending {
    case .tooSlow: throw .tooSlow(program: browser.program, seconds: Int(seconds))
    case .interrupted(let signal): throw .interrupted(signal)
    case .byItself: break
    }
    var info = stat()
    guard run.status == 0, stat(target, &info) == 0, info.st_size > 0 else {
      throw .noOutput(program: browser.program, said: Self.lastWords(run.errorText), isSnap: browser.isSnap)
    }
  }

  static let switches = [
    "--headless", "--disable-gpu", "--hide-scrollbars", "--mute-audio",
    // Nothing but the document.
    "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-default-apps", "--disable-sync",
    "--disable-breakpad", "--password-store=basic", "--use-mock-keychain",
    // No network: neither the browser's own nor the document's.
    "--disable-background-networking", "--disable-component-update", "--disable-domain-reliability", "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
    // Containers have little shared memory; letters are set as they are printed, not as a screen shows them.
    "--disable-dev-shm-usage", "--font-render-hinting=none", "--force-color-profile=srgb",
    "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
  ]

  /// `file:///tmp/a%20folder/print/index.html`.
  static func address(of path: String) -> String {
    var out = "file://"
    for byte in path.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2F, 0x2D, 0x2E, 0x5F, 0x7E: out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.utf8.count < 2 ? "0" : "") + hex
      }
    }
    return out
  }

  /// What a browser needs to find its libraries and the fonts.
  private static func environment(_ folder: String) -> [String] {
    let names = [
      "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME",
      "XDG_DATA_DIRS", "XDG_CONFIG_DIRS", "XDG_RUNTIME_DIR", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH",
      "DYLD_LIBRARY_PATH", "CHROME_DEVEL_SANDBOX",
    ]
    return names.compactMap { name in getenv(name).map { name + "=" + String(cString: $0) } } + ["TMPDIR=\(folder)", "TZ=UTC"]
  }

  /// The last line that is no complaint about a missing message bus, which every server lacks.
  private static func lastWords(_ errors: String) -> String {
    errors.split(separator: "\n").last { !$0.contains("dbus") && !$0.allSatisfy(\.isWhitespace) }.map { String($0.prefix(300)) }
      ?? ""
  }
}
