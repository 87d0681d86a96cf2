import Foundation
import SourceText

/// The sheets and themes of this repository.
let realSheets: [SourceFile] = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  var files: [SourceFile] = []
  for folder in ["Sheets", "Themes"] {
    let base = root.appendingPathComponent(folder).resolvingSymlinksInPath()
    for case let path as String in FileManager.default.enumerator(atPath: base.path) ?? .init() where path.hasSuffix(".md") {
      guard let data = FileManager.default.contents(atPath: base.appendingPathComponent(path).path) else { continue }
      files.append(SourceFile(path: "\(folder)/\(path)", bytes: Array(data)))
    }
  }
  return files.sorted { $0.path < $1.path }
}()
