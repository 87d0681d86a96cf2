import Markup

/// One kind of page as the program hands it over: the template that frames it, and what that template may show.
package struct Layout: Sendable {
  /// `sheet` stands for `Site/templates/sheet.mustache`.
  package let name: String
  package let slots: [Slot]

  package init(_ name: String, slots: [Slot]) {
    self.name = name
    self.slots = slots
  }
}

/// Something that a template may show: `{{name}}`.
package struct Slot: Sendable {
  package indirect enum Kind: Sendable {
    /// Shown with two braces; escaped. As a section it stands for "there is such a text".
    case text
    /// Markup that the program made: shown with three braces. As a section it stands for "there is any".
    case html
    /// Only for sections.
    case flag
    /// A section is repeated for each row; inside it the row's slots are known besides those around it.
    case list([Slot])
  }

  package let name: String
  package let kind: Kind
  /// For the people who write templates.
  package let description: String
  /// A template without this slot would publish empty pages.
  package let isRequired: Bool

  package init(_ name: String, _ kind: Kind, isRequired: Bool = false, _ description: String) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.description = description
  }
}

/// What stands in a slot on one page. A slot without a value is empty, false, or a list without rows.
package enum SlotValue: Sendable {
  case text(String)
  case html(HTML)
  case flag(Bool)
  case list([[String: SlotValue]])
}
