import Markup
import SourceText
import Templates

/// The stylesheet and the scripts of the site. Each has a hash of its content in its name, so that a browser may keep it for ever and never shows a
/// new page with an old one.
struct SiteAssets: Sendable {
  /// A file of the site and its bytes.
  struct File: Sendable {
    let address: String
    let bytes: [UInt8]
  }

  /// nil where the project has no styles.
  let stylesheet: File?
  /// By the names of their sources, `explorer` for `Site/scripts/explorer.js`, in that order.
  let scripts: [(name: String, file: File)]

  init(styles: [SourceFile], scripts: [SourceFile], title: String) {
    let joined = Stylesheet.join(styles, title: title)
    stylesheet = joined.isEmpty ? nil : SiteAssets.file("styles/site", "css", joined)
    self.scripts = scripts.filter { !$0.bytes.isEmpty }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
      let name = SiteAssets.name(of: $0)
      return (name, SiteAssets.file("scripts/" + name, "js", $0.bytes))
    }
  }

  /// The files as routes of the site.
  var routes: [Route] {
    (stylesheet.map { [Route($0.address, .stylesheet)] } ?? []) + scripts.map { Route($0.file.address, .script($0.name)) }
  }

  func script(_ name: String) -> [UInt8] { scripts.first { $0.name == name }?.file.bytes ?? [] }

  /// Puts the addresses of stylesheet and scripts into the values of a page. A book stands on paper and takes no scripts.
  func fill(_ values: inout [String: SlotValue], layout: String) {
    let root = if case .text(let root) = values["root"] { root } else { "" }
    values["stylesheet"] = .text(stylesheet?.address ?? "")
    values["scripts"] = .html(layout == "edition" ? HTML() : scriptElements(layout: layout, root: root))
  }

  /// The elements for the head of a page. A script whose name is that of a layout is for its pages alone; all others are for every page.
  ///
  /// - Parameter root: what stands before an address from the site's root.
  func scriptElements(layout: String, root: String) -> HTML {
    let layouts = Set(Layouts.all.map(\.name))
    return scripts.filter { $0.name == layout || !layouts.contains($0.name) }
      .map { "<script defer src=\"\(root)\($0.file.address)\"></script>\n" as HTML }.joined()
  }

  /// The path below `Site/scripts/` without its ending; what an address would have to escape becomes a hyphen.
  private static func name(of file: SourceFile) -> String {
    let path = file.path.dropFirst("Site/scripts/".count).dropLast(".js".count)
    return String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber || "/_-".contains($0)) ? $0 : "-" })
  }

  private static func file(_ stem: String, _ ending: String, _ bytes: [UInt8]) -> File {
    File(address: "\(stem).\(ContentHash.text(bytes)).\(ending)", bytes: bytes)
  }
}
