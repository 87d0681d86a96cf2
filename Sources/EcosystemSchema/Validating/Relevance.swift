import FrontMatter

/// One cause, one diagnostic.
extension Explainer {
  /// Leaves out what follows from something else: what is said twice, what a stronger failure at the same value explains, and all that lies below
  /// a value of the wrong kind.
  func relevant(_ failures: [Failure]) -> [Failure] {
    var strongest: [Int: Int] = [:]
    for failure in failures {
      let node = failure.place.node.index
      strongest[node] = min(strongest[node] ?? .max, failure.rank)
    }
    let replaced = replacedKeys(failures)
    var seen = Set<String>()
    return swapped(in: failures).filter { failure in
      let node = failure.place.node
      if case .missingKey(let key) = failure.kind, replaced[node.index]?.contains(key) ?? false { return false }
      if failure.rank > strongest[node.index] ?? 0, failure.rank < 3 || node.isScalar || strongest[node.index] ?? 3 < 3 {
        return false
      }
      var above = failure.place.parent
      while let place = above {
        if strongest[place.node.index] ?? 3 < 2 { return false }
        above = place.parent
      }
      return seen.insert(failure.key).inserted
    }
  }

  /// By mapping: the keys that are missing only because they stand there with a slip in them.
  private func replacedKeys(_ failures: [Failure]) -> [Int: Set<String>] {
    var replaced: [Int: Set<String>] = [:]
    let lacking = Set(failures.compactMap { if case .missingKey = $0.kind { $0.place.node.index } else { nil } })
    for failure in failures where lacking.contains(failure.place.node.index) {
      if case .unknownKey(let key) = failure.kind, let meant = guess(key, in: failure.place).replaces {
        replaced[failure.place.node.index, default: []].insert(meant)
      }
    }
    return replaced
  }

  /// A latitude and a longitude in one mapping, one of them out of range, that would fit the other way round, become one failure.
  private func swapped(in failures: [Failure]) -> [Failure] {
    var done = Set<Int>()
    return failures.compactMap { failure in
      switch failure.kind {
      case .tooLow, .tooHigh: break
      default: return failure
      }
      guard let parent = failure.place.parent, let key = failure.place.key, key.textEquals("lat") || key.textEquals("lon"),
        let latitude = parent.node["lat"], let longitude = parent.node["lon"],
        let latitudeSchema = program.child(parent.schema, "lat"), let longitudeSchema = program.child(parent.schema, "lon"),
        acceptor.accepts(latitudeSchema, longitude), acceptor.accepts(longitudeSchema, latitude)
      else { return failure }
      guard done.insert(parent.node.index).inserted else { return nil }
      return Failure(
        kind: .swappedCoordinates(latitude: latitude, longitude: longitude), place: failure.place, message: nil)
    }
  }
}
