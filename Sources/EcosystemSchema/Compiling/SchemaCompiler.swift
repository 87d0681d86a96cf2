import Diagnostics
import FrontMatter
import SourceText

/// Turns schema files into one program. Never gives up: what is wrong is reported and left out.
struct SchemaCompiler {
  struct Unit {
    let file: SourceFile
    let root: Node
    var anchors: [String: Node] = [:]
  }

  /// A place in a file; a schema is compiled once however often it is referred to.
  struct Place: Hashable {
    let unit: Int
    let node: Int
  }

  /// A `$ref` that waits until every anchor is known.
  struct Reference {
    let schema: Int
    let unit: Int
    let value: Node
  }

  /// A word of `x-labels` or `x-synonyms` that has to name one of the values.
  struct Promise {
    let schema: Int
    let unit: Int
    let node: Node
    let keyword: String
  }

  let reading: ScalarReading
  var units: [Unit] = []
  var drafts: [SchemaDraft] = []
  var known: [Place: Int] = [:]
  var references: [Reference] = []
  var referenceLocations: [Int: Location] = [:]
  var promises: [Promise] = []
  /// The entries of mappings with many of them (`$defs`), so that a thousand references into one cost no more than they must.
  var largeMappings: [Place: [String: Node]] = [:]
  var diagnostics: [Diagnostic] = []

  static func compile(_ files: [SourceFile], reading: ScalarReading) -> (set: SchemaSet, diagnostics: [Diagnostic]) {
    var compiler = SchemaCompiler(reading: reading)
    for file in files.sorted(by: { $0.path < $1.path }) {
      let read = YAMLReader.read(file)
      compiler.diagnostics += read.diagnostics
      if let tree = read.tree { compiler.units.append(Unit(file: file, root: tree.root)) }
    }
    let roots = compiler.units.indices.map { compiler.schema(compiler.units[$0].root, in: $0) }
    compiler.resolveReferences()
    let order = compiler.cutRecursion()
    let program = compiler.program(in: order)
    compiler.checkPromises(program)
    var schemas: [String: Schema] = [:]
    for (unit, root) in zip(compiler.units, roots) {
      let kind = unit.file.kind
      if schemas[kind] == nil { schemas[kind] = Schema(path: unit.file.path, program: program, entry: root) }
    }
    return (SchemaSet(schemas: schemas), compiler.diagnostics.sorted(by: Diagnostic.inReportOrder))
  }

  init(reading: ScalarReading) { self.reading = reading }

  func location(_ node: Node, in unit: Int) -> Location { Location(path: units[unit].file.path, span: node.span) }

  /// The schema at a node, compiled where it is not yet.
  mutating func schema(_ node: Node, in unit: Int) -> Int {
    let place = Place(unit: unit, node: node.index)
    if let index = known[place] { return index }
    let index = drafts.count
    known[place] = index
    var draft = SchemaDraft(origin: location(node, in: unit))
    drafts.append(draft)
    if node.isMapping {
      read(node, in: unit, as: index, into: &draft)
    } else if case .bool(let verdict) = node.core, node.isScalar {
      draft.verdict = verdict
    } else {
      diagnostics.append(SchemaValue.report(notASchema: location(node, in: unit)))
      draft.verdict = true
    }
    drafts[index] = draft
    return index
  }

  private func program(in order: [Int]) -> Program {
    let nodes = drafts.map { SchemaNode($0, isSheet: reading == .asSheet) }
    return Program(nodes: nodes, types: TypeAnalysis.types(of: nodes, in: order), isSheet: reading == .asSheet)
  }

  /// Reports labels and synonyms for values that do not exist.
  private mutating func checkPromises(_ program: Program) {
    for promise in promises {
      let values = program.choices(promise.schema).map(\.value) + program.knownKeys(promise.schema)
      guard !values.isEmpty, !values.contains(promise.node.text) else { continue }
      diagnostics.append(
        SchemaValue.report(
          notAValue: promise.node.text, of: promise.keyword, values: values, at: location(promise.node, in: promise.unit)))
    }
  }
}

extension SourceFile {
  /// `cluster` for `cluster.schema.yaml`.
  fileprivate var kind: String { stem.hasSuffix(".schema") ? String(stem.dropLast(".schema".count)) : stem }
}
