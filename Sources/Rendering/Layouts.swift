import Templates

/// What the program hands to each layout of `Site/templates/`: the contract that templates are checked against.
package enum Layouts {
  package static let all: [Layout] = [
    Layout(
      "home",
      slots: frame + [
        text("site_subtitle", "the site's subtitle"), html("map", "the world map with its legend", required: true),
        html("intro", "the text of Site/pages/home.md", required: true), html("counts", "what the atlas holds, in numbers"),
        html("themes", "the themes with their counts", required: true),
        html("regions", "continents and macro-regions with their counts", required: true),
        html("reading", "how to read the atlas"),
      ]),
    Layout(
      "explorer",
      slots: frame + [
        text("count", "how many clusters"), text("title", "the page's heading"), text("lead", "one sentence on the page"),
        html("finder", "fields for a script that filters the list"), html("map", "the map"),
        html("facets", "counts by theme, region, size and so on"),
        text("list_title", "the heading of the list"),
        html("az", "letters that lead into the list"), html("table", "all clusters", required: true),
        html("note", "what the columns mean"),
      ]),
    Layout(
      "cluster",
      slots: frame + sheetHead + colophon + [
        text("theme_class", "theme-1 to theme-5"), html("place", "city and countries"),
        html("themes", "theme and secondary themes"),
        html("glance", "the ecosystem at a glance: two strips"), html("locator", "a small map"),
        html("facts", "the fact list", required: true),
        html("sections", "all sections in the schema's order", required: true),
      ]),
    Layout(
      "sheet",
      slots: frame + sheetHead + colophon + [
        html("map", "a map, where the sheet leads to clusters"), html("facts", "the fact list", required: true),
        html("sections", "all sections in the schema's order", required: true),
      ]),
    Layout(
      "theme",
      slots: frame + sheetHead + colophon + [
        text("theme_class", "theme-1 to theme-5"), text("count", "how many clusters"), html("mark", "the theme's mark"),
        html("facts", "the fact list"),
        html("map", "the theme's map"), html("clusters", "its clusters by region", required: true),
        html("sections", "the theme's text and sources", required: true),
      ]),
    Layout(
      "region",
      slots: frame + sheetHead + colophon + [
        text("count", "how many clusters"), html("facts", "the fact list"), html("map", "the region's map"),
        html("clusters", "its clusters by theme", required: true), html("subregions", "the countries of a macro-region"),
        html("policies", "its policies"), html("sections", "the region's own sheet, if there is one", required: true),
        Slot("colophon", .flag, "whether a sheet stands on the page"),
      ]),
    Layout(
      "list",
      slots: frame + [
        text("title", "the page's heading"), text("lead", "one sentence on the page"), html("facts", "the fact list"),
        html("map", "a map"),
        html("az", "letters that lead into the list"), html("content", "the list", required: true),
      ]),
    Layout(
      "edition",
      slots: frame + [
        html("note", "on a screen: how to print it, and which other editions there are"),
        html("content", "the whole book", required: true),
      ]),
    Layout(
      "compare",
      slots: frame + [
        text("title", "the page's heading"), text("lead", "one sentence on the page"),
        html("content", "what is compared, side by side", required: true),
      ]),
    Layout(
      "review",
      slots: frame + [
        text("title", "the page's heading"), text("lead", "one sentence on the page"),
        html("pages", "the pages of the review", required: true),
        html("content", "what the page has to say", required: true),
      ]),
    Layout(
      "text",
      slots: frame + [
        text("title", "the page's heading"), text("lead", "one sentence on the page"), html("body", "the text", required: true),
      ]),
    Layout(
      "notfound",
      slots: frame + [
        text("title", "the page's heading"), text("lead", "one sentence on the page"), html("links", "where to go from here"),
      ]),
  ]

  /// What every page has.
  private static let frame = [
    text("language", "the site's language code"), text("page_title", "the title in the browser's bar"),
    text("description", "the page in a sentence"),
    text("canonical", "the page's whole address, where base_url is known"),
    text("root", "what stands before addresses from the site's root"),
    text("stylesheet", "the address of the stylesheet, from the site's root"), html("scripts", "the scripts of the page"),
    html("head_extra", "further elements of the head"), text("site_title", "the site's title"),
    html("navigation", "the site's navigation"),
    html("footer_links", "the links at the foot"), text("publisher", "the site's publisher"),
    text("licence", "the licence of the texts"),
    html("crumbs", "where the page lies"), html("toc", "the page's sections"),
  ]

  /// The head of every sheet.
  private static let sheetHead = [
    text("kind", "what kind of thing it is"), text("status", "its status"), text("name", "its name"),
    text("native_name", "its name at home"),
    text("native_lang", "the language of that name"), text("aliases", "its other names"), text("summary", "its summary"),
  ]

  /// The foot of every sheet.
  private static let colophon = [
    html("review", "who wrote and checked it, and when"), html("citation", "how to cite it"),
    html("files", "the citation and the sheet as files"),
    text("source_href", "its Markdown source"),
    text("edit_href", "where to propose a change"),
  ]

  private static func text(_ name: String, _ description: String) -> Slot { Slot(name, .text, description) }

  private static func html(_ name: String, _ description: String, required: Bool = false) -> Slot {
    Slot(name, .html, isRequired: required, description)
  }
}
