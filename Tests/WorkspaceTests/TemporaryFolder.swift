import Foundation

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  /// Without links, as `Project.root` has it.
  let path: String

  init() throws {
    let made = FileManager.default.temporaryDirectory.appendingPathComponent("clusterbook-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    path = made.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ relative: String, _ text: String = "x") throws { try write(relative, bytes: Array(text.utf8)) }

  func write(_ relative: String, bytes: [UInt8]) throws {
    let full = URL(fileURLWithPath: path + "/" + relative)
    try FileManager.default.createDirectory(at: full.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: full)
  }

  func folder(_ relative: String) throws {
    try FileManager.default.createDirectory(atPath: path + "/" + relative, withIntermediateDirectories: true)
  }

  func link(_ relative: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + relative, withDestinationPath: target)
  }
}
