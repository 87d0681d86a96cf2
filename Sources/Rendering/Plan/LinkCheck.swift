import Diagnostics
import FrontMatter
import Linking
import MarkdownBody
import SheetAnalysis
import SheetModel
import SourceText
import Workspace

/// Follows the links of all texts to pages, anchors and pictures, and finds which pictures the site needs.
struct LinkCheck {
  let analysis: Analysis
  let published: [Sheet]
  let addresses: [SheetID: String]
  let assets: Set<String>
  let pages: Set<String>
  private(set) var pictures: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var wanted: Set<String> = []

  init(analysis: Analysis, published: [Sheet], addresses: [SheetID: String], assets: [Asset], pages: Set<String>) {
    self.analysis = analysis
    self.published = published
    self.addresses = addresses
    self.assets = Set(assets.map(\.path))
    self.pages = pages
  }

  mutating func run() {
    for sheet in analysis.atlas.sheets {
      check(sheet.body, path: sheet.path, sheet: sheet.id.id)
      if let file = sheet.tree.root.at("image.file"), file.isScalar, !file.isBlank {
        picture(file.text, from: sheet.path, at: Location(path: sheet.path, span: file.span), sheet: sheet.id.id)
      }
    }
    for text in analysis.texts { check(text.body, path: text.path, sheet: nil) }
    pictures = wanted.sorted()
  }

  private mutating func check(_ body: Body, path: String, sheet: String?) {
    for link in body.links {
      let location = Location(path: path, span: link.targetSpan)
      switch LinkTarget.of(link, in: path) {
      case .elsewhere: continue
      case .anchor(let anchor):
        if !body.headings.contains(where: { $0.anchor == anchor }), !LinkTarget.isSourceAnchor(anchor) {
          let nearest = NearestWords.of(anchor, among: body.headings.map(\.anchor))
          diagnostics.append(DeadLink.report(anchor: anchor, nearest: nearest, at: location, sheet: sheet))
        }
      case .file(let file): picture(file, isResolved: true, from: path, at: location, sheet: sheet)
      case .sheet(let id):
        if addresses[id] == nil { diagnostics.append(DeadLink.report(page: link.target, isDraft: analysis.atlas[id] != nil, nearest: [], at: location, sheet: sheet)) }
      case .page(let page):
        if !pages.contains(page) {
          diagnostics.append(
            DeadLink.report(page: link.target, isDraft: false, nearest: NearestWords.of(page, among: pages.sorted()), at: location, sheet: sheet))
        }
      }
    }
  }

  private mutating func picture(_ written: String, isResolved: Bool = false, from path: String, at location: Location, sheet: String?) {
    let file = isResolved ? written : LinkTarget.resolve(written, in: path)
    guard let file, assets.contains(file) else {
      let near = NearestWords.of(written, among: assets.sorted().compactMap { LinkTarget.relative($0, to: path) })
      diagnostics.append(MissingPicture.report(written, nearest: near, at: location, sheet: sheet))
      return
    }
    wanted.insert(file)
  }

  /// Where a picture lies on the site: `Sheets/clusters/porto-digital/harbour.jpg` at `clusters/porto-digital/harbour.jpg`.
  static func address(ofAsset path: String) -> String {
    for prefix in ["Sheets/", "Site/"] where path.hasPrefix(prefix) { return String(path.dropFirst(prefix.count)) }
    return path.hasPrefix("Themes/") ? "themes/" + path.dropFirst("Themes/".count) : path
  }
}
