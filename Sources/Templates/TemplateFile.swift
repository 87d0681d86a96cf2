import Diagnostics
import SourceText

/// One template as the checks see it: its tags as a tree.
struct TemplateFile: Sendable {
  static let folder = "Site/templates/"
  static let ending = ".mustache"
  /// The library works its way down by calling itself.
  static let depthLimit = 32

  let source: SourceFile
  /// The path below `Site/templates/` without its ending: `sheet`, `_head`, `parts/footer`.
  let name: String
  private(set) var nodes: [TemplateNode] = []
  /// Every `{{>…}}` in it, in order.
  private(set) var partials: [Tag] = []
  /// What is wrong with its syntax; where there is anything, it is not rendered.
  private(set) var diagnostics: [Diagnostic] = []

  /// nil where the path is no template's.
  static func name(of path: String) -> String? {
    guard path.hasPrefix(folder), path.hasSuffix(ending), path.utf8.count > folder.utf8.count + ending.utf8.count else {
      return nil
    }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
  }

  init(_ source: SourceFile, name: String) {
    self.source = source
    self.name = name
    let whole = Location(path: source.path, span: Span.at(0))
    if let offset = source.firstInvalidUTF8 {
      diagnostics = [TemplateSyntax.report(.notUTF8, at: Location(path: source.path, span: Span(offset, offset + 1)))]
      return
    }
    // The library measures the rest of the text at every opening brace.
    let braces = source.bytes.count { $0 == 0x7B }
    guard source.bytes.count <= 1 << 18, braces * source.bytes.count <= 50_000_000 else {
      diagnostics = [TemplateSyntax.report(.tooLarge(bytes: source.bytes.count, braces: braces), at: whole)]
      return
    }
    let scanner = TagScanner(source)
    diagnostics = scanner.diagnostics
    build(scanner.tags)
  }

  private mutating func build(_ tags: [Tag]) {
    var open: [(tag: Tag, nodes: [TemplateNode])] = []
    func add(_ node: TemplateNode) {
      if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
    }
    func pop() {
      let (tag, inside) = open.removeLast()
      add(.section(tag, inside))
    }
    for tag in tags {
      switch tag.kind {
      case .variable, .unescaped: add(.value(tag))
      case .partial:
        partials.append(tag)
        add(.partial(tag))
      case .section, .inverted, .unsupportedOpening:
        guard open.count < Self.depthLimit else {
          report(.tooDeep(Self.depthLimit), tag.span)
          return
        }
        open.append((tag, []))
      case .close:
        guard let last = open.last else {
          report(.closesNothing(tag.name), tag.span)
          continue
        }
        if last.tag.name != tag.name {
          if open.contains(where: { $0.tag.name == tag.name }) {
            while let inner = open.last, inner.tag.name != tag.name {
              report(.unclosedSection(inner.tag.name), inner.tag.span)
              pop()
            }
          } else {
            diagnostics.append(TemplateSyntax.report(closing: tag, opening: last.tag, path: source.path))
          }
        }
        pop()
      }
    }
    while let (tag, _) = open.last {
      report(.unclosedSection(tag.name), tag.span)
      pop()
    }
  }

  private mutating func report(_ problem: TemplateSyntax.Problem, _ span: Span) {
    diagnostics.append(TemplateSyntax.report(problem, at: location(span)))
  }

  func location(_ span: Span) -> Location { Location(path: source.path, span: span) }

  /// The text for the library: as written, but without a byte order mark and without the spaces before a partial that stands alone on
  /// its line. By the rules of Mustache they would go before every line of the partial, also inside `<pre>`; here nobody needs them.
  var text: String {
    var text: [UInt8] = []
    text.reserveCapacity(source.bytes.count + 1)
    var from = source.hasByteOrderMark ? 3 : 0
    for tag in partials {
      var start = tag.span.start
      while start > from, source.bytes[start - 1] == 0x20 || source.bytes[start - 1] == 0x09 { start -= 1 }
      guard start == 0 || source.bytes[start - 1] == 0x0A || start == from && text.isEmpty else { continue }
      text.append(contentsOf: source.bytes[from..<start])
      from = tag.span.start
    }
    text.append(contentsOf: source.bytes[from...])
    // The library takes a brace at the very end for the beginning of a tag.
    if text.last != 0x0A { text.append(0x0A) }
    return String(decoding: text, as: UTF8.self)
  }
}
