import Diagnostics
import FrontMatter
import SourceText

/// Turns schema files into one program. Never gives up: what is wrong is reported and left out.
struct SchemaCompiler {
  struct Document {
    let file: SourceFile
    let tree: Tree
  }

  /// A schema resource: a file, or a part of one with an `$id`.
  struct Unit {
    let document: Int
    let root: Node
    /// The URI against which its references are resolved.
    let address: String
    var vocabularies: Vocabularies
    var draft: Draft
    var anchors: [String: Node] = [:]
    var dynamicAnchors: [String: Node] = [:]
  }

  struct NodePlace: Hashable {
    let document: Int
    let node: Int
  }

  /// A schema is compiled once however often it is referred to, unless the way to it matters.
  struct Key: Hashable {
    let place: NodePlace
    let context: Int
  }

  /// A `$ref` that waits until every anchor is known.
  struct Reference {
    let schema: Int
    let scope: Int
    let value: Node
    let isDynamic: Bool
  }

  /// A word of `x-labels` or `x-synonyms` that has to name one of the values.
  struct Promise {
    let schema: Int
    let scope: Int
    let node: Node
    let keyword: String
  }

  /// A keyword that is let pass in a file.
  struct UnknownKeyword {
    let name: String
    let first: Location
    let count: Int
    /// The schema's edition, where another one knows the keyword.
    let draft: Draft?
  }

  /// What a file with more schemas than anyone writes is cut to.
  private static let limit = 500_000

  let options: SchemaOptions
  var documents: [Document] = []
  var units: [Unit] = []
  var addresses: [String: Int] = [:]
  var unitsByRoot: [NodePlace: Int] = [:]
  var missing: Set<String> = []

  var scopes: [Scope] = []
  var scopeNumbers: [Scope: Int] = [:]
  var entered: [Scope: Int] = [:]
  var contexts: [[String: Target]] = [[:]]
  var contextNumbers: [[String: Target]: Int] = [[:]: 0]

  var drafts: [SchemaDraft] = []
  var known: [Key: Int] = [:]
  var references: [Reference] = []
  var referenceLocations: [Int: Location] = [:]
  var promises: [Promise] = []
  /// The entries of mappings with many of them (`$defs`), so that a thousand references into one cost no more than they must.
  var largeMappings: [NodePlace: [String: Node]] = [:]
  /// By file and name.
  var unknownKeywords: [String: UnknownKeyword] = [:]
  var diagnostics: [Diagnostic] = []

  static func compile(_ files: [SourceFile], options: SchemaOptions) -> (set: SchemaSet, diagnostics: [Diagnostic]) {
    var compiler = SchemaCompiler(options: options)
    let units = files.sorted { $0.path < $1.path }.compactMap { compiler.read($0, address: $0.path, draft: options.draft) }
    let roots = units.map { compiler.schema(compiler.units[$0].root, in: compiler.scope(of: $0, from: 0)) }
    compiler.resolveReferences()
    let order = compiler.cutRecursion()
    let program = compiler.program(in: order)
    compiler.checkPromises(program)
    compiler.reportUnknownKeywords()
    var schemas: [String: Schema] = [:]
    for (unit, root) in zip(units, roots) {
      let file = compiler.documents[compiler.units[unit].document].file
      if schemas[file.kind] == nil {
        schemas[file.kind] = Schema(path: file.path, program: program, entry: root, isDocumented: options.isStrict)
      }
    }
    let documents = Dictionary(compiler.documents.map { ($0.file.path, $0.tree) }, uniquingKeysWith: { first, _ in first })
    return (SchemaSet(schemas: schemas, documents: documents), compiler.distinctDiagnostics)
  }

  init(options: SchemaOptions) { self.options = options }

  func path(in scope: Int) -> String { documents[units[scopes[scope].unit].document].file.path }

  func location(_ node: Node, in scope: Int) -> Location { Location(path: path(in: scope), span: node.span) }

  /// The schema at a node, compiled where it is not yet.
  mutating func schema(_ node: Node, in outer: Int) -> Int {
    let scope = scope(at: node, in: outer)
    let place = NodePlace(document: units[scopes[scope].unit].document, node: node.index)
    let key = Key(place: place, context: scopes[scope].context)
    if let index = known[key] { return index }
    let index = drafts.count
    known[key] = index
    var draft = SchemaDraft(origin: location(node, in: scope))
    drafts.append(draft)
    if index == Self.limit { diagnostics.append(SchemaRecursion.report(tooLargeAt: draft.origin)) }
    if node.isMapping, index < Self.limit {
      read(node, in: scope, as: index, into: &draft)
    } else if case .bool(let verdict) = node.core, node.isScalar {
      draft.verdict = verdict
    } else {
      if index < Self.limit { diagnostics.append(SchemaValue.report(notASchema: location(node, in: scope))) }
      draft.verdict = true
    }
    drafts[index] = draft
    return index
  }

  private func program(in order: [Int]) -> Program {
    let isSheet = options.reading == .asSheet
    let nodes = drafts.map { SchemaNode($0, isSheet: isSheet) }
    return Program(nodes: nodes, types: TypeAnalysis.types(of: nodes, in: order), isSheet: isSheet)
  }

  /// Reports labels and synonyms for values that do not exist.
  private mutating func checkPromises(_ program: Program) {
    for promise in promises {
      let values = program.choices(promise.schema).map(\.value) + program.knownKeys(promise.schema)
      guard !values.isEmpty, !values.contains(promise.node.text) else { continue }
      diagnostics.append(
        SchemaValue.report(
          notAValue: promise.node.text, of: promise.keyword, values: values, at: location(promise.node, in: promise.scope)))
    }
  }

  private mutating func reportUnknownKeywords() {
    for keyword in unknownKeywords.values {
      diagnostics.append(
        SchemaKeyword.report(passedOver: keyword.name, at: keyword.first, count: keyword.count, draft: keyword.draft))
    }
  }

  /// In the order of the report; what was compiled on several ways is said once.
  private var distinctDiagnostics: [Diagnostic] {
    var seen: Set<[String]> = []
    return diagnostics.sorted(by: Diagnostic.inReportOrder).filter {
      seen.insert([$0.rule, $0.location.path, "\($0.location.span.start)", "\($0.location.span.end)", $0.message]).inserted
    }
  }
}

extension SourceFile {
  /// `cluster` for `cluster.schema.yaml`.
  fileprivate var kind: String { stem.hasSuffix(".schema") ? String(stem.dropLast(".schema".count)) : stem }
}
