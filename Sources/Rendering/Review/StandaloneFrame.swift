import Markup

/// What stands around the review where there is no site: the same forms as in the layouts of the site, without its navigation.
enum StandaloneFrame {
  static func page(_ desk: ReviewDesk, _ page: ReviewPage) -> [UInt8] {
    let topic = page.topic
    let content = desk.content(page)
    var html = head(desk, title: topic.title, style: "<link rel=\"stylesheet\" href=\"styles/site.css\">")
    html += """
      <p class="site-title"><a href="\(desk.href(.overview))">\(desk.scope.site.configuration.title)</a></p>
      </header>
      <main class="page with-margin" id="content">
      \(title(topic.title))\
      <div class="lead">
      <p class="standfirst">\(topic.lead)</p>
      </div>
      <aside class="margin" aria-label="Pages of the review and contents">
      \(pages(ReviewFrame.navigation(desk, page)))\(contents(content.contents))</aside>
      <div class="body">
      \(desk.parts(page))\(content.html)</div>
      </main>
      </body>
      </html>

      """
    return html.bytes
  }

  /// Everything on one page; `styles` is the project's own stylesheet.
  static func single(_ desk: ReviewDesk, styles: [UInt8]) -> [UInt8] {
    var html = head(desk, title: "Review", style: "<style>\n\(HTML(trusted: inElement(styles)))</style>")
    html += """
      <p class="site-title">\(desk.scope.site.configuration.title)</p>
      </header>
      <main class="page with-margin" id="content">
      \(title("Review"))\
      <div class="lead">
      <p class="standfirst">\(ReviewTopic.overview.lead)</p>
      </div>
      <aside class="margin" aria-label="Contents">
      \(pages(ReviewFrame.navigation(desk, nil)))</aside>
      <div class="body">

      """
    for topic in ReviewTopic.all {
      let page = ReviewPage(topic: topic, part: 1)
      html +=
        "<div class=\"topic\" id=\"\(topic.stem)\">\n<h2 class=\"topic-title\">\(topic.title)</h2>\n\(desk.parts(page))\(desk.content(page).html)</div>\n"
    }
    html += "</div>\n</main>\n</body>\n</html>\n"
    return html.bytes
  }

  private static func head(_ desk: ReviewDesk, title: String, style: HTML) -> HTML {
    let configuration = desk.scope.site.configuration
    let policy: HTML = desk.form == .single ? "style-src 'unsafe-inline'" : "style-src 'self'"
    return """
      <!DOCTYPE html>
      <html lang="\(configuration.language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \(policy); base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title == "Review" ? "" : "Review: ")\(title) – \(configuration.title)</title>
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      \(style)
      </head>
      <body class="page-review">
      <a class="skip" href="#content">To the content</a>
      <header class="site-header">

      """
  }

  private static func title(_ title: String) -> HTML {
    "<div class=\"top\">\n<div class=\"head\">\n<p class=\"kind\"><strong>Review</strong></p>\n<h1>\(title)</h1>\n</div>\n</div>\n"
  }

  private static func pages(_ items: HTML) -> HTML {
    "<nav class=\"review-nav\" aria-label=\"Pages of the review\"><ul>\n\(items)</ul></nav>\n"
  }

  private static func contents(_ entries: [TableOfContents.Entry]) -> HTML {
    guard entries.count > 1 else { return HTML() }
    let items = entries.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>\n" as HTML }.joined()
    return
      "<nav class=\"toc\" aria-labelledby=\"toc-title\">\n<h2 id=\"toc-title\">On this page</h2>\n<ol>\n\(items)</ol>\n</nav>\n"
  }

  /// Style rules as they may stand in an element: none of them can end it.
  private static func inElement(_ styles: [UInt8]) -> [UInt8] {
    Array(String(decoding: styles, as: UTF8.self).replacing("</", with: "<\\/").utf8)
  }
}
