import ArgumentParser
import Diagnostics
import Linking
import Markup
import SheetModel
import SourceText

/// `clusterbook refs ID`.
struct Refs: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    abstract: "Say who refers to a sheet, and to whom it refers, with field and line.",
    discussion: "Where two kinds have the id, write the kind before it: clusterbook refs policy:kompetenznetze.")

  @Argument(help: "The sheet's id, or kind:id.")
  var id: String

  @Option(help: "The form of the answer: text for people, json for programs.")
  var format: Format = .text

  @OptionGroup var project: ProjectOptions
  @OptionGroup var reading: ReadingOptions

  func run() async throws {
    let session = try await reading.open(project)
    let found = try Refs.find(id, in: session.analysis.atlas)
    let links = SheetLinks(of: found, in: session.analysis.atlas) { session.sources.file($0) }
    switch format {
    case .text: text(links, session.analysis.atlas)
    case .json: Console.out(json(links))
    }
  }

  private static func find(_ written: String, in atlas: Atlas) throws -> Sheet {
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let id = parts.last ?? written
    let sheets = atlas.sheets.filter { $0.id.id == id && (parts.count < 2 || $0.id.kind.rawValue == parts[0]) }
    if let first = sheets.first, sheets.count == 1 { return first }
    if sheets.count > 1 {
      let choices = sheets.map { "\($0.id.kind.rawValue):\(id)" }
      throw Exit.usage(
        "'\(id)' is the id of \(sheets.count) sheets: write \(Wording.alternatives(choices))"
      )
    }
    let known = parts.count < 2 ? atlas.sheets.map(\.id.id) : atlas.sheets.map { "\($0.id.kind.rawValue):\($0.id.id)" }
    let near = Wording.didYouMean(NearestWords.of(written, among: Set(known).sorted())).map { "; \($0)" } ?? ""
    throw Exit.usage("there is no sheet '\(written)'" + near)
  }

  private func text(_ links: SheetLinks, _ atlas: Atlas) {
    let sheet = links.sheet
    var out = ["\(sheet.name.value) (\(sheet.id.kind.rawValue):\(sheet.id.id)), \(sheet.path)", ""]
    out.append(
      links.incoming.isEmpty ? "Nothing refers to it." : "Referred to in \(Wording.count(links.incoming.count, "place")):")
    var table = TextTable([])
    for link in links.incoming {
      table.add(["\(link.path):\(link.line)", link.field ?? "text", atlas[link.other]?.name.value ?? link.other.id])
    }
    out += table.lines(indent: "  ", widest: 100).dropFirst()
    out += [
      "", links.outgoing.isEmpty ? "It refers to nothing." : "Refers in \(Wording.count(links.outgoing.count, "place")) to:",
    ]
    table = TextTable([])
    for link in links.outgoing {
      let name = atlas[link.other]?.name.value
      table.add([
        "line \(link.line)", link.field ?? "text", link.exists ? "\(link.other.kind.rawValue):\(link.other.id)" : link.other.id,
        name ?? "(does not exist)",
      ])
    }
    out += table.lines(indent: "  ", widest: 100).dropFirst()
    Console.out(out.joined(separator: "\n"))
  }

  private func json(_ links: SheetLinks) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("version", 1)
      $0.member("id", links.sheet.id.id)
      $0.member("kind", links.sheet.id.kind.rawValue)
      $0.member("name", links.sheet.name.value)
      $0.member("path", links.sheet.path)
      for (name, list) in [("incoming", links.incoming), ("outgoing", links.outgoing)] {
        $0.key(name)
        $0.array {
          for link in list {
            $0.lineBreak()
            $0.object {
              if link.exists { $0.member("kind", link.other.kind.rawValue) }
              $0.member("id", link.other.id)
              if let field = link.field { $0.member("field", field) }
              $0.member("path", link.path)
              $0.member("line", link.line)
              if !link.exists { $0.member("exists", false) }
            }
          }
          if !list.isEmpty { $0.lineBreak(closing: true) }
        }
      }
    }
    return json.text
  }
}

/// A place where one sheet names another.
struct SheetLink {
  /// The other sheet: who refers, or who is meant.
  let other: SheetID
  /// The dotted path of the field; nil in the text.
  let field: String?
  /// The file that the reference stands in, and its line there, from 1.
  let path: String
  let line: Int
  /// Where it begins in the file.
  let offset: Int
  let exists: Bool
}

/// Everything that leads to a sheet and from it.
struct SheetLinks {
  let sheet: Sheet
  /// By the referring sheets, then by line.
  let incoming: [SheetLink]
  /// By line.
  let outgoing: [SheetLink]

  init(of sheet: Sheet, in atlas: Atlas, lookup: SourceLookup) {
    self.sheet = sheet
    let namers = Set(atlas.backlinks(to: sheet.id).map(\.from)).sorted()
    incoming = namers.compactMap { atlas[$0] }.flatMap { namer in
      SheetLinks.references(in: namer, atlas, lookup).filter { $0.other == sheet.id }.map { link in
        SheetLink(other: namer.id, field: link.field, path: link.path, line: link.line, offset: link.offset, exists: true)
      }
    }
    outgoing = SheetLinks.references(in: sheet, atlas, lookup)
  }

  private static func references(in sheet: Sheet, _ atlas: Atlas, _ lookup: SourceLookup) -> [SheetLink] {
    guard let file = lookup(sheet.path) else { return [] }
    let lines = LineTable(file)
    func link(_ target: SheetID, _ field: String?, _ span: Span, exists: Bool) -> SheetLink {
      SheetLink(
        other: target, field: field, path: sheet.path, line: lines.line(at: span.start), offset: span.start, exists: exists)
    }
    let fields = sheet.references.compactMap { reference -> SheetLink? in
      switch atlas.resolve(reference) {
      case .sheet(let id): link(id, reference.field, reference.span, exists: true)
      case .unknown:
        reference.kinds.compactMap(SheetKind.init(rawValue:)).first.map {
          link(SheetID($0, reference.id), reference.field, reference.span, exists: false)
        }
      case .place, .ambiguous: nil
      }
    }
    let texts = sheet.body.references.compactMap { reference -> SheetLink? in
      switch atlas.resolve(reference) {
      case .sheet(let id): link(id, nil, reference.idSpan, exists: true)
      case .unknown:
        link(
          SheetID(reference.kind.flatMap(SheetKind.init(rawValue:)) ?? .cluster, reference.id), nil, reference.idSpan,
          exists: false)
      case .place, .ambiguous: nil
      }
    }
    return (fields + texts).sorted { $0.offset < $1.offset }
  }
}
