import FrontMatter
import Markup
import SheetModel

/// The picture of a sheet, with who made it and under which terms.
enum SheetPicture {
  static func html(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let image = sheet.tree.root["image"], let file = image["file"], file.isScalar,
      let path = LinkTarget.pictureFiles(file.text, of: sheet).first(where: scope.site.pictures.contains)
    else { return HTML() }
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
}
