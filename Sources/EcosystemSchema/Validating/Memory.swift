/// What has been found out about values under schemas that contain themselves: without it a tree with two branches at every level would be
/// judged twice as often with each level.
final class Memory {
  private var verdicts: [UInt64: Bool] = [:]

  subscript(schema: Int, node: Int) -> Bool? {
    get { verdicts[Self.key(schema, node)] }
    set { verdicts[Self.key(schema, node)] = newValue }
  }

  private static func key(_ schema: Int, _ node: Int) -> UInt64 { UInt64(schema) << 32 | UInt64(node) }
}
