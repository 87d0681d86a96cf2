import Foundation
import TestSupport
import Testing

/// Runs what a transcript types in a copy of the small project, and gives what is seen.
private struct Desk {
  let folder: URL

  /// The small project beside this file, with the checkout's schemas, templates, styles and code lists. The small base map stands in for the
  /// large one.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("clusterbook-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    let files = FileManager.default
    let checkout = URL(fileURLWithPath: Repository.root)
    try files.copyItem(
      at: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Project"), to: folder)
    for path in ["Sheets/schemas", "Site/templates", "Site/styles", "Site/data"] {
      try files.copyItem(at: checkout.appendingPathComponent(path), to: folder.appendingPathComponent(path))
    }
    let data = folder.appendingPathComponent("Site/data")
    try files.removeItem(at: data.appendingPathComponent("countries-50m.topo.json"))
    try files.copyItem(
      at: data.appendingPathComponent("countries-110m.topo.json"), to: data.appendingPathComponent("countries-50m.topo.json"))
  }

  func run(_ command: String) throws -> String {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", command]
    shell.currentDirectoryURL = folder
    let program = URL(fileURLWithPath: ProgramFolder.path).path
    // 22 November 2026 is the day of all transcripts.
    shell.environment = [
      "PATH": "\(program):/usr/bin:/bin", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1795305600", "HOME": folder.path,
      // Commits have the same names every time, and nothing of the machine's own configuration holds in them.
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_COUNT": "1",
      "GIT_CONFIG_KEY_0": "core.autocrlf", "GIT_CONFIG_VALUE_0": "false", "GIT_AUTHOR_NAME": "Test",
      "GIT_AUTHOR_EMAIL": "test@example.org", "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
      "GIT_AUTHOR_DATE": "2026-11-22T00:00:00Z", "GIT_COMMITTER_DATE": "2026-11-22T00:00:00Z",
    ]
    let pipe = Pipe()
    shell.standardOutput = pipe
    shell.standardError = pipe
    shell.standardInput = FileHandle.nullDevice
    try shell.run()
    let seen = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    return levelled(seen) + (shell.terminationStatus == 0 ? "" : "[\(shell.terminationStatus)]\n")
  }

  /// Without what differs from run to run (times, the name of the folder), without the names of commits, which the checkout's schemas change, without the number of files, which every new sort of page changes, and
  /// without empty lines at the end, which a transcript cannot hold.
  private func levelled(_ seen: String) -> String {
    var text = seen.replacingOccurrences(of: folder.path, with: "PROJECT").replacing(#/\d+\.\d\d s\b/#, with: "N s")
      .replacing(#/\d+ files? published/#, with: "N files published").replacing(
        #/\d+ old files? removed/#, with: "N old files removed")
    // `main (3f2a9c1)`, in Markdown with its parentheses escaped, and `3f2a9c1d20 →`.
    text = text.replacing(#/(\(|&#40;)[0-9a-f]{7}(\)|&#41;)/#) { "\($0.1)COMMIT\($0.2)" }.replacing(
      #/\b[0-9a-f]{10} →/#, with: "COMMIT →")
    while text.hasSuffix("\n") { text.removeLast() }
    return text.isEmpty ? "" : text + "\n"
  }
}

private let transcripts: [String] = {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Transcripts")
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appendingPathComponent($0).path }
}()

/// With `CLUSTERBOOK_RECORD=1` what is seen is written into the transcripts, and the test fails all the same.
@Test(arguments: transcripts) func whatPeopleTypeShowsWhatTheTranscriptSays(_ path: String) throws {
  let written = try String(contentsOfFile: path, encoding: .utf8)
  var transcript = Transcript(written)
  let isRecording = ProcessInfo.processInfo.environment["CLUSTERBOOK_RECORD"] == "1"
  try #require(isRecording || transcript.text == written, "The transcript is not in the form that recording gives")
  let desk = try Desk()
  defer { try? FileManager.default.removeItem(at: desk.folder) }
  for index in transcript.steps.indices {
    let step = transcript.steps[index]
    let seen = try desk.run(step.command)
    #expect(seen == step.seen, "\(URL(fileURLWithPath: path).lastPathComponent): $ \(step.command)")
    transcript.steps[index].seen = seen
  }
  if isRecording {
    try transcript.text.write(toFile: path, atomically: true, encoding: .utf8)
    Issue.record("The transcript was recorded: look at the difference, then run again")
  }
}

@Test func thereAreTranscripts() { #expect(transcripts.count >= 8) }
