/// What an output folder holds besides our own files: everything that the manifest does not list.
struct OldSite {
  /// Something of somebody else's, to be carried over.
  struct Entry {
    /// From the output folder, parts joined by `/`; need not be UTF-8.
    let path: [UInt8]
    let info: Disk.Info
  }

  /// A folder comes before what lies in it. Folders of ours are named only where something foreign lies in them.
  private(set) var foreign: [Entry] = []
  /// Files of ours that are still there.
  private(set) var ours: Set<[UInt8]> = []

  private let listed: Set<[UInt8]>
  private let listedFolders: Set<[UInt8]>

  /// Looks through a folder. Links are not followed.
  init(_ folder: DiskPath) throws(PublishingError) {
    let manifest = Disk.read(folder.appending(Manifest.name)).flatMap { Manifest($0) }
    listed = Set((manifest?.paths ?? []) + (manifest == nil ? [] : [Array(Manifest.name.utf8)]))
    listedFolders = Manifest.folders(of: listed)
    guard let device = Disk.info(folder)?.device else { throw .cannotRead(folder.text, reason: "it is gone") }
    try look(in: folder, below: [], device: device)
    ours.remove(Array(Manifest.name.utf8))
  }

  private mutating func look(in folder: DiskPath, below: [UInt8], device: Disk.Device) throws(PublishingError) {
    for name in try Disk.list(folder) {
      let path = below.isEmpty ? name : below + [0x2F] + name
      let here = folder.appending(name)
      guard let info = Disk.info(here) else { continue }
      let isListed = info.kind != .folder && listed.contains(path)
      // What is mounted there would be taken for our copy of it when the old site is removed.
      guard isListed || info.device == device && !Disk.isMountPoint(here) else { throw .outputIsMountPoint(here.text) }
      if info.kind == .folder {
        let place = foreign.count
        foreign.append(Entry(path: path, info: info))
        try look(in: here, below: path, device: device)
        if foreign.count == place + 1, listedFolders.contains(path) { foreign.removeLast() }
      } else if isListed {
        ours.insert(path)
      } else {
        foreign.append(Entry(path: path, info: info))
      }
    }
  }

  /// The foreign things that stand where the new site has something else; sorted, for people.
  func conflicts(files: Set<[UInt8]>, folders: Set<[UInt8]>) -> [String] {
    foreign.compactMap { entry in
      let isFolder = entry.info.kind == .folder
      let clashes = files.contains(entry.path) || !isFolder && folders.contains(entry.path)
      return clashes ? String(decoding: entry.path, as: UTF8.self) : nil
    }.sorted()
  }
}
