import Diagnostics
import EcosystemSchema
import FrontMatter
import MarkdownBody
import SheetModel
import SourceText

/// A sheet at one of the two times: what comparing it takes.
struct SheetState: Sendable {
  let id: SheetID
  let file: SourceFile
  /// The front matter; nil where it cannot be read.
  let data: DataValue?
  /// The first thing that is wrong with a file that cannot be read.
  let problem: String?
  private let body: Span

  init(_ file: SourceFile, kind: SheetKind, field: Field?) {
    id = SheetID(kind, file.stem)
    self.file = file
    // A file that a limit of the configuration refuses is still compared: the reader's own limits keep hostile ones small.
    let head = SheetHead.read(file, maximumSize: 16 << 20)
    data = head.tree.map { DataValue($0.root, field) }
    problem = head.tree == nil ? head.diagnostics.max { $0.severity < $1.severity }?.message ?? "File cannot be read" : nil
    body = head.body
  }

  var path: String { file.path }

  var name: String {
    guard let name = data?["name"]?.scalar, !name.isEmpty else { return id.id }
    return name
  }

  var theme: String? { data?["theme"]?.scalar }

  /// ISO 3166-1 codes as written, the seat's first.
  var countries: [String] {
    guard case .list(let items) = data?["location"]?["countries"] ?? data?["countries"] else { return [] }
    return items.compactMap(\.scalar)
  }

  /// Ids that the sheet had before.
  var formerIDs: [String] {
    guard case .list(let items) = data?["former_ids"] else { return [] }
    return items.compactMap(\.scalar)
  }

  var words: [Substring] { file.text(body).split(whereSeparator: \.isWhitespace) }

  /// The headings of the text, in order.
  var headings: [String] { BodyReader.read(file, span: body).body.headings.map(\.text) }
}
