import MarkdownBody
import SheetModel

/// Where a link of a text leads, in the terms of the project.
enum LinkTarget {
  /// Another site, or a mail address.
  case elsewhere
  /// A heading of the same page.
  case anchor(String)
  /// A picture or another file of the project, by its path.
  case file(String)
  /// Another sheet, linked by its file.
  case sheet(SheetID)
  /// A page of the site, by its address from the root.
  case page(String)

  /// Relative links lead from the file they stand in, as they do in an editor's preview; what ends in .html is an address from the site's root.
  static func of(_ link: Link, in path: String) -> LinkTarget {
    let target = link.target
    if target.hasPrefix("#") { return .anchor(String(target.dropFirst())) }
    let (file, _) = Address.split(target)
    guard !isAbsolute(target), !file.isEmpty else { return .elsewhere }
    if link.kind == .link, file.hasSuffix(".html") { return .page(trimmed(file)) }
    guard let resolved = resolve(file, in: path) else { return .file(file) }
    if let kind = SheetKind(path: resolved) {
      let name = resolved.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
      return .sheet(SheetID(kind, name))
    }
    return .file(resolved)
  }

  static func isAbsolute(_ target: String) -> Bool {
    let lower = target.lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("mailto:")
  }

  /// A path written in a file, from the project's root; nil where it leads out of the project.
  static func resolve(_ written: String, in path: String) -> String? {
    guard !written.hasPrefix("/") else { return nil }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in written.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// Where the file that a sheet's `image` names may lie: in the sheet's own folder, where its name is enough, or by its way from the sheet.
  static func pictureFiles(_ written: String, of sheet: Sheet) -> [String] {
    [sheet.id.id + "/" + written, written].compactMap { resolve($0, in: sheet.path) }
  }

  /// A path as it would be written in a file beside which, or below which, it lies.
  static func relative(_ asset: String, to path: String) -> String? {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/") + "/"
    return asset.hasPrefix(folder) ? String(asset.dropFirst(folder.count)) : nil
  }

  private static func trimmed(_ file: String) -> String {
    var file = Substring(file)
    while file.hasPrefix("./") || file.hasPrefix("../") { file = file.drop { $0 == "." }.dropFirst() }
    return String(file)
  }
}
