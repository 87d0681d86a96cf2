import Diagnostics
import SourceText

/// The site's templates, checked and ready. May be used from several tasks at once.
///
/// Every file may be a partial of another; one whose name begins with `_` is nothing else. Sections and partials may be nested 32 deep.
package struct TemplateSet: Sendable {
  private let engine: MustacheEngine

  /// - Parameters:
  ///   - files: of which those at `Site/templates/*.mustache` count.
  ///   - layouts: what the program will render, and with which slots.
  /// - Returns: nil for the set where some template cannot be rendered at all: a mistake in its syntax, a layout or a partial that is
  ///   missing. The diagnostics are in report order.
  package static func load(_ files: [SourceFile], layouts: [Layout]) -> (set: TemplateSet?, diagnostics: [Diagnostic]) {
    var templates: [String: TemplateFile] = [:]
    for file in files {
      if let name = TemplateFile.name(of: file.path) { templates[name] = TemplateFile(file, name: name) }
    }
    let sorted = templates.values.sorted { $0.name < $1.name }
    var broken = sorted.flatMap(\.diagnostics)
    for layout in layouts {
      let template = templates[layout.name]
      if template == nil || template.map(\.isBlank) == true {
        broken.append(TemplateMissing.report(layout.name, isThere: template != nil, others: sorted))
      }
    }
    let graph = PartialGraph(templates)
    broken += graph.diagnostics

    var diagnostics = sorted.filter(\.diagnostics.isEmpty).flatMap { TemplateInlineCode.check($0.source) }
    // In a circle of partials the checks would never end.
    if graph.isSound {
      var checker = SlotChecker(templates)
      for layout in layouts { checker.check(layout) }
      checker.checkUnreached(layouts)
      diagnostics += checker.findings
      // What is missing may stand in what could not be read.
      if broken.isEmpty { diagnostics += checker.unused }
    }

    var engine = MustacheEngine(layouts: layouts)
    for template in sorted where template.diagnostics.isEmpty {
      do throws(MustacheEngine.Refusal) {
        try engine.add(template.text, named: template.name)
      } catch {
        let line = LineTable(template.source).span(ofLine: error.line)
        broken.append(TemplateSyntax.report(.unreadable, at: template.location(line)))
      }
    }
    return (broken.isEmpty ? TemplateSet(engine: engine) : nil, (broken + diagnostics).sorted(by: Diagnostic.inReportOrder))
  }

  /// A page: the layout's template with these values. Empty where there is no such layout.
  package func render(_ layout: String, _ values: [String: SlotValue]) -> [UInt8] { engine.render(layout, values) }
}

extension TemplateFile {
  /// Whether it would give an empty page.
  fileprivate var isBlank: Bool { source.bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
}
