/// What `\p{…}` may name: general categories, and the properties of which the standard library knows the answer.
enum UnicodeClass: Sendable {
  case any, ascii, assigned
  case categories(Set<Unicode.GeneralCategory>)
  case alphabetic, lowercase, uppercase, whiteSpace, emoji, idStart, idContinue, math, dash, hexDigit, diacritic, ideographic

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return switch self {
    case .any: true
    case .ascii: scalar.value < 0x80
    case .assigned: properties.generalCategory != .unassigned
    case .categories(let categories): categories.contains(properties.generalCategory)
    case .alphabetic: properties.isAlphabetic
    case .lowercase: properties.isLowercase
    case .uppercase: properties.isUppercase
    case .whiteSpace: properties.isWhitespace
    case .emoji: properties.isEmoji
    case .idStart: properties.isIDStart
    case .idContinue: properties.isIDContinue
    case .math: properties.isMath
    case .dash: properties.isDash
    case .hexDigit: properties.isHexDigit
    case .diacritic: properties.isDiacritic
    case .ideographic: properties.isIdeographic
    }
  }

  /// The class with a name as ECMAScript writes it: `L`, `Letter`, `gc=Lu`, `Alphabetic`.
  init?(named name: String) {
    let parts = name.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard parts[0] == "gc" || parts[0] == "General_Category", let found = Self.category(String(parts[1])) else { return nil }
      self = .categories(found)
      return
    }
    switch name {
    case "Any": self = .any
    case "ASCII": self = .ascii
    case "Assigned": self = .assigned
    case "Alphabetic", "Alpha": self = .alphabetic
    case "Lowercase", "Lower": self = .lowercase
    case "Uppercase", "Upper": self = .uppercase
    case "White_Space", "space": self = .whiteSpace
    case "Emoji": self = .emoji
    case "ID_Start", "IDS": self = .idStart
    case "ID_Continue", "IDC": self = .idContinue
    case "Math": self = .math
    case "Dash": self = .dash
    case "Hex_Digit", "Hex": self = .hexDigit
    case "Diacritic", "Dia": self = .diacritic
    case "Ideographic", "Ideo": self = .ideographic
    default:
      guard let found = Self.category(name) else { return nil }
      self = .categories(found)
    }
  }

  /// For "did you mean".
  static let names: [String] =
    categories.flatMap { [$0.short, $0.long] } + ["Any", "ASCII", "Alphabetic", "Lowercase", "Uppercase", "White_Space"]

  private static func category(_ name: String) -> Set<Unicode.GeneralCategory>? {
    categories.first {
      $0.short == name || $0.long == name || (name == "punct" && $0.short == "P") || (name == "digit" && $0.short == "Nd")
    }
    .map(\.members)
  }

  private static let categories: [(short: String, long: String, members: Set<Unicode.GeneralCategory>)] = [
    ("L", "Letter", [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]),
    ("LC", "Cased_Letter", [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]),
    ("Lu", "Uppercase_Letter", [.uppercaseLetter]), ("Ll", "Lowercase_Letter", [.lowercaseLetter]),
    ("Lt", "Titlecase_Letter", [.titlecaseLetter]), ("Lm", "Modifier_Letter", [.modifierLetter]),
    ("Lo", "Other_Letter", [.otherLetter]),
    ("M", "Mark", [.nonspacingMark, .spacingMark, .enclosingMark]), ("Mn", "Nonspacing_Mark", [.nonspacingMark]),
    ("Mc", "Spacing_Mark", [.spacingMark]), ("Me", "Enclosing_Mark", [.enclosingMark]),
    ("N", "Number", [.decimalNumber, .letterNumber, .otherNumber]), ("Nd", "Decimal_Number", [.decimalNumber]),
    ("Nl", "Letter_Number", [.letterNumber]), ("No", "Other_Number", [.otherNumber]),
    (
      "P", "Punctuation",
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .otherPunctuation,
      ]
    ),
    ("Pc", "Connector_Punctuation", [.connectorPunctuation]), ("Pd", "Dash_Punctuation", [.dashPunctuation]),
    ("Ps", "Open_Punctuation", [.openPunctuation]), ("Pe", "Close_Punctuation", [.closePunctuation]),
    ("Pi", "Initial_Punctuation", [.initialPunctuation]), ("Pf", "Final_Punctuation", [.finalPunctuation]),
    ("Po", "Other_Punctuation", [.otherPunctuation]),
    ("S", "Symbol", [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]), ("Sm", "Math_Symbol", [.mathSymbol]),
    ("Sc", "Currency_Symbol", [.currencySymbol]), ("Sk", "Modifier_Symbol", [.modifierSymbol]),
    ("So", "Other_Symbol", [.otherSymbol]),
    ("Z", "Separator", [.spaceSeparator, .lineSeparator, .paragraphSeparator]), ("Zs", "Space_Separator", [.spaceSeparator]),
    ("Zl", "Line_Separator", [.lineSeparator]), ("Zp", "Paragraph_Separator", [.paragraphSeparator]),
    ("C", "Other", [.control, .format, .surrogate, .privateUse, .unassigned]), ("Cc", "Control", [.control]),
    ("Cf", "Format", [.format]),
    ("Co", "Private_Use", [.privateUse]), ("Cn", "Unassigned", [.unassigned]), ("Cs", "Surrogate", [.surrogate]),
  ]
}
