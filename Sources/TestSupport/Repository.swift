import SourceText
import Workspace

/// The checkout that the tests were built from: its schemas, themes, templates and code lists are what the tests run on.
package enum Repository {
  /// The absolute path of the checkout.
  package static let root: String = {
    // …/Sources/TestSupport/Repository.swift
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// Everything in the checkout, as the program reads it.
  package static func sources() async -> SourceSet {
    guard let project = Project(at: root) else { return SourceSet(files: []) }
    return await ProjectReader.read(project, workers: 2)
  }

  /// The text of a file of the checkout; empty where there is none.
  package static func text(_ path: String) -> String {
    Project(at: root)?.file(path).map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}
