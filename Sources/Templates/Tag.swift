import SourceText

/// One `{{…}}` of a template.
struct Tag: Sendable {
  enum Kind: Sendable {
    /// `{{x}}`
    case variable
    /// `{{{x}}}`, `{{&x}}`
    case unescaped
    /// `{{#x}}`
    case section
    /// `{{^x}}`
    case inverted
    /// `{{/x}}`
    case close
    /// `{{>x}}`
    case partial
    /// `{{<x}}` and `{{$x}}`, which open something but are not supported.
    case unsupportedOpening
  }

  let kind: Kind
  let name: String
  let nameSpan: Span
  /// From the first brace to the last.
  let span: Span
}

/// What a template consists of besides its text.
indirect enum TemplateNode: Sendable {
  case value(Tag)
  case partial(Tag)
  /// A section or an inverted one, with what stands in it.
  case section(Tag, [TemplateNode])
}
