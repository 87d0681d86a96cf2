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
  let addresses: [SheetID: String]
  let assets: Set<String>
  let pages: Set<String>
  private(set) var pictures: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var wanted: Set<String> = []
  private var suggestions = Suggestions()
  private var anchorsByPath: [String: Set<String>] = [:]
  private lazy var pageList = pages.sorted()
  private lazy var assetList = assets.sorted()

  /// The text that is being checked: a sheet's or a page's.
  private struct Text {
    let body: Body
    let path: String
    var sheet: Sheet?
  }

  init(analysis: Analysis, addresses: [SheetID: String], assets: [Asset], pages: Set<String>) {
    self.analysis = analysis
    self.addresses = addresses
    self.assets = Set(assets.map(\.path))
    self.pages = pages
  }

  mutating func run() {
    for sheet in analysis.atlas.sheets {
      check(Text(body: sheet.body, path: sheet.path, sheet: sheet))
      if let file = sheet.tree.root.at("image.file"), file.isScalar, !file.isBlank {
        let files = LinkTarget.pictureFiles(file.text, of: sheet)
        let found = files.first(where: assets.contains)
        picture(
          found ?? file.text, isResolved: found != nil, from: sheet.path, at: sheet.location(file.span), sheet: sheet.id.id,
          pointer: file.pointer)
      }
    }
    for text in analysis.texts { check(Text(body: text.body, path: text.path)) }
    for item in analysis.configuration.navigation { navigation(item.page) }
    pictures = wanted.sorted()
  }

  private mutating func check(_ text: Text) {
    for link in text.body.links {
      let location = Location(path: text.path, span: link.targetSpan)
      let sheet = text.sheet?.id.id
      switch LinkTarget.of(link, in: text.path) {
      case .elsewhere: continue
      case .anchor(let anchor):
        guard !hasAnchor(anchor, text) else { continue }
        let nearest = suggestions.nearest(to: anchor, kind: text.path, among: text.body.headings.map(\.anchor))
        diagnostics.append(
          DeadLink.report(anchor: anchor, in: nil, nearest: nearest.map { "#" + $0 }, at: location, sheet: sheet))
      case .file(let file): picture(file, isResolved: true, from: text.path, at: location, sheet: sheet)
      case .sheet(let id): follow(link, to: id, from: text)
      case .page(let page): follow(page, written: link.target, at: location, sheet: sheet)
      }
    }
  }

  /// A link to another sheet's file, and to a heading in it.
  private mutating func follow(_ link: Link, to id: SheetID, from text: Text) {
    // Whoever cannot be read is reported there; a draft that leads to a draft stands on no page.
    guard !analysis.atlas.unreadable.contains(id), !analysis.unread.hold("\(id.kind.folder)/\(id.id).md") else { return }
    let location = Location(path: text.path, span: link.targetSpan)
    let target = analysis.atlas[id]
    if addresses[id] == nil {
      guard target == nil || !(text.sheet?.isDraft ?? false) else { return }
      let atlas = analysis.atlas
      let nearest = target == nil ? suggestions.nearest(to: id.id, kind: id.kind.rawValue, among: atlas.ids(of: [id.kind])) : []
      let written = nearest.map { link.target.replacing(id.id + ".md", with: $0 + ".md", maxReplacements: 1) }
      diagnostics.append(
        DeadLink.report(page: link.target, isDraft: target != nil, nearest: written, at: location, sheet: text.sheet?.id.id))
    } else if let target {
      let anchor = String(Address.split(link.target).fragment.dropFirst())
      guard !anchor.isEmpty, !hasAnchor(anchor, Text(body: target.body, path: target.path, sheet: target)) else { return }
      let nearest = suggestions.nearest(to: anchor, kind: target.path, among: target.body.headings.map(\.anchor))
      let file = Address.split(link.target).file
      diagnostics.append(
        DeadLink.report(
          anchor: anchor, in: target.name.value, nearest: nearest.map { file + "#" + $0 }, at: location, sheet: text.sheet?.id.id)
      )
    }
  }

  private mutating func follow(_ page: String, written: String, at location: Location, sheet: String?) {
    guard !pages.contains(page) else { return follow(written, toTextOf: page, at: location, sheet: sheet) }
    // Of a file that could not be read, the page is missing for that reason alone.
    let stem = page.hasSuffix(".html") ? String(page.dropLast(5)) : page
    let inThemes = stem.hasPrefix("themes/") ? "Themes/" + stem.dropFirst("themes/".count) : stem
    if ["Site/pages/\(stem).md", "Sheets/\(stem).md", "\(inThemes).md"].contains(where: analysis.unread.hold) { return }
    let known = pageList
    let nearest = suggestions.nearest(to: page, kind: "page", among: known)
    diagnostics.append(DeadLink.report(page: written, isDraft: false, nearest: nearest, at: location, sheet: sheet))
  }

  /// A link to a heading of a page of `Site/pages/`. What pages of the program's own are made of is not looked through.
  private mutating func follow(_ written: String, toTextOf page: String, at location: Location, sheet: String?) {
    let (file, fragment) = Address.split(written)
    let anchor = String(fragment.dropFirst())
    guard !anchor.isEmpty, let text = analysis.texts.first(where: { $0.id + ".html" == page }) else { return }
    guard !hasAnchor(anchor, Text(body: text.body, path: text.path)) else { return }
    let nearest = suggestions.nearest(to: anchor, kind: text.path, among: text.body.headings.map(\.anchor))
    diagnostics.append(
      DeadLink.report(anchor: anchor, in: text.title, nearest: nearest.map { file + "#" + $0 }, at: location, sheet: sheet))
  }

  /// An entry of `navigation` in site.yaml: a page of the site, or the address of another one.
  private mutating func navigation(_ page: Located<String>) {
    let file = Address.split(page.value).file
    guard !LinkTarget.isAbsolute(page.value) else { return }
    follow(file, written: page.value, at: Location(path: "Site/site.yaml", span: page.span), sheet: nil)
  }

  private mutating func hasAnchor(_ anchor: String, _ text: Text) -> Bool {
    let known = anchorsByPath[text.path] ?? anchors(of: text)
    anchorsByPath[text.path] = known
    return known.contains(anchor)
  }

  /// Where a link may lead within a text's page: its headings, and on a datasheet its sources and figures.
  private func anchors(of text: Text) -> Set<String> {
    var anchors = Set(text.body.headings.map(\.anchor))
    guard let sheet = text.sheet else { return anchors }
    for source in sheet.sources { anchors.insert("source-" + source.id.value) }
    for figure in sheet.figures { anchors.insert("figure-" + figure.id.value) }
    return anchors
  }

  private mutating func picture(
    _ written: String, isResolved: Bool = false, from path: String, at location: Location, sheet: String?, pointer: String? = nil
  ) {
    let file = isResolved ? written : LinkTarget.resolve(written, in: path)
    guard let file, assets.contains(file) else {
      if let file, analysis.unread.hold(file) { return }
      let shown = isResolved ? LinkTarget.relative(written, to: path) ?? written : written
      let known = assetList
      let nearest = suggestions.nearest(to: shown, kind: path, among: known.compactMap { LinkTarget.relative($0, to: path) })
      diagnostics.append(MissingPicture.report(shown, nearest: nearest, at: location, sheet: sheet, pointer: pointer))
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
