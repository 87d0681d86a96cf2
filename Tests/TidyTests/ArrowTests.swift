import TestSupport
import Testing

/// Data goes one way: what a file imports stands above its target in the list of Package.swift.
struct ArrowTests {
  @Test func aTargetImportsOnlyWhatThePackageAllows() {
    let package = Repository.text("Package.swift")
    let targets = Set(SourceTree.swiftFiles(under: "Sources").map(\.target))
    var order: [String: Int] = [:]
    for target in targets {
      if let place = package.range(of: "(\"\(target)\", [") ?? package.range(of: "\"\(target)\",\n    [") {
        order[target] = package.distance(from: package.startIndex, to: place.lowerBound)
      }
    }
    #expect(order.count > 14)
    for file in SourceTree.swiftFiles(under: "Sources") {
      guard let place = order[file.target] else { continue }
      for imported in file.imports {
        if let other = order[imported] { #expect(other < place, "\(file.path) imports \(imported), which stands below it") }
      }
    }
  }
}
