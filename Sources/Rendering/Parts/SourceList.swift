import EcosystemSchema
import FrontMatter
import Markup
import SheetModel

/// The numbered sources at the foot of a sheet.
enum SourceList {
  static func html(_ scope: Scope) -> HTML {
    guard let sheet = scope.sheet, let list = sheet.tree.root["sources"] else { return HTML() }
    let fields = scope.site.field(of: sheet.id.kind)?.child("sources")?.items
    var html: HTML = """
      <p class="section-intro">The letter says how far a source carries: A official, statistical or reviewed; B serious press, or the organisation \
      itself; C promotion, a compilation or an encyclopedia.</p>
      <ol class="sources">

      """
    for (i, source) in list.items.filter(\.isMapping).enumerated() { html += item(source, number: i + 1, fields, scope) }
    html += "</ol>"
    return html
  }

  private static func item(_ source: Node, number: Int, _ fields: Field?, _ scope: Scope) -> HTML {
    func text(_ key: String) -> String? { source[key].flatMap { $0.isBlank ? nil : $0.text } }
    let language = text("lang").flatMap { $0 == "en" ? nil : $0 }
    let lang: HTML = language.map { " lang=\"\($0)\"" } ?? HTML()
    let title = text("title") ?? text("id") ?? ""
    let named: HTML =
      text("url").map { "<a href=\"\($0)\" rel=\"external\"\(lang)>\(title)</a>" } ?? "<span\(lang)>\(title)</span>"
    let who = [text("author"), text("publisher"), text("year"), language.flatMap(languageName)].compactMap { $0 }.joined(
      separator: ", ")
    let type = text("type").map { fields?.child("type")?.label(of: $0) ?? Field.words($0) } ?? ""
    let how = [type + (text("copy") == "stored" ? ", stored copy" : ""), text("read_on").map { "read \($0)" }].compactMap { $0 }
    var detail: HTML = "\(who)\(who.isEmpty ? "" : ". ")\(how.joined(separator: text("copy") == "stored" ? " " : ", "))."
    if let archived = text("archived") { detail += " <a href=\"\(archived)\" rel=\"external\">Archived copy</a>." }
    detail += Extras.sentences(source, fields, except: known, scope)
    if let note = text("note") { detail += " \(note)" }
    let letter: HTML = text("reliability").map { "<abbr class=\"letter\" title=\"Reliability \($0)\">\($0)</abbr>" } ?? HTML()
    return """
      <li id="source-\(text("id") ?? "")"><span class="n">\(number)</span><div><span class="title">\(named)</span> <span class="detail">\(detail)</span></div>\(letter)</li>

      """
  }

  /// What an entry of the list says by itself.
  private static let known: Set<String> = [
    "id", "type", "title", "author", "publisher", "year", "url", "archived", "read_on", "copy", "lang", "reliability", "note",
  ]

  /// `in Swedish`; nothing for a language that is not in this short list.
  private static func languageName(_ code: String) -> String? {
    let names = [
      "ca": "Catalan", "da": "Danish", "de": "German", "es": "Spanish", "fi": "Finnish", "fr": "French", "it": "Italian",
      "ja": "Japanese",
      "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "sv": "Swedish", "uk": "Ukrainian",
      "zh": "Chinese",
    ]
    return names[code].map { "in \($0)" }
  }
}
