import Markup

/// The forms that all pages are built of.
enum Blocks {
  /// A section of a page with its heading, and how many things it holds.
  static func section(id: String, title: String, count: Int? = nil, _ content: HTML) -> HTML {
    let counted: HTML = count.map { " <span class=\"count\">\(Numbers.grouped($0))</span>" } ?? HTML()
    return """
      <section class="section" id="\(id)" aria-labelledby="\(id)-title">
      <h2 id="\(id)-title">\(title)\(counted)</h2>
      \(content)
      </section>

      """
  }

  /// A part of a section under a heading of its own.
  static func part(title: HTML, count: Int? = nil, level: Int = 3, _ content: HTML) -> HTML {
    let counted: HTML = count.map { " <span class=\"count\">\(Numbers.grouped($0))</span>" } ?? HTML()
    return "<div class=\"sub\">\n<h\(level)>\(title)\(counted)</h\(level)>\n\(content)\n</div>\n"
  }

  /// A row of a fact list.
  static func fact(_ label: String, _ value: HTML, sources: HTML = HTML(), note: HTML = HTML()) -> HTML {
    var row: HTML = "<div><dt>\(label)</dt><dd>\(value)"
    if !sources.isEmpty { row += " \(sources)" }
    if !note.isEmpty { row += "<span class=\"aside-note\">\(note)</span>" }
    row += "</dd></div>\n"
    return row
  }

  /// A link to another site.
  static func external(_ url: String, text: String? = nil) -> HTML {
    "<a href=\"\(url)\" rel=\"external\">\(text ?? shortened(url))</a>"
  }

  static func list(_ items: [HTML], className: String) -> HTML {
    var list: HTML = "<ul class=\"\(className)\">\n"
    for item in items { list += "<li>\(item)</li>\n" }
    list += "</ul>"
    return list
  }

  /// A remark in small type; nothing where there is none.
  static func note(_ text: String?) -> HTML { text.map { "<p class=\"note\">\($0)</p>" } ?? HTML() }

  /// An address as people write it: without scheme, `www.` and a slash at the end.
  private static func shortened(_ url: String) -> String {
    var text = Substring(url)
    for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) { text = text.dropFirst(prefix.count) }
    while text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}

/// A column of a table: its head, and whether it holds numbers.
struct Column {
  let title: String
  let isNumber: Bool

  init(_ title: String, number: Bool = false) {
    self.title = title
    isNumber = number
  }
}

/// Tables that scroll by themselves where they are wider than the page, and can be reached with the keyboard.
enum Table {
  /// - Parameters:
  ///   - caption: read aloud, not shown: the heading above says the same.
  ///   - bodies: ready `<tbody>` elements.
  static func make(caption: String, columns: [Column], className: String? = nil, narrow: Bool = false, bodies: HTML) -> HTML {
    var table: HTML =
      "<div class=\"table-wrap\(narrow ? " table-narrow" : "")\" role=\"region\" aria-label=\"Table: \(caption)\" tabindex=\"0\">\n<table"
    if let className { table += " class=\"\(className)\"" }
    table += ">\n<caption class=\"sr-only\">\(caption)</caption>\n<thead>\n<tr>"
    for column in columns {
      table += column.isNumber ? "<th scope=\"col\" class=\"num\">\(column.title)</th>" : "<th scope=\"col\">\(column.title)</th>"
    }
    table += "</tr>\n</thead>\n\(bodies)\n</table>\n</div>"
    return table
  }

  /// - Parameter rows: the cells of each row.
  static func make(caption: String, columns: [Column], className: String? = nil, narrow: Bool = false, rows: [HTML]) -> HTML {
    var body: HTML = "<tbody>\n"
    for row in rows { body += "<tr>\(row)</tr>\n" }
    body += "</tbody>"
    return make(caption: caption, columns: columns, className: className, narrow: narrow, bodies: body)
  }
}
