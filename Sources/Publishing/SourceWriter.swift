/// Writes files of the project itself, one at a time.
package enum SourceWriter {
  /// Makes a new file; one that is there already is left as it is, and an error.
  package static func create(_ path: String, bytes: [UInt8]) throws(PublishingError) {
    let file = DiskPath(path)
    if Disk.info(file) != nil { throw .cannotWrite(path, reason: "it is there already, and nothing is overwritten") }
    if let slash = path.lastIndex(of: "/") { try Disk.makeFolder(DiskPath(String(path[..<slash]))) }
    try Disk.create(file, bytes)
  }
}
