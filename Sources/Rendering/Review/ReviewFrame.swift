import Markup
import SheetAnalysis
import SheetModel
import SourceText
import Templates

/// A page of the review within the site: the values of the layout `review`.
enum ReviewFrame {
  static func values(_ review: ReviewSite, _ address: String, _ page: ReviewPage) -> [String: SlotValue] {
    let desk = ReviewDesk(review: review, scope: Scope(review.site, address), form: .pages)
    let content = desk.content(page)
    let topic = page.topic
    let crumbs =
      topic == .overview && page.part == 1
      ? [FrameValues.Crumb("Review")] : [.init("Review", ReviewSite.folder + ReviewTopic.overview.file()), .init(topic.title)]
    var values = FrameValues.make(
      review.site, address, title: "Review: \(topic.title)", description: topic.lead, crumbs: crumbs, contents: content.contents)
    // The pages are work in hand; search engines have nothing to find here.
    values["head_extra"] = .html("<meta name=\"robots\" content=\"noindex\">\n")
    values["title"] = .text(topic.title)
    values["lead"] = .text(topic.lead)
    values["pages"] = .html(navigation(desk, page))
    values["content"] = .html(desk.parts(page) + content.html)
    return values
  }

  /// The pages of the review as the items of a list.
  static func navigation(_ desk: ReviewDesk, _ page: ReviewPage?) -> HTML {
    ReviewTopic.all.map { topic -> HTML in
      let current: HTML = page.map { $0.topic == topic } ?? false ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(desk.href(topic))\"\(current)>\(topic.title)</a></li>\n"
    }.joined()
  }
}

extension ReviewSite {
  /// The routes of the review within the site.
  var routes: [Route] { pages.map { Route(ReviewSite.folder + $0.file, .review($0)) } }

  /// The addresses that every review has, for links from texts.
  static let fixedAddresses = ReviewTopic.all.map { folder + $0.file() }
}

extension ReviewSite {
  /// The review by itself: a folder of pages with their stylesheet, which needs nothing else of the site. Drafts are in it, and errors where there are
  /// any. Paths are relative to the folder: `index.html`.
  package static func files(_ analysis: Analysis, _ material: ReviewMaterial) -> [(path: String, bytes: [UInt8])] {
    let review = standing(analysis, material)
    let pages = review.pages.map { page in
      let desk = ReviewDesk(review: review, scope: Scope(review.site, page.file), form: .pages)
      return (page.file, StandaloneFrame.page(desk, page))
    }
    return [("styles/site.css", Stylesheet.join(material.sources.styles, title: analysis.configuration.title))] + pages
  }

  /// A review without a site around it: names of sheets are not links.
  static func standing(_ analysis: Analysis, _ material: ReviewMaterial) -> ReviewSite {
    let plan = SitePlan(routes: [], diagnostics: [], addresses: [:])
    let site = SiteContext(analysis: analysis, plan: plan, includesDrafts: true, drawsMaps: false)
    return ReviewSite(site, analysis, material, includesDrafts: true)
  }
}

extension ReviewPage {
  /// The whole review as one page that carries its styles: for a report that is sent or kept. Long lists are cut, and say so.
  package static func single(_ analysis: Analysis, _ material: ReviewMaterial) -> [UInt8] {
    let review = ReviewSite.standing(analysis, material)
    let desk = ReviewDesk(review: review, scope: Scope(review.site, ReviewTopic.overview.file()), form: .single)
    return StandaloneFrame.single(desk, styles: Stylesheet.join(material.sources.styles, title: analysis.configuration.title))
  }
}
