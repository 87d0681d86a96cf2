import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The built program, run in processes of its own on a project in a temporary folder.
struct BuiltProgram {
  struct Run {
    let status: Int32
    let out: String
    let log: String
  }

  let folder: TemporaryFolder

  /// Where `swift test` puts the program beside the tests; nil where it has not been built.
  static let path: String? = {
    let besideTests = CommandLine.arguments.first.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/clusterbook"
    }
    let found = [besideTests, Repository.root + "/.build/debug/clusterbook"].compactMap { $0 }
    return found.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  static var isBuilt: Bool { path != nil }

  /// The minimal project, written to disk, with files of the test's own.
  init(_ files: [(path: String, text: String)] = [], at place: String = "project") async throws {
    folder = try TemporaryFolder()
    try await write(files, at: place)
  }

  func write(_ files: [(path: String, text: String)], at place: String) async throws {
    let sources = await TestProject.with(files).sources
    let groups = [
      sources.sheets, sources.schemas, sources.templates, sources.pages, sources.styles, sources.data, [sources.site],
    ]
    for file in groups.joined() { try folder.put(String(decoding: file.bytes, as: UTF8.self), at: place + "/" + file.path) }
  }

  func start(_ arguments: [String], environment: [String: String] = [:], out: Any? = nil, log: Any? = nil) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.path))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = environment
    process.standardOutput = out ?? FileHandle.nullDevice
    process.standardError = log ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs to the end. Both streams go through files, so that no pipe fills up.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try folder.put("", at: "out")
    try folder.put("", at: "log")
    let out = try #require(FileHandle(forWritingAtPath: folder("out")))
    let log = try #require(FileHandle(forWritingAtPath: folder("log")))
    let process = try start(arguments, environment: environment, out: out, log: log)
    process.waitUntilExit()
    return Run(status: process.terminationStatus, out: folder.text("out") ?? "", log: folder.text("log") ?? "")
  }

  /// Every file below a folder, with its bytes.
  func contents(_ relative: String) -> [String: Data] {
    var found: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: folder(relative))?.compactMap({ $0 as? String }) ?? [] {
      if let data = FileManager.default.contents(atPath: folder(relative) + "/" + name) { found[name] = data }
    }
    return found
  }
}

/// A sheet that says which edition it belongs to.
func concept(_ name: String) -> (path: String, text: String) {
  ("Sheets/concepts/\(name).md", "---\naim: draft\nname: The concept \(name)\n---\n\nA text.\n")
}
