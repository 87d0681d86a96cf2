/// Names in the order in which they were added, found by their bytes without making a String.
struct KeyTable: Sendable {
  private(set) var names: [String] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing; a power of two at least twice the number of names, -1 where free.
  private var slots: [Int32] = []

  init(_ names: [String] = []) {
    for name in names { add(name) }
  }

  var count: Int { names.count }

  /// The place of a name, which is added where it is new.
  @discardableResult
  mutating func add(_ name: String) -> Int {
    if let known = find(name) { return known }
    names.append(name)
    bytes.append(contentsOf: name.utf8)
    ends.append(bytes.count)
    if names.count * 2 > slots.count { grow() } else { place(names.count - 1) }
    return names.count - 1
  }

  func find(_ name: String) -> Int? {
    var name = name
    let index = name.withUTF8 { find($0) }
    return index < 0 ? nil : index
  }

  /// The place of the name with these bytes, or -1.
  func find(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    guard !slots.isEmpty else { return -1 }
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return -1 }
      if equals(index, key) { return index }
      slot = (slot + 1) & mask
    }
  }

  private func equals(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == key.count else { return false }
    for i in 0..<key.count where bytes[start + i] != key[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: max(4, slots.count * 2))
    for index in names.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    let mask = slots.count - 1
    let start = index == 0 ? 0 : ends[index - 1]
    var slot = bytes[start..<ends[index]].withUnsafeBufferPointer(Self.hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index)
  }

  /// FNV-1a; the names come from schemas, not from strangers.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in key { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ hash >> 15)
  }
}
