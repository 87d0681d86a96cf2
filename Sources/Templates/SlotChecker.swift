import Diagnostics
import SourceText

/// Follows a layout through its template and its partials, and looks up every slot where it stands: inside `{{#players}}` the slots of a
/// player are known besides those around it.
struct SlotChecker {
  /// The slots of the page, or of one list.
  private struct Frame {
    /// The list's name with those around it: `players/sources`; empty for the page.
    let id: String
    let slots: [String: Slot]
  }

  private struct Visit: Hashable {
    let file: String
    let scope: [String]
  }

  private let files: [String: TemplateFile]
  private var layout = Layout("", slots: [])
  private var visited: Set<Visit> = []
  private var used: Set<String> = []
  private var reached: Set<String> = []
  /// By place, since several layouts may come to the same partial.
  private var unknown: [Location: (name: String, layouts: [Layout], known: [String])] = [:]
  private var unsafe: [Location: Diagnostic] = [:]
  /// Slots that a layout must show and does not.
  private(set) var unused: [Diagnostic] = []

  /// - Parameter files: sound; see `PartialGraph`.
  init(_ files: [String: TemplateFile]) { self.files = files }

  /// Slots that do not exist, and slots written in another way than their kind asks for.
  var findings: [Diagnostic] {
    unsafe.values + unknown.map { TemplateUnknownSlot.report($1.name, at: $0, layouts: $1.layouts.map(\.name), known: $1.known) }
  }

  mutating func check(_ layout: Layout) {
    guard let file = files[layout.name] else { return }
    self.layout = layout
    visited = []
    used = []
    visit(file, [Frame(id: "", slots: Self.byName(layout.slots))])
    for slot in layout.slots where slot.isRequired && !used.contains(slot.name) {
      unused.append(TemplateSlotUnused.report(slot, layout: layout.name, at: file.location(Span.at(0))))
    }
  }

  private mutating func visit(_ file: TemplateFile, _ scope: [Frame]) {
    guard visited.insert(Visit(file: file.name, scope: scope.map(\.id))).inserted else { return }
    reached.insert(file.name)
    // Where a section has no end, what stands in it is a guess.
    guard file.diagnostics.isEmpty else { return }
    walk(file.nodes, in: file, scope)
  }

  private mutating func walk(_ nodes: [TemplateNode], in file: TemplateFile, _ scope: [Frame]) {
    for node in nodes {
      switch node {
      case .value(let tag):
        guard let (slot, _) = look(up: tag, in: file, scope) else { continue }
        check(tag, slot, file)
      case .partial(let tag):
        if let partial = files[tag.name] { visit(partial, scope) }
      case .section(let tag, let inside):
        guard tag.kind != .unsupportedOpening else {
          walk(inside, in: file, scope)
          continue
        }
        // Without its list nobody knows what stands in it.
        guard let (slot, frame) = look(up: tag, in: file, scope) else { continue }
        guard case .list(let slots) = slot.kind, tag.kind == .section else {
          walk(inside, in: file, scope)
          continue
        }
        let inner = Frame(id: frame.id + "/" + slot.name, slots: Self.byName(slots))
        // A list inside itself hides its outer row: the same names are known as before, in the same order.
        walk(inside, in: file, scope.filter { $0.id != inner.id } + [inner])
      }
    }
  }

  private mutating func look(up tag: Tag, in file: TemplateFile, _ scope: [Frame]) -> (Slot, Frame)? {
    for frame in scope.reversed() {
      guard let slot = frame.slots[tag.name] else { continue }
      if frame.id.isEmpty { used.insert(slot.name) }
      return (slot, frame)
    }
    let known = scope.reversed().flatMap { $0.slots.keys.sorted() }
    unknown[file.location(tag.nameSpan), default: (tag.name, [], known)].layouts.append(layout)
    return nil
  }

  private mutating func check(_ tag: Tag, _ slot: Slot, _ file: TemplateFile) {
    guard let problem = TemplateUnsafeSlot.problem(tag, slot) else { return }
    let location = file.location(tag.span)
    unsafe[location] = unsafe[location] ?? TemplateUnsafeSlot.report(problem, tag, at: location)
  }

  /// Partials that no layout includes yet: a name that no layout has anywhere is wrong all the same.
  mutating func checkUnreached(_ layouts: [Layout]) {
    var slots: [String: Slot] = [:]
    var order: [String] = []
    func collect(_ list: [Slot]) {
      for slot in list {
        if slots.updateValue(slot, forKey: slot.name) == nil { order.append(slot.name) }
        if case .list(let inner) = slot.kind { collect(inner) }
      }
    }
    for layout in layouts { collect(layout.slots) }
    let all = Frame(id: "", slots: slots)
    layout = Layout("", slots: [])
    for name in files.keys.sorted() where !reached.contains(name) {
      if let file = files[name], file.diagnostics.isEmpty { walkUnreached(file.nodes, in: file, all) }
    }
  }

  private mutating func walkUnreached(_ nodes: [TemplateNode], in file: TemplateFile, _ all: Frame) {
    for node in nodes {
      switch node {
      case .value(let tag):
        if let (slot, _) = look(up: tag, in: file, [all]) { check(tag, slot, file) }
      case .partial: continue
      case .section(let tag, let inside):
        if tag.kind != .unsupportedOpening { _ = look(up: tag, in: file, [all]) }
        walkUnreached(inside, in: file, all)
      }
    }
  }

  private static func byName(_ slots: [Slot]) -> [String: Slot] { Dictionary(slots.map { ($0.name, $0) }) { first, _ in first } }
}
