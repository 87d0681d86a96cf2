/// Where the program lies that was built together with the tests.
package enum ProgramFolder {
  /// The folder of `clusterbook`: beside the test bundle, which is what runs now. A relative path counts from the folder of the run.
  package static var path: String {
    let bundle = CommandLine.arguments.first ?? ""
    guard let slash = bundle.lastIndex(of: "/") else { return "." }
    return String(bundle[..<slash])
  }
}
