#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A Chromium, or a browser made of it, that can print without a window.
package struct Browser: Sendable, Equatable {
  /// The path of the program.
  package let program: String

  /// Names under which it is installed, the freest first.
  static let names = [
    "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "chrome-headless-shell", "microsoft-edge",
    "microsoft-edge-stable", "brave-browser",
  ]

  /// Where macOS keeps it; there it is in no `PATH`.
  static let applications = ["Chromium", "Google Chrome", "Microsoft Edge", "Brave Browser"].map {
    "/Applications/\($0).app/Contents/MacOS/\($0)"
  }

  /// - Parameters:
  ///   - named: a path or a name that somebody gave; nothing else is then looked for.
  ///   - path: the value of `PATH`.
  /// - Returns: nil where there is none.
  package static func find(named: String?, path: String) -> Browser? {
    if let named {
      if named.contains("/") { return isProgram(named) ? Browser(program: named) : nil }
      return look(named, path)
    }
    for name in names {
      if let found = look(name, path) { return found }
    }
    return applications.first(where: isProgram).map { Browser(program: $0) }
  }

  /// Programs that Ubuntu packs as a snap see neither /tmp nor hidden folders.
  var isSnap: Bool {
    guard let real = realpath(program, nil) else { return false }
    defer { free(real) }
    let path = String(cString: real)
    return path.hasPrefix("/snap/") || path.hasSuffix("/bin/snap")
  }

  private static func look(_ name: String, _ path: String) -> Browser? {
    for folder in path.split(separator: ":") where isProgram("\(folder)/\(name)") { return Browser(program: "\(folder)/\(name)") }
    return nil
  }

  private static func isProgram(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
