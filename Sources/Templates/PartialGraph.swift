import Diagnostics
import SourceText

/// Which template includes which: every partial must exist, and none may end up in itself or grow beyond measure.
struct PartialGraph {
  /// More than this many files on one page is a mistake: ten partials that include the next ten times would be 10,000,000,000.
  private static let sizeLimit = 10_000

  private enum Mark { case open, done }

  private let files: [String: TemplateFile]
  private let names: [String]
  private var marks: [String: Mark] = [:]
  private var heights: [String: Int] = [:]
  private var sizes: [String: Int] = [:]
  private var path: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Whether following the partials comes to an end soon. (One that is missing ends at once.)
  var isSound: Bool { !diagnostics.contains { $0.rule == TemplateSyntax.rule.id } }

  init(_ files: [String: TemplateFile]) {
    self.files = files
    names = files.keys.sorted()
    for name in names { visit(name) }
  }

  private mutating func visit(_ name: String) {
    guard marks[name] == nil, let file = files[name] else { return }
    marks[name] = .open
    path.append(name)
    var height = 1
    var size = 1
    for tag in file.partials {
      let location = file.location(tag.nameSpan)
      guard files[tag.name] != nil else {
        diagnostics.append(TemplateMissingPartial.report(tag.name, at: location, known: names))
        continue
      }
      if marks[tag.name] == .open {
        let round = path[(path.firstIndex(of: tag.name) ?? 0)...] + [tag.name]
        diagnostics.append(TemplateSyntax.report(.includesItself(Array(round)), at: location))
        continue
      }
      if path.count >= TemplateFile.depthLimit, marks[tag.name] == nil {
        diagnostics.append(TemplateSyntax.report(.tooDeep(TemplateFile.depthLimit), at: location))
        continue
      }
      visit(tag.name)
      let below = heights[tag.name] ?? 1
      if below == TemplateFile.depthLimit { diagnostics.append(TemplateSyntax.report(.tooDeep(below), at: location)) }
      height = max(height, below + 1)
      let grown = size + (sizes[tag.name] ?? 1)
      if size <= Self.sizeLimit, grown > Self.sizeLimit {
        diagnostics.append(TemplateSyntax.report(.tooManyPartials(Self.sizeLimit), at: location))
      }
      size = min(grown, Self.sizeLimit + 1)
    }
    heights[name] = height
    sizes[name] = size
    path.removeLast()
    marks[name] = .done
  }
}
