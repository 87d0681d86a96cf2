import FrontMatter

/// One thing that a schema does not allow, before it is put into words.
struct Failure {
  enum Kind {
    case type(TypeSet)
    /// The schemas that list the values between which the author has to choose.
    case value([Int])
    case tooLow(Limit, isExclusive: Bool)
    case tooHigh(Limit, isExclusive: Bool)
    case step(Limit)
    case short(by: Int, least: Int)
    case long(by: Int, most: Int)
    case pattern(Pattern)
    case format(Format)
    case fewItems(Int)
    case manyItems(Int)
    case fewKeys(Int)
    case manyKeys(Int)
    case twin(Twin)
    case fewFitting(Int)
    case manyFitting(Int)
    case unknownKey(Node)
    case badKey(Node)
    case missingKey(String)
    case missingCompanion(String, beside: Node)
    /// A schema `false`.
    case forbidden
    /// The schema under `not`.
    case excluded(Int)
    /// More than one branch of `oneOf` fits.
    case ambiguous
    case swappedCoordinates(latitude: Node, longitude: Node)
    /// Something further down; only where branches are compared.
    case below
  }

  let kind: Kind
  let place: Place
  /// `x-message` of the schema that judges, or of the one that refers to it.
  let message: String?

  /// Whether nothing else is worth saying about the value once this is said. The lower, the stronger.
  var rank: Int {
    switch kind {
    case .forbidden, .excluded: 0
    case .type: 1
    case .value: 2
    case .ambiguous: 4
    default: 3
    }
  }

  /// Failures with the same key are one cause met on several ways.
  var key: String {
    let detail =
      switch kind {
      case .unknownKey(let key), .badKey(let key): "k\(key.index)"
      case .missingKey(let key), .missingCompanion(let key, _): "m\(key)"
      case .twin(let twin): "t\(twin.position)"
      case .fewItems, .fewKeys, .fewFitting: "<"
      case .manyItems, .manyKeys, .manyFitting: ">"
      default: ""
      }
    return "\(place.node.index) \(detail)"
  }
}
