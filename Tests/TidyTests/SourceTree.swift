import Foundation
import TestSupport

/// The Swift files of the checkout, as text.
enum SourceTree {
  struct File: Sendable {
    let path: String
    let text: String

    /// The text without comment lines.
    let code: String
    let imports: Set<String>

    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }
  }

  static func swiftFiles(under folder: String) -> [File] {
    let root = Repository.root + "/"
    let names = FileManager.default.enumerator(atPath: root + folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let text = try? String(contentsOfFile: root + folder + "/" + name, encoding: .utf8) else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
      let imports = lines.compactMap { line -> String? in
        let words = line.split(separator: " ")
        return words.first == "import" && words.count == 2 ? String(words[1]) : nil
      }
      return File(path: folder + "/" + name, text: text, code: code, imports: Set(imports))
    }
  }
}
