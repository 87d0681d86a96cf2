import EcosystemSchema
import FrontMatter
import Markup
import SheetModel
import Templates

/// The head and the foot that all sheets share, as slot values.
enum SheetFrame {
  static func head(_ scope: Scope, kind: String, status: String = "") -> [String: SlotValue] {
    guard let sheet = scope.sheet else { return [:] }
    let native = sheet.tree.root["native_name"]
    let nativeName = native?["name"]?.text ?? native?.text ?? ""
    return [
      "kind": .text(kind),
      "status": .text(status),
      "name": .text(sheet.name.value),
      "native_name": .text(nativeName == sheet.name.value ? "" : nativeName),
      "native_lang": .text(native?["lang"]?.text ?? ""),
      "aliases": .text(sheet.aliases.map(\.value).joined(separator: ", ")),
      "summary": .text(sheet.summary ?? ""),
    ]
  }

  static func colophon(_ scope: Scope) -> [String: SlotValue] {
    guard let sheet = scope.sheet else { return [:] }
    let edit = scope.site.configuration.repository.map { SourceRepository($0).edit(sheet.path) } ?? ""
    return [
      "review": .html(review(sheet, scope)), "citation": .html(SheetCitation(sheet, scope.site).html),
      "files": .html(files(sheet, scope)), "source_href": .text(scope.link(DataFile.markdown(sheet.id))),
      "edit_href": .text(edit),
    ]
  }

  /// `Drafted 2026-11-22 by the editor, not yet checked by a second person, confidence high.`
  private static func review(_ sheet: Sheet, _ scope: Scope) -> HTML {
    guard let review = sheet.tree.root["review"] else { return "<p>Nobody has signed for this sheet yet.</p>" }
    func text(_ key: String) -> String? { review[key].flatMap { $0.isBlank ? nil : $0.text } }
    var parts = ["Drafted" + (text("drafted").map { " \($0)" } ?? "") + (text("author").map { " by the \($0)" } ?? "")]
    if let checker = text("checked_by") {
      parts.append("checked" + (text("checked_on").map { " \($0)" } ?? "") + " by the \(checker)")
    } else {
      parts.append("not yet checked by a second person")
    }
    if let confidence = text("confidence") { parts.append("confidence \(confidence)") }
    let known: Set<String> = ["author", "drafted", "checked_by", "checked_on", "confidence"]
    let further = Extras.sentences(review, scope.site.field(of: sheet.id.kind)?.child("review"), except: known, scope)
    return "<p>\(parts.joined(separator: ", ")).\(further)</p>"
  }

  /// The citation and the sheet as files.
  private static func files(_ sheet: Sheet, _ scope: Scope) -> HTML {
    var links: [(DataFile, String)] = [(.bibTeX(sheet.id), "BibTeX"), (.csl(sheet.id), "CSL-JSON")]
    if !sheet.sources.isEmpty { links.append((.sourcesBibTeX(sheet.id), "its sources in BibTeX")) }
    links.append((.record(sheet.id), "the sheet as JSON"))
    return links.map { "<a href=\"\(scope.link($0.0.address))\">\($0.1)</a>" as HTML }.joined(", ")
  }
}
