import Diagnostics
import FrontMatter
import SourceText
import Testing

/// A small random generator with a seed, so that a failure comes back.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A YAML text read without fences.
func yaml(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> (file: SourceFile, root: Node) {
  let file = SourceFile(path: "a.yaml", text: text)
  let read = YAMLReader.read(file)
  #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.message))", sourceLocation: sourceLocation)
  return (file, try #require(read.tree, sourceLocation: sourceLocation).root)
}

/// The text under the span of the value at a dotted path.
func textUnder(_ path: String, in text: String) throws -> String {
  let (file, root) = try yaml(text)
  return file.text(try #require(root.at(path)).span)
}

/// The one thing that is wrong with a YAML text: rule, `line:column`, the text under the carets, headline.
func wrong(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> (
  rule: String, at: String, text: String, message: String
) {
  let file = SourceFile(path: "a.yaml", text: text)
  let read = YAMLReader.read(file)
  #expect(read.tree == nil, sourceLocation: sourceLocation)
  #expect(read.diagnostics.count == 1, sourceLocation: sourceLocation)
  let diagnostic = try #require(read.diagnostics.first, sourceLocation: sourceLocation)
  let position = LineTable(file).position(at: diagnostic.location.span.start)
  return (diagnostic.rule, "\(position.line):\(position.column)", file.text(diagnostic.location.span), diagnostic.message)
}

/// Every node of a tree in the order of the document.
func allNodes(_ tree: Tree) -> [Node] { (0..<tree.count).map { Node(tree: tree, index: $0) } }
