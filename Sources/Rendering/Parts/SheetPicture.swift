import FrontMatter
import Markup
import SheetModel

/// The picture of a sheet, with who made it and under which terms.
enum SheetPicture {
  static func html(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let image = sheet.tree.root["image"], let path = file(of: sheet, scope.site) else {
      return HTML()
    }
    let terms = ["credit", "licence"].compactMap { key in image[key].flatMap { $0.isBlank ? nil : $0.text } }.joined(
      separator: ", ")
    let further = Extras.sentences(
      image, scope.site.field(of: sheet.id.kind)?.child("image"), except: ["file", "alt", "credit", "licence"], scope)
    return """
      <figure class="picture">
      <img src="\(scope.link(LinkCheck.address(ofAsset: path)))" alt="\(image["alt"]?.text ?? "")">
      <figcaption>\(terms)\(further)</figcaption>
      </figure>

      """
  }

  /// The picture's path in the project; nil where the sheet has none that is published.
  static func file(of sheet: Sheet, _ site: SiteContext) -> String? {
    guard let file = sheet.tree.root["image"]?["file"], file.isScalar else { return nil }
    return LinkTarget.pictureFiles(file.text, of: sheet).first(where: site.pictures.contains)
  }
}
