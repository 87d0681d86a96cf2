import Foundation
import Publishing
import Testing

private func inTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

@Test func aReportIsWrittenAndReplacedAndNothingStaysBesideIt() throws {
  try inTemporaryFolder { folder in
    let path = folder + "/report é.json"
    try ReportFile.replace(path, bytes: Array("one, and longer".utf8))
    try ReportFile.replace(path, bytes: Array("two".utf8))
    #expect(try text(path) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report é.json"])
  }
}

@Test func readersOfTheOldReportKeepIt() throws {
  try inTemporaryFolder { folder in
    let path = folder + "/report.json"
    try ReportFile.replace(path, bytes: Array("old".utf8))
    let reader = try #require(FileHandle(forReadingAtPath: path))
    try ReportFile.replace(path, bytes: Array("new".utf8))
    #expect(String(decoding: reader.readDataToEndOfFile(), as: UTF8.self) == "old")
  }
}

@Test func aLinkIsFollowedAndPermissionsStay() throws {
  try inTemporaryFolder { folder in
    try ReportFile.replace(folder + "/a", bytes: [])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder + "/a")
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "a")
    try ReportFile.replace(folder + "/link", bytes: Array("x".utf8))
    #expect(try text(folder + "/a") == "x")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "a")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/a")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }
}

@Test func whatCannotBeWrittenIsSaidAndLeavesNothing() throws {
  try inTemporaryFolder { folder in
    #expect(throws: PublishingError.cannotWrite(folder, reason: "it is a folder")) { try ReportFile.replace(folder, bytes: []) }
    #expect(throws: PublishingError.cannotWrite(folder + "/no/x", reason: "No such file or directory")) {
      try ReportFile.replace(folder + "/no/x", bytes: [])
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.isEmpty)
  }
}

@Test func whatIsAddedStandsAtTheEnd() throws {
  try inTemporaryFolder { folder in
    try ReportFile.append(folder + "/summary", bytes: Array("a\n".utf8))
    try ReportFile.append(folder + "/summary", bytes: Array("b\n".utf8))
    #expect(try text(folder + "/summary") == "a\nb\n")
  }
}
